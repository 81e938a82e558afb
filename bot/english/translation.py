"""English questions in Chinese: clause by clause, facts first and what is asked last.

The words of a clause become Chinese one by one (`vocabulary`). English has its modifiers before a noun as
Chinese does. What moves is what hangs on by a preposition, and times, which go to the front
(`word_order`); what a subordinate clause says, which goes before its main clause; and the question word,
which stands where its answer would.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.english.clauses import Clause, clauses_of
from bot.english.vocabulary import Word, in_plain_english, smooth, words_of
from bot.english.word_order import in_order
from corpus import patterns as re

__all__ = ["english_among_chinese", "english_in_chinese"]


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    asks: bool = False
    leans: bool = False  # on the question before: and at which levels
    goes_on: bool = False  # with the subject of the clause before: and pay


def english_in_chinese(key: str) -> str:
    """An English search key in Chinese; empty where no word of it is known."""
    said: list[_Said] = []
    for clause in clauses_of(words_of(in_plain_english(key))):
        for told in _told(clause):
            said = _joined(said, told, clause)
    facts = [s.text for s in said if not s.asks and s.text]
    asked = ""
    for s in said:
        if s.asks and s.text:
            asked += f"{'' if not asked else '，' if s.leans else '？'}{s.text}"
    chinese = " ".join("，".join([*facts, asked] if asked else facts).split())
    return chinese if re.search(r"[\u4e00-\u9fff]", chinese) else ""


_SUBORDINATE = frozenset({"后", "前", "时", "起"})
_HOW_LONG = re.compile(r"(?:多久|[等几][\u4e00-\u9fff\d]{1,6})$")


def _joined(said: list[_Said], told: _Said, clause: Clause) -> list[_Said]:
    """What was said with a clause more; 取得证书后 goes before the clause that it tells the time of."""
    text = smooth(told.text)
    main = said[-1] if said else _Said("")
    if clause.link == "如果" and main.asks and text and not told.asks:
        return [*said[:-1], _Said(f"{text}，{main.text}", True, main.leans)]
    if told.goes_on and main.asks and main.text.endswith("吗"):
        return [*said[:-1], _Said(f"{main.text.removesuffix('吗')}并{text}吗", True, main.leans)]
    if not text or clause.link not in _SUBORDINATE or told.asks:
        return [*said, _Said(text, told.asks, told.leans)]
    if clause.link == "前" and main.asks and _HOW_LONG.search(main.text.removesuffix("吗")):
        ending = "吗" if main.text.endswith("吗") else ""
        then = "才" + re.sub(r"^(?:我们?|他们?|她)", "", text)
        return [*said[:-1], _Said(f"{main.text.removesuffix('吗')}{then}{ending}", True)]
    if not main.text or main.asks or clause.first:
        return [*said, _Said(text + clause.link.replace("起", "后"))]
    if clause.link == "前" and "还有" in main.text:
        return [*said[:-1], _Said(main.text + text)]
    return [*said[:-1], _Said(text + clause.link.replace("起", "后") + main.text)]


_RUN = re.compile(r"[a-z]{3,}(?:[ '-][a-z\d]+)*")


def english_among_chinese(key: str) -> str:
    """A Chinese search key with the English terms in it in Chinese: 报名deadline是什么时候."""
    return _RUN.sub(lambda run: _term(run[0]), key)


def _term(run: str) -> str:
    words = [w for w in words_of(in_plain_english(run)) if w.kind != "nothing"]
    known = all(w.chinese and w.kind in {"noun", "field", "verb", "time", "length"} for w in words)
    return "".join(w.chinese for w in words) if known and not run.isdigit() else run


_AUXILIARY = {
    **dict.fromkeys(("can", "could", "may", "might"), "能"),
    **dict.fromkeys(("will", "would"), "会"),
    **dict.fromkeys(("must", "should", "shall"), "需要"),
}


def _told(clause: Clause) -> Iterator[_Said]:
    """What a clause says in Chinese."""
    words = _begun(clause)
    if not words:
        return
    ask = next((i for i, w in enumerate(words[:3]) if w.kind == "ask"), -1)
    if ask >= 0 and all(w.kind in {"preposition", "adverb"} for w in words[:ask]):
        before = "".join(w.chinese for w in words[:ask] if w.kind == "adverb")
        bare = not any(w.kind == "verb" for w in words)
        for said in _asked(words[ask], words[ask + 1 :]):
            yield _Said(
                said.text if not said.asks else before + said.text, said.asks, bare and not clause.first
            )
    elif (
        words[0].kind == "auxiliary"
        and len(words) > 1
        and (clause.doubtful or clause.first or words[1].kind == "subject")
    ):
        yield _Said(_polar(words), True)
    else:
        goes_on = words[0].kind == "verb" and not clause.first and not clause.link and clause.doubtful
        yield replace(_stated(clause, words), goes_on=goes_on)


def _begun(clause: Clause) -> list[Word]:
    """The words of a clause from the first that says something."""
    words = [w for w in clause.words if w.kind not in {"nothing", "mark"}]
    while words and (words[0].kind == "link" or (words[0].kind == "adverb" and not words[0].chinese)):
        words = words[1:]
    if len(words) > 1 and not clause.first and words[0].english in {"who", "which"} and not _asks(words[1]):
        words = words[1:]
    return words


_ASKING = frozenset({"do", "does", "did", "can", "should", "must", "will"})


def _asks(behind: Word) -> bool:
    """Whether which or who asks, by what is behind it: which window, which do I; who has a degree tells."""
    return behind.english in _ASKING or behind.kind in {"noun", "field"}


_VALUE = re.compile(r"(?:电话|网址|网站|邮箱|地址|费用?|时间|标准|价格|号码|率|比例)$")


def _stated(clause: Clause, words: Sequence[Word]) -> _Said:
    """What is said; with a question mark it may ask all the same: website to look it up?"""
    ends = words[0].chinese if words[0].kind == "verb" and words[0].chinese.endswith("吗") else ""
    text = in_order(words[1:] if ends else words) + ends
    asks = clause.alone and clause.doubtful
    spoken = any(w.kind in {"verb", "auxiliary"} for w in words)
    if clause.link == "如果" and text:
        return _Said(f"如果{text}{'呢' if asks else ''}", asks)
    if clause.doubtful and not clause.first and not spoken and len(words) < 3 and _VALUE.search(text):
        return _Said(f"{text}是什么", True)
    if not asks or not text or text.endswith("吗"):
        age = re.fullmatch(r"[1-9]\d", text)
        return _Said(f"{text}岁" if age else text, text.endswith("吗"))
    if _VALUE.search(words[0].chinese) and len(words) > 1:
        asked = _asked(Word("什么", "ask", "what"), [Word("", "auxiliary", "is"), *words])
        return _Said("".join(s.text for s in asked), True)
    return _Said(f"{text}{'吗' if spoken else '呢'}", True)


def _polar(words: Sequence[Word]) -> str:
    first = words[0].english
    text = in_order(words[1:], _AUXILIARY.get(first, ""))
    if not text or text.endswith("吗"):
        return text
    return f"{text}{'了' if first in {'did', 'have', 'has'} else ''}吗"


_BEFORE_VERB = frozenset(
    ("when", "where", "how", "how-to", "where-to", "why", "who", "who-may", "by-when", "within-how-long")
) | {"how-far-ahead"}
_APART = frozenset(
    (
        "怎么处理",
        "怎么办",
        "需要什么材料",
        "需要带什么材料",
        "要多交哪些材料",
        "找谁",
        "几点办公时间",
        "接下来什么流程",
    )
)


def _asked(ask: Word, rest: Sequence[Word]) -> Iterator[_Said]:
    """A question with its question word where the answer would stand."""
    if ask.chinese in {"how much", "how many", "哪个", "什么"}:
        yield _Said(_asked_of_noun(ask, rest), True)
        return
    modal = ""
    if rest and rest[0].kind == "auxiliary":
        modal, rest = _AUXILIARY.get(rest[0].english, ""), rest[1:]
    if ask.english in _BEFORE_VERB and rest and rest[0].chinese in {"我", "我们"}:
        rest = rest[1:]
    if ask.english in _BEFORE_VERB and any(w.kind == "verb" for w in rest):
        yield _Said(in_order(rest, ask.chinese + (modal if modal == "能" else "")), True)
        return
    front, rest = _purpose(rest)
    text = in_order(rest, modal)
    if ask.chinese in _APART:
        yield _Said(text)
        yield _Said(front + ask.chinese if front else ask.chinese.replace("需要带", "需要"), True)
    else:
        yield _Said(f"{front}{text}{ask.chinese}".replace("？吗", "吗"), True)


def _purpose(words: Sequence[Word]) -> tuple[str, Sequence[Word]]:
    """What something is needed for, which goes first: documents needed to apply."""
    for position in range(len(words) - 1):
        if words[position].english == "to" and words[position + 1].kind == "verb":
            if position and words[position - 1].english in {"want", "have", "would like", "plan", "wait"}:
                continue
            return in_order(words[position + 1 :]), words[:position]
    return "", words


_MEASURED = ("比例", "金额", "利率", "分数", "面积", "限额")
_UNITS = frozenset(("年", "个月", "天", "次", "小时", "周", "岁"))


def _asked_of_noun(ask: Word, rest: Sequence[Word]) -> str:
    """How much or how many of something, which or what: 多少学时, 哪个网站."""
    opens = {"auxiliary", "verb", "subject", "negation", "link"}
    size = next((i for i, w in enumerate(rest) if w.kind in opens), len(rest))
    noun, rest = list(rest[:size]), rest[size:]
    modal = ""
    if rest and rest[0].kind == "auxiliary":
        modal, rest = _AUXILIARY.get(rest[0].english, ""), rest[1:]
    front, rest = _purpose(rest[1:] if rest and rest[0].chinese in {"我", "我们"} else rest)
    if ask.chinese == "how many":
        asked = _number_of(noun)
    elif ask.chinese == "how much":
        grew = any(w.chinese in {"增长", "下降"} for w in rest)
        asked = f"多少{in_order(noun) or ('' if grew else '钱')}"
    else:
        asked = _which(ask, noun)
        if noun and not any(w.kind == "verb" for w in rest):
            return f"{asked}{front}{in_order(rest, modal)}"
    return "，".join(t for t in (front, f"{in_order(rest, modal)}{asked}") if t)


def _number_of(noun: Sequence[Word]) -> str:
    """How many of something, what hangs on it before: 继续教育几小时, 团队多少人."""
    unit = bool(noun) and noun[0].chinese in _UNITS
    size = 1 if unit else next((i for i, w in enumerate(noun) if w.kind == "preposition"), len(noun))
    return f"{in_order(noun[size:])}{'几' if unit else '多少'}{in_order(noun[:size]) or '个'}"


def _which(ask: Word, noun: Sequence[Word]) -> str:
    named = in_order(noun)
    if named.endswith(_MEASURED):
        return f"多少{named}"
    if ask.chinese == "哪个":
        return f"{'哪些' if noun and noun[-1].english.endswith('s') else '哪个'}{named}"
    return f"哪些{named}" if named else "是什么"
