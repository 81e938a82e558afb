"""What a short question leaves out, taken from the question before.

`那三级呢` after `四级的考务费是多少` asks for the fee of the other level: a word of the new question
replaces the word of its own class in the old one. Where no class is shared, the old question is kept as
context, so that its subject still counts in the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.speech.lexicon import lexicon
from bot.speech.naming import measure
from corpus import patterns as re
from corpus.library import Library
from corpus.notice import ClauseKind, Notice
from index.normal import search_key

__all__ = [
    "DEGREES",
    "LEVELS",
    "Resolved",
    "TermClasses",
    "changes",
    "leans_on_previous",
    "points_back",
    "without_frame",
    "without_place",
]

_OPENERS = re.compile(
    r"^(?:(?:那么|那(?![个种项里边份位张次天时儿场套些样]|家(?!庭)|条(?!件)|年(?!龄)|间(?!隔)|本(?!科|地|市|人))|换(?:成|(?![领证发签补购届]))|如果是?|要是|假如|改成|还有(?![几多没哪什谁一两三\d])|另外|哦|嗯|好的|知道了|明白了|谢谢|(?:再|顺便)问(?:一下)?)"
    r"[，, ]?)+"
)
_PARTICLES = re.compile(r"(?:呢|咧|捏|哩)[?？。!！]*$")
_POINTING = re.compile(
    r"(?:的)?(?:那|这)(?:个|种|项|样|类)(?=$|[?？。])|^(?:那|这)(?:个(?!月|星期|礼拜|学[期年]|季)|种|项|事儿?)"
)
_ITSELF = re.compile(r"^(?:它|这个(?!月|星期|礼拜|学[期年]|季)|那个|这事儿?|那事儿?|这项|那项|这种|那种)")
LEVELS = re.compile(r"[一二三四五六七八九1-9]级|初级|中级|高级|副高|正高")
DEGREES = re.compile(r"博士|硕士|研究生|大学本科|本科|大学专科|大专|专科|高中|中专|职高|技校")
_MONTHS = re.compile(r"(?<!年)\d{1,2}月(?:份)?|这个月|下个月|上个月")
_YEARS = re.compile(r"20\d{2}年?|去年|今年|明年|前年")
# Words of one closed class, each of which may be all that a turn says: 女生呢, 本地的呢, 那市级呢.
_CONTRASTS = (
    re.compile(r"外地|外省|外市|本地|本省|本市(?=户|的|人|$)"),
    re.compile(r"男(?:生|的|士|性|子)?(?![儿婿朋])|女(?:生|的|士|性|子)?(?![儿婿朋])"),
    re.compile(r"科目[一二三四五六\d]"),
    # whom a question is about, by kind: 务工人员要交几年, 毕业生呢
    re.compile(
        r"(?:^|(?<=[，,。]))[^，,。要能可申报办交我你您他她这那哪\d]{0,8}?(?:人员|职工|员工|学生|考生|学员|居民|家庭|毕业生|老年?人|农民工|军人"
        r"|教师|儿童|个体户|农户|残疾人|人才|青年|新生|业主|租户|务工(?!人员)|打工的?)"
    ),
    # what comes one after another and has no other name: 第一批什么时候报名, 第二批呢
    re.compile(r"第[一二三四五六七八九十\d]+(?:批次?|期|轮|档|组|场|届|学期|季度|阶段|志愿|学段|年级?|次)"),
    # who takes a step, from the person up to the province: 个人申报几号截止, 那市级呢
    re.compile(
        r"个人(?!信息|所得|简历)|单位|企业|公司|学校|学院|团体|集体"
        r"|(?:各?(?:县市?区|区县|县区)|县级|区级|地市|各市|市级|省级)(?:那边|部门)?"
    ),
)
_NUMERAL = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)"
_COUNTED = tuple(
    re.compile(rf"{_NUMERAL}(?:{unit})")  # figures of one unit stand for one another: 85岁, 92岁
    for unit in (
        "周?岁",
        "分(?!之)",
        "口人?",
        "人户?",
        "平(?:米|方)?",
        "万元?",
        "元",
        "个?月(?!份)",
        "年(?!度)",
        "天",
    )
) + tuple(
    re.compile(rf"(?<!第){_NUMERAL}{unit}(?=$|[\u4e00-\u9fff])")  # 养一只狗, 那两只呢
    for unit in "只条头匹辆台件张本份次场门科篇幅套间栋节位名袋瓶箱棵亩"
)
_HEADCOUNT = re.compile(rf"{_NUMERAL}(?:个人|人|位)")
_HEADS = re.compile(rf"({_HEADCOUNT.pattern})(?:一起|一块儿?|一同|一道|都)*(?:去|来)?(?:考|报名?|参加|交)?")
_CODES = re.compile(
    r"(?<![\da-zA-Z])[a-zA-Z]{0,3}\d{3,8}(?![\da-zA-Z]|年|元|万|人|字|分|平)"
)  # posts, forms: 2501, a12
_FIXED = (LEVELS, DEGREES, _MONTHS, _YEARS, *_COUNTED, _CODES)
_LABEL = re.compile(r"[^：:，,。；;（）()]{2,12}(?=[：:])")
_EDGES = "的，, 要是如果"
_LEFT_OVER = 4  # characters that may be left of a short question once it is filled in
_SHORT = 14  # characters of a question that is understood only after another


_LATIN_WORD = re.compile(r"[a-z]{2,}")  # says as much as two characters


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question filled in; `context` is what it has to be understood by, where it asks something of its own.

    That is the old question, with the words replaced that stand for another of their class.
    """

    text: str
    context: str = ""


def leans_on_previous(text: str, names_notice: bool) -> bool:
    """Whether a question can only be understood after the one before."""
    key = search_key(text)
    if _OPENERS.search(key) or _PARTICLES.search(key) or _ITSELF.search(key):
        return True
    return len(_LATIN_WORD.sub("两字", key).replace(" ", "")) <= _SHORT and not names_notice


def changes(text: str) -> bool:
    """Whether a turn says that something else is meant: 换成三级, 改成航拍那个."""
    return re.match(r"(?:那么?|再|我)?(?:换成?|改成?|改为)(?!句|算|天)", search_key(text)) is not None


_BACK = re.compile(
    r"^(?:那|好|嗯|再|还是|我们|咱们)*(?:回到?|说回|退回|接着|继续)(?:到|说|问|看)?"
    r"(?:(?:刚才|刚刚|前面|之前|上面|一开始|最开始|最初)?(?:说|问|讲|提)?(?:过|到)?的?)"
    r"|^(?:那|嗯|对了|还是|我是?问)*(?:刚才|刚刚|前面|之前|上面|一开始|最开始|最初)(?:我)?(?:说|问|讲|提)?(?:过|到)?的?"
)


def points_back(text: str) -> re.Match[str] | None:
    """The words that lead back to what was asked before the last question: 回到刚才那个, 刚才说的."""
    match = _BACK.match(search_key(text))
    return match if match and match.end() > 1 else None


def without_frame(text: str) -> str:
    """A short question without the words that only tie it to what was said: 那…呢, 换成…那个."""
    key = _PARTICLES.sub("", _OPENERS.sub("", search_key(text))).strip(" ，,。?？")
    return _POINTING.sub("", key).strip(" ，,。?？的")


def without_place(text: str) -> str:
    """A short question without the words that name a place in a list: 第二个的费用."""
    place = r"(?:第[一二三四五六七八九十\d]+|最后一?|前一?|后一?)(?:个|种|项|条|份|类|款|者)?的?"
    return re.sub(place, "", without_frame(text), count=1)


class TermClasses:
    """Words that can stand for one another: ordered scales, the keys and headers of one table, and the
    labels of the clauses side by side in one list."""

    def __init__(self, library: Library) -> None:
        self._terms = {n.notice_id: [*_table_terms(n), *_labels(n)] for n in library.notices}
        self._tables = [c for n in library.notices for c in _table_terms(n)]

    def resolve(self, text: str, previous: str, notices: Sequence[str] = ()) -> Resolved:
        """Fill `text` in from the question before, which was answered from `notices`."""
        new = without_frame(text)
        key = search_key(previous)
        if heads := _HEADS.fullmatch(new):  # 五个人一起, after what it costs
            told = _last(_HEADCOUNT, key)
            counted = key[: told.start()] + heads[1] + key[told.end() :] if told else f"{heads[1]},{key}"
            return Resolved(counted)
        filled, rest = self._replace(new, key, notices)
        if rest != new.strip(_EDGES) and _asks(rest):
            if rest in filled or (_HOW_MUCH.fullmatch(rest) and _HOW_MUCH.search(filled)):
                return Resolved(filled)  # 三级多少钱 after 甲四级考务费多少
            return Resolved(new, filled)  # after 能报四级吗
        if filled != key and len(rest) <= _LEFT_OVER:
            return Resolved(filled + rest)
        return Resolved(new, previous)

    def listed(self, text: str, notices: Sequence[str]) -> tuple[str, ...]:
        """The terms of one class that a question names side by side, in its order."""
        key = search_key(text)
        for terms in (t for n in notices for t in self._terms.get(n, ())):
            found = sorted((key.index(t), t) for t in terms if len(t) >= 2 and t in key)
            if len(found) > 1:
                return tuple(t for _, t in found)
        return ()

    def _replace(self, new: str, previous: str, notices: Sequence[str]) -> tuple[str, str]:
        """The old question with the new one's words in the place of those of their class; what is left."""
        rest, filled = new, previous
        for pattern in _FIXED:
            theirs, ours = _last(pattern, filled), pattern.search(rest)
            if theirs and ours:
                filled = filled[: theirs.start()] + ours.group() + filled[theirs.end() :]
                rest = rest.replace(ours.group(), "", 1)
        for pattern in _CONTRASTS:
            theirs, ours = _last(pattern, filled), pattern.fullmatch(rest.strip(_EDGES))
            if theirs and ours:
                return filled[: theirs.start()] + ours.group() + filled[theirs.end() :], ""
        for terms in [t for n in notices for t in self._terms.get(n, ())] or self._tables:
            rest = _in_full(rest, terms)
            ours_term, their_term = _named(rest, terms), _named(filled, terms)
            if ours_term and their_term and ours_term[0] != their_term[0]:
                filled = filled.replace(their_term[1], ours_term[1])
                rest = rest.replace(ours_term[1], "", 1)
        if filled == previous and (theirs := _of_one_head(rest.strip(_EDGES), filled)):
            return filled[: theirs.start()] + rest.strip(_EDGES) + filled[theirs.end() :], ""
        return filled, rest.strip(_EDGES)


_HEAD = 2  # characters at the end of a name that say what kind of thing it is
_APART = "，,。在到去从是的我给对要需能可和跟与"


def _of_one_head(name: str, question: str) -> re.Match[str] | None:
    """Where a question names another thing of the kind that ends `name`: 远郊片区 beside 老城片区."""
    if not re.fullmatch(rf"[^{_APART}]{{3,10}}", name) or _asks(name):
        return None
    head = re.escape(name[-_HEAD:])
    theirs = re.search(rf"(?:^|(?<=[{_APART}]))[^{_APART}]{{1,6}}?{head}", question)
    return theirs if theirs and theirs[0] != name else None


_HOW_MUCH = re.compile(r"多少钱?[呢啊?？]*$")
_WHETHER = re.compile(r"[^呢]+(?:吗|么|不|没有?)[?？]*$")


def _asks(rest: str) -> bool:
    """Whether what is left of a question asks something of its own: 多少钱, 有投影吗."""
    return bool(lexicon().interrogatives.search(rest) or _WHETHER.match(rest))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match: what is asked about stands behind what is told, 有四级证，能报三级吗."""
    return next(reversed(list(pattern.finditer(text))), None)


def _labels(notice: Notice) -> Iterable[Sequence[str]]:
    """The labels of the clauses side by side in one list: 3.2 小学：…, 3.3 初中：…; 网上报名：…, 缴费：…."""
    lists: dict[tuple[int, ClauseKind], list[str]] = {}
    for index, clause in enumerate(notice.clauses):
        text = notice.clause_text(index).removeprefix(clause.marker).strip()
        label = _LABEL.match(text)
        if label and clause.kind in (ClauseKind.ITEM, ClauseKind.PARAGRAPH):
            lists.setdefault((clause.parent, clause.kind), []).append(search_key(label[0]).strip())
    yield from (sorted(set(names)) for names in lists.values() if 1 < len(set(names)) <= 20)


def _table_terms(notice: Notice) -> Iterable[Sequence[str]]:
    """The values of each column of names, and the names of the columns themselves."""
    for clause in notice.clauses:
        if clause.kind is not ClauseKind.TABLE:
            continue
        columns: dict[str, set[str]] = {}
        for row in (notice.clauses[i] for i in clause.children):
            for cell in row.cells:
                if not re.fullmatch(r"[\d.,%/\-—元]+", cell.text) and len(cell.text) <= 30:
                    columns.setdefault(cell.header, set()).add(search_key(cell.text))
        yield from (sorted(v) for v in columns.values() if 1 < len(v) <= 60)
        leaves = {search_key(p) for h in columns for p in h.split(" ")}
        headers = {
            search_key(c.header.split(" ")[-1]) for r in clause.children for c in notice.clauses[r].cells
        }
        yield sorted(leaves | headers)


def _in_full(text: str, terms: Sequence[str]) -> str:
    """What is left of a question, a name in it that is cut short to its first word (航拍) in full."""
    if _named(text, terms) is not None:
        return text
    short = [t for t in terms if len(t) > _SHORT_NAME and text.startswith(t[:_SHORT_NAME])]
    alike = [t for t in terms if short and short[0][:_SHORT_NAME] in t]
    return short[0] + text[_SHORT_NAME:] if len(alike) == 1 else text


_SHORT_NAME = 2  # characters of a word


def _named(text: str, terms: Sequence[str]) -> tuple[str, str] | None:
    """The term that `text` names best, and the words it does so with."""
    best: tuple[float, str, str] | None = None
    for term in terms:
        score = measure(term, text)
        if score < 0.5:
            continue
        words = _common(term, text)
        if len(words) >= 2 and (best is None or (score, len(words)) > (best[0], len(best[2]))):
            best = (score, term, words)
    return (best[1], best[2]) if best else None


def _common(term: str, text: str) -> str:
    for length in range(len(term), 1, -1):
        for start in range(len(term) - length + 1):
            if term[start : start + length] in text:
                return term[start : start + length]
    return ""
