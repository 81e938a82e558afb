"""What a question asks about that a notice has never heard of, whatever other words the two share.

A thing of several words is known by its last: of 装裱师三级考试费 a notice on other trades knows 考试费.
Here each word of it that no notice would leave out is looked for: a name in letters, the trade or thing that
stands before, a rank above the one that is printed, an act together with what it is done to.
"""

from __future__ import annotations

from itertools import pairwise

from bot.answer_parts import Intent
from bot.conversation.asked import asked_about
from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.finding.fees import is_usual_fee
from bot.finding.matching import stands_apart
from bot.finding.support import HELD
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice
from index.normal import search_key

__all__ = ["act_unheard_of", "unheard_of"]

_AKIN = 0.45  # from this cosine on one word may stand for another
_AKIN_ACT = 0.5  # the same for an act
_LETTERS = re.compile(r"[a-z]{2,}\d*")
_RANKED = re.compile(r"(?:正|副|助理)(?=(?:高级|高|主任|教授|研究员|[\u4e00-\u9fff]{1,4}师))")
_OF_LEVEL = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<level>国家|全国|省|市|区|县)(?:里头?|级)的?(?P<name>[\u4e00-\u9fff]{4,16})"
)
_SHORTEST_NAME = 4  # characters of a name that is of a level of government
_TRADE = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2})(?P<end>[师工员])(?=[一二三四五初中高]级|的?(?:理论|实操|技能|考试|报名|认定|评价|鉴定|证书))"
)
_OF_SORT = re.compile(
    r"[\u4e00-\u9fff]{2}(?P<sort>课|班(?!级|组|车)|营(?!业)|赛|票)(?=一|每|多|几|怎|什|要|收|的?(?:费|价|学费))"
)
_BY_ANOTHER = re.compile(
    r"(?:委托|托)(?:别人|他人|家人|家属|朋友|中介|律师|人)(?:来|去|代)?(?P<done>办理?|报名?|领取?|交|申请|[取拿签])"
    r"|(?<![取替换迭世时历近现当古年后前下上一二三多几每])代(?:为|他|她|我)?(?P<act>办理?|报名?|领取?|交|申请|[取拿签])(?![表销])"
)
_ON_BEHALF = re.compile(
    r"代[为办领报交理签缴申取]|代(?=他人|本人)|委托|受托|他人|亲自|本人(?:到|前往|现场|携带|持|凭|须|应|必须|办|签|领|申)"
    r"|由[^,。;]{0,6}(?:监护人|家长|父母|家属|亲属|子女)"
)
_SHARE_OF = re.compile(r"(?:标准|基数)?的\s*(?:\d+(?:\.\d+)?%|[一二两三四]分之|\d+(?:\.\d+)?倍)")
_OF_WHAT = re.compile(
    r"(?:是|用)(?:什么|啥|哪种)(?P<quality>材质|颜色|品牌|牌子|款式|尺寸|口味|型号|版本)的?[呢啊呀]?[?？]?$"
    r"|(?:哪些|哪?几[本门套种样款幅支])(?P<sort>[\u4e00-\u9fff]{2,4})[呢啊呀]?(?=[,，。;；?？]|$)"
)
_PAID_IN = re.compile(r"(?P<what>缴费|保费|参保费)[^,，。]{0,6}(?:多少|几)")
_PAYMENTS = re.compile(r"缴(?!存)|(?<![提递上])交(?![通流材资易]|付使)|收费|保费")
_FOR_WHAT = re.compile(
    r"(?:找|联系)(?:谁|哪(?:里|儿|个部门|个单位)|什么(?:人|部门|单位))(?:去|来)?(?P<act>[\u4e00-\u9fff]{1,2})[呢啊呀]?[?？]*$"
)
_OF_ANY_SORT = frozenset("级等类期子性人年生费票卡第一二三四五国省市区县校大小高中低新老旧")  # tells no sort
_ANY_ACT = frozenset(
    (
        "办",
        "弄",
        "搞",
        "整",
        "问",
        "管",
        "咨询",
        "反映",
        "解决",
        "处理",
        "投诉",
        "了解",
        "交",
        "报",
        "领",
        "要",
        "说",
    )
)
_GRANTED_FOR = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,6}?)(?:都|也|还)?(?:有没有|有|能不能|能|可以|可不可以)(?:享受|打|给)?"
    r"(?:优惠|折|折扣|便宜|减免|免票|补贴|补助|津贴|奖励)[吗么不没]?[?？]?$"
)
_THERE_IS = re.compile(
    r"(?:有没有|有)(?P<what>[\u4e00-\u9fff]{2,8}?)(?:的)?(?:地方|地儿|位置|场所|服务)?(?:吗|么|没有?|不)?(?=[,，?？]|$)"
)
_LONG_NAME = re.compile(r"[\u4e00-\u9fff()]{5,30}")
_PARTICLES = re.compile(r"[啊呀呢嘛的?？。\s]+$")
_GOES = re.compile(r"[上下出过起][来去]$")  # 报上去
# Who does a trade, or a thing of a sort, by the last character of its name.
_SPECIFIC = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:师|工|员|证|险|岗|系|病|院|校|馆|线|站|级|节|赛|奖|金|卡|税|贷|利率)"
)
_WHOSE = re.compile(r".*(?:人员|职工|员工|学生|考生|人|者|本人|家属|子女)|.*(?:[里上内中外])")
# The same behind it: 寝室里养猫行不行.
_WILL_DO = re.compile(
    r"(?:^|[,，。；;])(?P<act>[^,，。；;？?]{2,12}?)(?:行不行|行吗|行不|可以吗|可不可以|成不成|成吗|中不中)[啊呀呢]?[?？]?$"
)
_BOTH_WAYS = re.compile(r"([\u4e00-\u9fff])[不没]\1(?=[啊呀呢?？]*$)")  # 丢了赔不赔
_ASKS_IF = frozenset("能会要用得给收交行办报是有去来到可对好算成中该让肯准够")
_MAY = re.compile(
    r"(?:能不能|可不可以|可否|能否|能|可以)(?P<act>[^,，。；;？?]{2,16}?)(?:吗|么|不|吧)?[?？]?$"
)


def unheard_of(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> str:
    """A thing asked about that the notice does not know; `""` where it knows it, or nothing tells."""
    if question.context or question.intent is Intent.ELIGIBILITY:
        return ""
    if question.intent is Intent.CONTACT:
        return _Reader(question, notice, gatherer).act_of_whom()
    reader = _Reader(question, notice, gatherer)
    return (
        reader.rank_above()
        or reader.of_another_level()
        or reader.other_of_its_kind()
        or reader.trade_unknown()
        or reader.paid_in()
        or reader.held_of_sort()
        or reader.only_a_base()
        or reader.of_what_sort()
        or reader.word_unknown()
        or reader.neither_of_two()
        or reader.act_of_time()
        or reader.granted_for()
        or reader.there_is()
        or reader.done_by_another()
        or reader.act_unknown()
        or reader.act_both_ways()
    )


def act_unheard_of(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> str:
    """The act that somebody asks whether they may do, and that the notice does not know."""
    reader = _Reader(question, notice, gatherer)
    return reader.done_by_another() or reader.act_unknown()


class _Reader:
    def __init__(self, question: Question, notice: Notice, gatherer: EvidenceGatherer) -> None:
        self._question, self._notice, self._gatherer = question, notice, gatherer
        self._words = gatherer.question_words
        self._text = search_key(notice.text)

    def rank_above(self) -> str:
        """A rank that is printed without the word that makes it another: 正高级 where 高级 is printed."""
        if self._question.polar:
            return ""
        asked = self._question.text
        for match in _RANKED.finditer(asked):
            behind = [w for w in self._words.split(asked) if len(w) > 1 and asked.startswith(w, match.end())]
            name = f"{match[0]}{behind[0]}" if behind else ""
            if name and name not in self._text and behind[0] in self._text:
                return name
        return ""

    def of_another_level(self) -> str:
        """A thing of another level of government than the one that is printed: 省里的, of 市优秀奖."""
        for match in _OF_LEVEL.finditer(self._question.text):
            name = match["name"]
            ends = range(len(name), _SHORTEST_NAME - 1, -1)
            shared = next((name[:end] for end in ends if name[:end] in self._text), "")
            levels = rf"(国家级?|全国|[省市区县]级?){re.escape(shared)}"
            printed = set(re.findall(levels, self._text)) if shared else set()
            if printed and not any(p[0] == match["level"][0] for p in printed):
                return f"{match['level']}{shared}"
        return ""

    def other_of_its_kind(self) -> str:
        """What is called as the notice is but for one word that it lacks: 小学教师资格 for 幼儿园教师资格."""
        title, asked = search_key(self._notice.title), self._question.text
        for at in range(2, len(asked) - 3):
            other = asked[at - 2 : at]
            if self._words.tag(other)[:1] != "n" or other in self._text or other in lexicon().light:
                continue
            shared = next((asked[at:e] for e in range(len(asked), at + 3, -1) if asked[at:e] in title), "")
            if shared and re.search(rf"[\u4e00-\u9fff]{{2}}{re.escape(shared)}", title):
                return f"{other}{shared}" if self._is_unknown(other) else ""
        return ""

    def trade_unknown(self) -> str:
        """A trade of which neither the name nor the word in it is printed, beside others that are."""
        for match in _TRADE.finditer(self._question.text):
            stem, end = match["stem"], match["end"]
            if stem[0] in "报考学当做评领申和或及与" and f"{stem[1]}{end}" in self._text:
                continue  # an act or a link before the trade
            beside = re.search(rf"[\u4e00-\u9fff]{{2}}{end}", self._text)
            if beside and stem not in self._text and not _WHOSE.fullmatch(f"{stem}{end}"):
                return f"{stem}{end}"
        return ""

    def held_of_sort(self) -> str:
        """A course, a match or the like of which neither the name nor the sort is printed: 游泳课."""
        for match in _OF_SORT.finditer(self._question.text):
            if match[0] not in self._text and match["sort"] not in self._text:
                return match[0]
        return ""

    def only_a_base(self) -> str:
        """A figure asked for that is printed only as what others are reckoned from: 最低工资标准的80%."""
        if not self._question.wants & {"money", "figure"}:
            return ""
        for thing in asked_about(self._question.text, self._words).things:
            name = "".join(thing)
            places = [m.end() for m in re.finditer(re.escape(name), self._text)] if len(name) > 3 else []
            if places and all(_SHARE_OF.match(self._text, p) for p in places):
                return name
        return ""

    def of_what_sort(self) -> str:
        """A quality or things asked for that the notice never speaks of: 是什么材质的, 用哪几本教材."""
        asked = _OF_WHAT.search(self._question.text)
        what = (asked["quality"] or asked["sort"]) if asked else ""
        usual = lexicon().general | lexicon().general_nouns | lexicon().light | lexicon().fillers
        if not what or what in usual or (asked and asked["sort"] and self._words.tag(what) != "n"):
            return ""
        return what if self._is_unknown(what) else ""

    def paid_in(self) -> str:
        """What is paid for an insurance, where the notice says of no payment but what it gives."""
        paid = _PAID_IN.search(self._question.text)
        return paid["what"] if paid and not _PAYMENTS.search(self._text) else ""

    def word_unknown(self) -> str:
        """A word of the thing asked about that names one thing and none that the notice has."""
        asked = asked_about(self._question.text, self._words)
        beside = [(w,) for w in asked.beside] if self._question.wants and not self._question.polar else []
        for thing in (*asked.things, *beside):
            for word in thing:
                usual = is_usual_fee(word, self._text)
                if self._names_one(word) and self._is_unknown(word) and not usual:
                    return word
            for first, second in pairwise(thing):
                if self._names_one(first + second) and self._is_other(first, second):
                    return first + second
        return ""

    def neither_of_two(self) -> str:
        """The second of two things of which one is asked for and the notice knows neither: 机考还是笔试."""
        before, _, behind = _PARTICLES.sub("", self._question.text).partition("还是")
        one, two = self._words.split(before)[-1:], self._words.split(behind)[:1]
        named = [w for w in (*one, *two) if len(w) > 1]
        return two[0] if behind and len(named) == 2 and all(map(self._is_unknown, named)) else ""

    def act_of_time(self) -> str:
        """An act of which it is asked when it is done, and of which the notice never speaks: 几号打印."""
        if self._question.polar or not self._question.wants or self._question.wants - {"date", "duration"}:
            return ""
        asked = asked_about(self._question.text, self._words)
        usual = lexicon().general | lexicon().light | lexicon().fillers
        bare = [w for w in asked.beside if len(w) > 1 and w not in usual and not _GOES.search(w)]
        ends = _PARTICLES.sub("", self._question.text)
        verbs = [w for w in bare if self._words.tag(w) == "v" and ends.endswith(w)]
        known = any(self._gatherer.degree_in(w, self._notice) >= HELD for t in asked.things for w in t)
        strange = (w for w in verbs if known and self._is_unknown(w))
        return next((w for w in strange if self._gatherer.kinship(w, self._notice) < _AKIN_ACT), "")

    def act_of_whom(self) -> str:
        """An act that somebody is sought for, and of which the notice never speaks: 坏了找谁修."""
        asked = _FOR_WHAT.search(self._question.text)
        act = asked["act"] if asked else ""
        if not act or act in self._text or act in _ANY_ACT:
            return ""
        return act if len(act) == 1 or self._is_unknown(act) else ""

    def granted_for(self) -> str:
        """What something is asked to be granted for, and the notice never speaks of: 理发有优惠吗."""
        asked = _GRANTED_FOR.match(self._question.text)
        return self._all_unknown(asked["what"]) if asked else ""

    def there_is(self) -> str:
        """What is asked whether there is any, and the notice never speaks of: 有停车的地方没."""
        asked = _THERE_IS.search(self._question.text) if self._question.polar else None
        return self._all_unknown(asked["what"]) if asked else ""

    def _all_unknown(self, what: str) -> str:
        """The last word of a thing of which the notice knows no word; `""` where it knows any."""
        words = [w for w in self._words.split(what) if len(w) > 1]
        usual = lexicon().general | lexicon().light | lexicon().fillers
        strange = [w for w in words if w not in usual and not _WHOSE.fullmatch(w) and self._is_unknown(w)]
        return strange[-1] if strange and len(strange) == len(words) else ""

    def _is_other(self, first: str, second: str) -> bool:
        """Whether a name of two words is one that the notice lacks, of a sort that it has: 生育保险."""
        if first in self._text or second not in self._text or _WHOSE.fullmatch(first):
            return False
        if self._is_called_alike(first, second):
            return False
        return first + second not in self._text and self._is_unknown(first)

    def _is_called_alike(self, first: str, second: str) -> bool:
        """Whether what stands before a thing has a character of what it is called: 影院年卡 for 电影年卡."""
        alike = "".join(set(first) - _OF_ANY_SORT)
        return (
            bool(alike)
            and re.search(rf"[{alike}][\u4e00-\u9fff]?{re.escape(second)}", self._text) is not None
        )

    def done_by_another(self) -> str:
        """What somebody else is to do in one's place, of which the notice has no word: 代报名."""
        asked = _BY_ANOTHER.search(self._question.text) if self._question.polar else None
        if asked is None or _ON_BEHALF.search(self._text):
            return ""
        return f"代{asked['done'] or asked['act']}"

    def act_unknown(self) -> str:
        """An act with what it is done to, neither of which the notice speaks of: 提取公积金."""
        text = self._question.text
        may, will_do = _MAY.search(text), _WILL_DO.search(text)
        asked = (may or will_do) if self._question.polar else None
        words = [w for w in self._words.split(asked["act"]) if len(w) > 1] if asked else []
        tags = [self._words.tag(w)[:1] for w in words]
        whole = asked["act"] if asked else ""  # 分期, 分期付
        alone = words in ([whole], [whole[:-1]]) and not self._question.context
        if alone and not re.search(r"[,，。;；]", self._question.text) and self._is_strange(words[0]):
            return words[0]
        if not may:
            placed = len(words) > 1 and all(w in self._text for w in words[:-1])
            told = re.search(r"[,，。;；]", text)  # what is told before may be what decides
            return words[-1] if placed and not told and self._is_strange(words[-1]) else ""
        for place in range(len(words) - 1):
            act, what = words[place], words[place + 1]
            if tags[place] == "v" and tags[place + 1] in ("n", "") and act not in lexicon().acts:
                return what if self._is_unknown(act) and self._is_unknown(what) else ""
        return ""

    def act_both_ways(self) -> str:
        """A verb asked of both ways that the notice uses nowhere: 丢了赔不赔."""
        asked = _BOTH_WAYS.search(self._question.text)
        verb = asked[1] if asked else ""
        if not verb or verb in _ASKS_IF or verb in self._text or not self._words.tag(verb).startswith("v"):
            return ""
        meant = (*lexicon().synonyms.get(asked[0], ()), *lexicon().synonyms.get(verb, ())) if asked else ()
        return "" if any(m in self._text for m in meant) else verb

    def _is_strange(self, act: str) -> bool:
        """Whether an act by itself is none that notices grant, and none that this one speaks of: 养狗."""
        usual = act in lexicon().general or act in lexicon().light or act in lexicon().acts
        usual = usual or not (self._words.tag(act)[:1] == "v" or act in lexicon().separable)
        heard = usual or self._gatherer.degree_in(act, self._notice) or self._is_part(act)
        return not heard and self._gatherer.kinship(act, self._notice) < _AKIN_ACT

    def _names_one(self, word: str) -> bool:
        if _LETTERS.fullmatch(word):
            return True
        usual = word in lexicon().general or word in lexicon().light or _WHOSE.fullmatch(word)
        usual = usual or re.search(r"[的了着过]", word)
        noun = len(word) > 2 and self._words.tag(word) in ("n", "nz")
        return not usual and (noun or _SPECIFIC.fullmatch(word) is not None)

    def _is_unknown(self, word: str) -> bool:
        if self._gatherer.degree_in(word, self._notice) >= HELD or self._is_part(word):
            return False
        if word.endswith("率"):
            return word[-2:] not in self._text  # one rate stands for no other
        return self._gatherer.kinship(word, self._notice) < _AKIN

    def _is_part(self, word: str) -> bool:
        """Whether the notice has a word in short, or the part of it that tells it apart."""
        if self._gatherer.names(word, self._notice.notice_id):
            return True
        if len(word) == 2 and any(stands_apart(word, n, 1) for n in _listed(self._notice)):
            return True  # 园养 for 园林养护管理员
        return len(word) > 3 and word[:2] in self._text  # what tells it from others of its sort stands first


@once_per_notice
def _listed(notice: Notice) -> frozenset[str]:
    """The longer names that the tables of a notice list."""
    texts = (search_key(c.text) for clause in notice.clauses for c in clause.cells)
    return frozenset(t for t in texts if _LONG_NAME.fullmatch(t))
