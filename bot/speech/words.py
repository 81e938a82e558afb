"""The words of a question: as the lexicon and the notices have them, without what clings to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from bot.speech.lexicon import BEGINNING, lexicon
from bot.speech.parted_verbs import put_together
from corpus import patterns as re
from corpus.values.numerals import number
from index.segmentation import Segmenter

__all__ = ["PERSON", "QuestionWords"]

_KEPT = 1024  # texts whose words are kept: each is looked at for what it asks, and for what supports it
_HINT = 0.5  # the weight of a saying that asks
_ASKS_END = 0.3  # of the weight of a word that asks only up to when, beside what is asked about
_ENDS = frozenset(("截止", "截至", "截止日期", "截止时间"))
_COMPOUND = 4  # characters of a word of two that have two each
_LONGEST = 8  # characters of a word that is joined from others
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,4}")
_ON_FORM = re.compile(r"[\u4e00-\u9fff]{2,4}[栏页]")  # the column of a form: 意见栏 for “意见”栏
# A figure that something is held against (不到30人) is sought as such; a person's years are judged instead.
_HELD_AGAINST = re.compile(
    r"(?:不到|不足|[不没]够|凑不[够齐满]|少于|低于|不满|没到|没满|超过|超出|多于|高于|大于|满)了?(\d+(?:\.\d+)?)个?([^\W\d年岁个月天]{1,2})"
)
_NO_WORD = re.compile(
    r"[\W\d_]+|[这那](?:家|科|门|个|份|种|次|项|篇|本|位|笔)|(?:\d+|[一二两三四五六七八九十百千万半]+)(?:年|月份?|日|号|元|个|名|位|人|天|次|份|户|家)?"
)
# So many of something; which of a series (一级, 三等, 第二批) is told by the same figures and is no number.
_COUNTED = re.compile(r"[一二两三四五六七八九十百千万几半每]+[^\W\d级等届期批次类档点]")
_FEW = 10  # up to which a number tells next to nothing
_IN_WORDS = re.compile(r"(?P<many>[一二两三四五六七八九十百千万]{2,9})个?(?P<unit>[^\W\d年月日号点])")
_VERB_WITH_OBJECT = re.compile(r"[\u4e00-\u9fff]{3,5}")
# What stands before or behind a word without being part of it: 能领, 费是, 没卖, 那张.
_BEFORE = "先能可算要得会想该去来再还就都才没不多少在被把给让是用每各那这月年"
_BEHIND = "是要能会得了着过的在不没占给去来上完到多"
_CARRIED = frozenset(_BEFORE + _BEHIND)


# A verb asked of both ways: 管不管饭, 收没收到.
_BOTH_WAYS = re.compile(r"(?!还没还)([\u4e00-\u9fff])[不没]\1(?=[\u4e00-\u9fff]|$)")

# What asks whether one may, in a word that was guessed: 在读|能|报.
_ABLE = re.compile(r"([\u4e00-\u9fff]{2,3})(能|可)([\u4e00-\u9fff]{1,2})")

# What tells which way a verb goes, in a word that was guessed: 抱|进去, 寄|过来.
_DIRECTED = re.compile(r"([\u4e00-\u9fff]{1,2})((?:[进出过上下回]|起)[来去]|给|到)")
# What bounds a verb, in a word that was guessed: 最多|容.
_BOUNDED = re.compile(r"(最[多少早晚迟高低长短大小]|[最至][多少])([\u4e00-\u9fff]{1,2})")

# What says where about a thing: 馆里, 书上, 系统内. Words of time and manner end so too.
_PLACED = re.compile(r"([\u4e00-\u9fff]{1,3})[里上内中]")
_NO_PLACE = re.compile("[晚早网线马以身路手年月其集高初心国]|基本|原则|实际|事实")

_HANDLED = "带放存拿寄借领交退换修罚扣收补奖"  # what is done with a thing: 手机|带, 包裹|寄, 养狗|罚

# An act, and when it comes: 再考, 先交.
_IN_TURN = re.compile(rf"再.|先[{_HANDLED}报办填]")
# A word that says of an act that it comes besides, before a verb that would take its last character: 另外|交.
_BESIDES = re.compile(r"(另外|额外)(?=[\u4e00-\u9fff])")

_LEVEL = re.compile(r"[一二三四五六七八九]级")

# Somebody called by a surname and what they are.
PERSON = re.compile(
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭林何罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶魏苏吕丁沈姜卢姚钟崔谭陆汪范"
    "廖贾韦傅邹孟熊秦邱侯江尹薛闫段雷龙陶贺毛郝龚邵钱覃武戴莫孔汤顾岑柏]"
    "(?:老师|主任|科长|处长|局长|经理|院长|校长|会长|先生|女士|警官|医生|同志)"
)

# What a name ends in, by the tags of its words: 高龄|津贴, 停车|收费.
_NAMING = ("n", "vn", "an", "j")

_DENYING = ("没", "不", "未", "无")
_RUN = re.compile(r"[\u4e00-\u9fff]{3,}")
# Words that serve others, by their tags: particles, pronouns, prepositions.
_SERVING = ("u", "r", "p")

# A single character that ends a name: 随行|卡, 合格|证.
_ENDINGS = "端证卡费表书金款单率线额期价处所部室站号码员工生费本课岗位"


class QuestionWords:
    """Cuts questions into words. `printed` says whether any notice prints a string."""

    def __init__(self, segmenter: Segmenter, printed: Callable[[str], bool]) -> None:
        self._segmenter = segmenter
        self._printed = printed
        self._of = lru_cache(maxsize=_KEPT)(self._split)

    def split(self, text: str) -> list[str]:
        """The words of `text` in order; where the question asks (多少, 什么时候) a mark stands instead."""
        return list(self._of(text))

    def _split(self, text: str) -> list[str]:
        text = lexicon().interrogatives.sub("，", put_together(text))
        pieces = [piece for word in self._cut(text) for piece in self._broken(word)]
        return [self._unplaced(bare) for word in self._joined(pieces) for bare in self._bare(word)]

    def _cut(self, text: str) -> Iterator[str]:
        """Words by the segmenter, between phrases that it would cut apart (打疫苗)."""
        position = 0
        for start, phrase in _phrases_in(text):
            if phrase in lexicon().hints or not self._leads(phrase):
                continue
            if self._cuts_a_word(phrase, text[start + len(phrase) :]):
                continue
            yield from self._words(text[position:start])
            yield phrase
            position = start + len(phrase)
        yield from self._words(text[position:])

    def _leads(self, saying: str) -> bool:
        """Whether any notice prints a saying or what papers call it, or it denies (没交社保) or names a thing
        (高龄津贴) that none has. Else its words count each by itself: 截止报名.
        """
        if saying.startswith(_DENYING) or any(map(self._printed, (saying, *lexicon().synonyms[saying]))):
            return True
        words = self._segmenter.words(saying)
        return self.tag(words[-1]).startswith(_NAMING) and not any(map(self._serves, words))

    def _cuts_a_word(self, phrase: str, behind: str) -> bool:
        """Whether a saying ends within a word that goes on behind it: 驾照换|证, where 换证 is one."""
        last = phrase[-1] + behind[:1]
        return len(last) == 2 and last in lexicon().synonyms and self._known(phrase[:-1])

    def _words(self, text: str) -> list[str]:
        """Words by the segmenter, a verb that is asked of both ways once."""
        parts = _BESIDES.split(_BOTH_WAYS.sub(r"\1", text))
        return [word for part in parts if part for word in self._segmenter.words(part)]

    def weighed(self, text: str, idf: Callable[[str], float]) -> dict[str, float]:
        """The words of a question that say what it is about, with their idf; single characters weigh less."""
        fillers, light = lexicon().fillers, lexicon().light - lexicon().general
        words = [w.strip() for w in self.split(text)]
        told = [w for w in words if w and w not in fillers and w not in light and not self._says_nothing(w)]
        # 什么时候交: where nothing else is said, the act is what it is about
        told = told or [w for w in words if w in fillers and w in lexicon().acts]
        found = {w: idf(w) * (0.3 if len(w) == 1 else 1.0) for w in told}
        if len(found) > 1:
            found.update((w, _ASKS_END * found[w]) for w in _ENDS & found.keys())
        found.update((f, idf(f)) for f in (*self._bounds(text), *self._in_figures(text)))
        found.update(self._hinted(text, idf))
        return found

    def _says_nothing(self, word: str) -> bool:
        """Whether a word is a mark or a figure, or counts (一张) or points (每个) and is not printed."""
        if _NO_WORD.fullmatch(word):
            return True
        counts = _COUNTED.fullmatch(word) and self.tag(word[-1]).startswith(("q", "m"))
        return bool(counts or self.tag(word) == "r") and not self._printed(word)

    def _hinted(self, text: str, idf: Callable[[str], float]) -> dict[str, float]:
        """Sayings that ask (考几门) or tell more of a word in them (社保断), and their weight, where a notice
        prints what papers call it. Their own words count besides.
        """
        found = {}
        for _, phrase in _phrases_in(text):
            meant = [w for w in lexicon().synonyms[phrase] if self._printed(w)]
            if meant and phrase in lexicon().hints:
                found[phrase] = _HINT * max(map(idf, meant))
        return found

    def _bounds(self, text: str) -> list[str]:
        """The figures of a text that something is held against (不到30人), as a notice prints them."""
        found = []
        for value, unit in _HELD_AGAINST.findall(text):
            figures = (f"{value}{unit}", f"{value}{unit[:-1]}", f"{value}人")  # 凑不够30个 of those who come
            printed = next((f for f in figures if self._printed(f)), "")
            if printed and not printed[-1].isdigit():
                found.append(printed)
        return found

    def _in_figures(self, text: str) -> list[str]:
        """What a text counts in Chinese numerals (两百分), as a notice prints it in figures."""
        counted = ((number(m["many"]), m["unit"]) for m in _IN_WORDS.finditer(text))
        figures = (f"{n:f}{unit}" for n, unit in counted if n is not None and n > _FEW)
        return [f for f in figures if self._printed(f)]

    def tag(self, word: str) -> str:
        """The part of speech by jieba's dictionary, `""` for a word that it does not have."""
        return self._segmenter.part_of_speech(word)

    def is_guessed(self, word: str) -> bool:
        """Whether neither a dictionary nor a notice has a word: it was guessed, or is written wrongly."""
        return not self._known(word) and not self._printed(word)

    def _known(self, word: str) -> bool:
        return word in lexicon().synonyms or self._segmenter.knows(word)

    def _broken(self, word: str) -> Iterator[str]:
        """A guessed word in characters where a notice prints two of them together, a verb with its object
        (出|成绩) in both, else as it is."""
        if cut := self._before_object(word):
            yield from (word[:cut], word[cut:])
            return
        if self._is_compound(word):
            yield from (word[:2], word[2:])
            return
        if self._is_able(word):
            yield from word
            return
        if (able := _ABLE.fullmatch(word)) and self.is_guessed(word):
            yield from able.groups()
            return
        if (parted := _DIRECTED.fullmatch(word) or _BOUNDED.fullmatch(word)) and self.is_guessed(word):
            yield from parted.groups()
            return
        if _IN_TURN.fullmatch(word) and not self._printed(word):
            yield from word
            return
        if self._is_thing_and_act(word):
            yield from (word[:-1], word[-1])
            return
        if word.endswith("费") and self._is_meant_only(word[:-1]) and not self._printed(word):
            yield from (word[:-1], "费")
            return
        if _ON_FORM.fullmatch(word) and self._printed(word[:-1]) and not self._printed(word):
            yield from (word[:-1], word[-1])
            return
        run = _RUN.fullmatch(word) and self.is_guessed(word)
        if run and (plain := self._run_together(word) or self._before_saying(word)):
            yield from plain
            return
        pairs = [word[i : i + 2] for i in range(len(word) - 1)]
        if (
            _CHINESE.fullmatch(word)
            and self.is_guessed(word)
            and (len(word) == 2 or any(map(self._printed, pairs)))
        ):
            yield from word
        else:
            yield word

    def _run_together(self, word: str) -> list[str]:
        """The words of what was guessed to be one, where one of them only serves the others: 坏|了|打."""
        words = self._segmenter.dictionary_words(word)
        return words if any(map(self._serves, words[:-1])) else []

    def _before_saying(self, word: str) -> list[str]:
        """A guess parted into what a notice prints and a saying behind it: 卡|借给."""
        cuts = range(1, len(word) - 1)
        cut = next((c for c in cuts if self._printed(word[:c]) and word[c:] in lexicon().synonyms), 0)
        return [word[:cut], word[cut:]] if cut else []

    def _serves(self, word: str) -> bool:
        return self.tag(word).startswith(_SERVING)

    def _is_compound(self, word: str) -> bool:
        """Whether a word that no notice prints is made of two that one does: 软件|协会, 本科|毕业."""
        if len(word) != _COMPOUND or any(map(self._printed, (word, *lexicon().synonyms.get(word, ())))):
            return False
        halves = (word[:2], word[2:])
        return all(self._segmenter.frequency(h) and self._printed(h) for h in halves)

    def _is_able(self, word: str) -> bool:
        """Whether a noun that no notice prints is 能 before a verb: 能带."""
        able = len(word) == 2 and word[0] == "能" and self.tag(word).startswith("n")
        return able and self._is_verb(word[1]) and not self._printed(word)

    def _is_thing_and_act(self, word: str) -> bool:
        """Whether a word that no notice prints is a thing and what is done with it: 手机|带, 书包|放."""
        thing = word[:-1]
        if (
            not 3 <= len(word) <= 5
            or word[-1] not in _HANDLED
            or word in lexicon().synonyms
            or self._printed(word)
        ):
            return False
        named = self.tag(thing).startswith("n") or thing[-1] in _ENDINGS
        return thing in lexicon().synonyms or (named and self._known(thing))

    def _is_meant_only(self, word: str) -> bool:
        """Whether no notice prints a word, but one that means the same: 实操 for 操作技能."""
        return not self._printed(word) and any(map(self._printed, lexicon().synonyms.get(word, ())))

    def _before_object(self, word: str) -> int:
        """Where a word of speech parts into a verb and a noun that a notice prints, itself not; else 0."""
        if not _VERB_WITH_OBJECT.fullmatch(word):
            return 0
        if any(map(self._printed, (word, *lexicon().synonyms.get(word, ())))):
            return 0
        return next((cut for cut in (1, 2) if self._is_verb(word[:cut]) and self._is_thing(word[cut:])), 0)

    def _is_verb(self, word: str) -> bool:
        return self.tag(word).startswith("v")

    def _is_thing(self, word: str) -> bool:
        noun = self.tag(word).startswith(("n", "vn")) or not self.tag(word)
        return noun and len(word) > 1 and self._known(word) and self._printed(word)

    def _joined(self, words: Sequence[str]) -> Iterator[str]:
        """Words, with those joined that are one in the lexicon (没|通过) or in a notice (公|租房)."""
        position = 0
        while position < len(words):
            length = self._whole(words, position)
            yield "".join(words[position : position + length])
            position += length

    def _whole(self, words: Sequence[str], position: int) -> int:
        """How many words from `position` are one word; 1 where none are."""
        best, joined = 1, words[position]
        for length in range(2, min(5, len(words) - position + 1)):
            joined += words[position + length - 1]
            if len(joined) > _LONGEST:
                break
            part = words[position : position + length]
            single = len(part[0]) == 1 or (len(part[-1]) == 1 and part[-1] in _ENDINGS)
            single = single and not _LEVEL.fullmatch(part[-1])
            named = (
                joined in lexicon().synonyms
                and self._leads(joined)
                and not (
                    joined in lexicon().hints or self._before_object(joined) or self._is_compound(joined)
                )
            )
            if (
                named
                or self._is_meeting(part)
                or PERSON.fullmatch(joined)
                or (single and self._is_printed_word(joined))
            ):
                best = length
        return best

    def _is_meeting(self, part: Sequence[str]) -> bool:
        """Whether words are what a notice calls a meeting: 培训|会, where 受理|会 is one that will be."""
        return len(part) == 2 and part[1] == "会" and len(part[0]) > 1 and self._printed("".join(part))

    def _is_printed_word(self, joined: str) -> bool:
        if joined[0] in _CARRIED or joined[-1] in _CARRIED or _CHINESE.fullmatch(joined) is None:
            return False
        fillers = lexicon().fillers
        return joined[0] not in fillers and joined[-1] not in fillers and self._printed(joined)

    def _unplaced(self, word: str) -> str:
        """A word that no notice prints without what says where about it, if one prints the rest: 馆里."""
        placed = _PLACED.fullmatch(word)
        if (
            placed is None
            or _NO_PLACE.fullmatch(placed[1])
            or word in lexicon().synonyms
            or word in lexicon().light
        ):
            return word
        return placed[1] if self._printed(placed[1]) and not self._printed(word) else word

    def _bare(self, word: str) -> Iterator[str]:
        """A guessed word without the particles at its ends, which come by themselves."""
        if not _CHINESE.fullmatch(word) or self._known(word) or self._is_meeting((word[:-1], word[-1])):
            yield word
            return
        rest = word.lstrip(_BEFORE)
        yield from word[: len(word) - len(rest)]
        bare = rest.rstrip(_BEHIND)
        if len(bare) == 2 and self.is_guessed(bare):
            yield from bare  # 没修够
        elif bare:
            yield bare
        yield from rest[len(bare) :]


def _phrases_in(text: str) -> Iterator[tuple[int, str]]:
    """The phrases of the lexicon in a text and where they begin: the longest of several, none overlapping."""
    phrases, at = lexicon().phrases, 0
    while at < len(text):
        length = 1
        for phrase in phrases.get(text[at : at + BEGINNING], ()):
            if text.startswith(phrase, at):
                yield at, phrase
                length = len(phrase)
                break
        at += length
