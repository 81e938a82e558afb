"""What a notice permits, forbids, demands, waives and confines: its norms, each with the sentence it is from.

The kinds are those of deontic logic (obligation, prohibition, permission, exemption), and one for what is
open to some or in some way alone (只能, 仅限). A norm is read from the word that carries it: who or which
case it is about stands before that word, what is done stands behind. A part of a sentence without such a word
belongs to the norm that follows, as its case, else to the one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.values.leads import governing_clause
from corpus.values.periods import fold

__all__ = ["OF_A_KIND", "Norm", "NormKind", "norms_in", "norms_of"]


class NormKind(StrEnum):
    """What a norm does with what it is about."""

    FREES = "frees"  # 无需, 免交: it need not be done
    CONFINES = "confines"  # 只能, 仅限: this and nothing else
    FORBIDS = "forbids"  # 不得, 谢绝, 不予, 无效
    PERMITS = "permits"  # 可以, 均可
    DEMANDS = "demands"  # 须, 应当, 凭


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm. `case` is who or what it is about, `act` what is done; both as written, half width.

    `terms` is what makes it hold only as a rule (未经允许, 原则上), `exceptions` who or what is left out.
    """

    kind: NormKind
    case: str
    act: str
    clause: int
    span: Span
    terms: str = ""
    exceptions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All that the norm speaks of."""
        return f"{self.case},{self.act}"


_FREES = (
    r"无需|无须|毋需|不需要?|不用|不必(?!要)|免(?:于|予|去|收|费|试|交|缴|考|票|修|检|验|除|征)|不收(?:取任何)?费|不[作设][^,]{0,8}限制|不作要求|不要求|(?:没有|无(?!关|论))[^,]{0,8}(?:限制|要求)"
    r"|不受[^,]{0,12}限制|不限(?!于|量|时)|可不(?!可)|不受影响|不影响|不扣"
)
_CONFINES = (
    r"只(?:能|可以?|限|补(?!缴|交|考)|接受|接收|供|受理|招收?|面向|有|准|向|开放|对|许|选|允许|发放?给?|用于)|仅(?:限|供|接受|能|可以?|面向|对|用于|向|受理|招收?|开放|允许|为)"
    r"|(?<![有期年时权上下局极无不额])限(?!制|额|期|度|时|定|高|速|令|免|量|价|购|行|号|产|电|流|塑|薪|重|公里)|(?:最多|至多)(?:可以?|能|只能)?|(?<!选)择一|[二三四]选一|专供|专用于?|统一由|(?:均|一律)由"
)
_FORBIDS = (
    r"(?:请|切)?勿|不得|不可(?!避免|抗|或缺|分)|不能|不准|不许|不允许|请?不要(?!求)|严禁|禁止|谢绝|拒绝|杜绝|不予|不再|不接受|不(?:直接|单独)?受理|概不|恕不|无法|不宜"
    r"|不安排|不提供|不开放|不外借|不设|不办理|不退|不补|不计[入算]?|不算|不认可?|不参加|不享受|不属于|不适用|不包括|不包含|不含|不纳入|不列入|不征集|不招收?"
    r"|不参评|不在[^,]{0,10}(?:范围|之列)|禁(?=烟|带|酒|入|拍|食|停|养|放|用)|没有资格|无资格|一票否决|作废|无效|失效"
    r"|视为(?:自动|自愿)?(?:放弃|弃权|缺考|缺席|违规|违纪|作弊|不合格|无效|未)|取消[^,]{0,10}(?:资格|成绩)|按[^,]{0,8}违[规纪约][^,]{0,4}处理|停发|停止"
)
# 可 that makes the name of a kind and permits nothing: 可复制, 可再生, 可靠.
OF_A_KIND = (
    "不|见|能|靠|行|持续|比|爱|以|复制|推广|视|回收|再生|追溯|操作性|控|信|循环|重复|量化"
    "|观|喜|疑|贵|惜|穿戴|移动|定制"
)
_PERMITS = (
    rf"可以|均可|即可|也可|(?<![许认])可(?!{OF_A_KIND})|(?<!未经)允许|准予|能够|有权(?!利)|有机会|享有|享受|视同|算作"
    r"|(?:将|予以|给予|全额|及时)(?=[^,]{0,16}(?:退还|返还|退回|补发|发放|补贴|报销|退款))"
)
_DEMANDS = (
    r"(?<![无毋])须(?!知)|必须|(?<![相对响适供反])应当?(?!届|聘|试|征|急|用|对|付|邀|有尽有|考)|(?<![如若确因所急无毋不供据视按有])需要?(?!求|调整)|务必|方可|方能|方予|才能|才可"
    r"|(?<![申邀聘提敬宴])请(?!假|求|示|教|柬|战|不|勿)|凭(?=[^,]{1,24}(?:入|进|领|办|参|乘|享|借|报|考))|持(?=[^,]{2,40}(?:入|进|领|办|参|乘|到|前往|报到))"
)
_MARKS = re.compile(
    "|".join(
        f"(?P<{kind}>{words})"
        for kind, words in (
            (NormKind.FREES, _FREES),
            (NormKind.CONFINES, _CONFINES),
            (NormKind.FORBIDS, _FORBIDS),
            (NormKind.PERMITS, _PERMITS),
            (NormKind.DEMANDS, _DEMANDS),
        )
    )
)
_PARTS = re.compile(r",|:(?!\d)")
_SENTENCES = re.compile(r"[^。;!?\n]+[。;!?]?")
_INSERT = re.compile(r"\(([^()]*)\)")
_IS_CASE = re.compile(
    r"(?:的|(?<![学课小工及平临准按])时|者|后|前|期间|之日起)$"
)  # a part that only says in which case
_OPENS_CASE = re.compile(r"^(?:未经|经|如果?|若|凡|因|遇|对于?|属于|有下列|有以下|一旦|特殊情况)")
_SUPPOSES = re.compile(r"^(?:如果?|若|因|遇|一旦)")
# What has to have come out for all that the sentence says: 经核实提供虚假证明的，取消资格，费用不予退还.
_FOUND_OUT = re.compile(r"^(?:一?经(?:查实|核实|查证|发现|调查)|一旦|如有|如发现)[^,]{2,}(?:的|者)$")
_NAMES = re.compile(
    r"的(?:情形|情况|行为|人员|对象|范围|条件|要求|规定)$"
)  # 不得迁入的情形: what a list is called
_TURNS = re.compile(r"^(?:违者|否则|以免|以防|如有|如|若|凡|但|逾期|其中|其他)")
_TERMS = re.compile(
    r"未经[^,]{0,14}?(?:允许|许可|批准|同意|审批|核准)|原则上|一般(?!人|性)|无特殊(?:情况|原因)"
)
_GIVES_LEAVE = re.compile(r"未?经[^,]{0,12}$")  # 未经工作人员允许 lets nobody do anything
_STATES = re.compile(r"[,，。:：;；]")  # a heading that says more than what stands below it
_UNASKED = re.compile(r"擅自|私自|随意|随便|自行")
_LEAVE = re.compile(r"(?:经|报|征得)[^,]{0,16}(?:允许|许可|批准|同意|审批)")
_BESIDES = re.compile(
    r"(?:确有|如有|若有|遇有?|确因|如因)[^,]{0,4}特殊(?:情况|原因|情形)?|特殊(?:情况|原因|情形)(?=[^,]{0,6}(?:除外|需|必须|可))"
)
_EXCEPTED = re.compile(
    r"除(?:了)?(?P<out>[^,。;()]{2,40}?)(?:以外|之外|外(?!国|省|地|语|籍)|,(?=其他|其余))|(?P<behind>[^,。;()]{2,30}?(?:\([^()]{1,40}\))?)除外"
)


def norms_of(notice: Notice) -> tuple[Norm, ...]:
    """The norms of a notice, in reading order."""
    return tuple(n for clause in range(len(notice.clauses)) for n in norms_in(notice, clause))


@once_per_notice
def _kept(notice: Notice) -> dict[int, tuple[Norm, ...]]:
    return {}


def norms_in(notice: Notice, clause: int) -> tuple[Norm, ...]:
    """The norms of one clause, read once: its own, or that of its lead-in with the clause for its case."""
    kept = _kept(notice)
    if clause not in kept:
        kept[clause] = tuple(_read(notice, clause))
    return kept[clause]


def _read(notice: Notice, clause: int) -> list[Norm]:
    own = list(_own(notice, clause))
    return own or (list(_by_lead(notice, clause)) if notice.clauses[clause].kind is ClauseKind.ITEM else [])


# 有下列情形之一的，不予报名：1.…的；2.…的: each is a case of what is said before the colon.
_LEADS = re.compile(r"(?P<lead>[^:]*(?:下列|以下)[^:]*):(?P<item>[^:]+的(?:\([^()]*\))?)$")
_LISTED = re.compile(r"(?:\d{1,2}[.、)]|\([\d一二三四五六七八九十]{1,2}\))?(?P<item>[^:]+的(?:\([^()]*\))?)$")


def _own(notice: Notice, clause: int) -> Iterator[Norm]:
    """The norms of the sentences of a clause, those of a list within it for each of its items."""
    led: list[Norm] = []
    for text, span in _sentences(notice, clause):
        item = _LISTED.fullmatch(text) if led else None
        if item is None:
            lead = _LEADS.fullmatch(text)
            led = list(_norms(lead["lead"], clause, span))[-1:] if lead else []
            item = lead if led and led[-1].kind is NormKind.FORBIDS else None
            led = led if item else []
        if item is None:
            yield from _norms(text, clause, span)
        else:
            case = re.sub(r"^\d{1,2}[.、)]", "", item["item"])
            plain = _INSERT.sub("", case)
            yield replace(led[-1], case=f"{led[-1].case},{plain}", span=span, exceptions=_left_out(case))


def _sentences(notice: Notice, clause: int) -> Iterator[tuple[str, Span]]:
    """The sentences of a clause, of a table row those of its cells; questions printed in it are none."""
    node = notice.clauses[clause]
    if node.kind is ClauseKind.TABLE or (
        node.kind is ClauseKind.HEADING and not _STATES.search(notice.clause_text(clause))
    ):
        return
    if node.kind is ClauseKind.ROW:
        spans = [c.span for c in node.cells if not c.inherited]
    else:
        spans = [
            replace(s, start=s.start + (len(node.marker) if not i else 0)) for i, s in enumerate(node.spans)
        ]
    for span in spans:
        for match in _SENTENCES.finditer(fold(notice.text[span.start : span.end])):
            if not match[0].endswith("?"):
                place = Span(span.start + match.start(), span.start + match.end())
                yield re.sub(r"\s", "", match[0]).rstrip("。;!"), place


def _by_lead(notice: Notice, clause: int) -> Iterator[Norm]:
    """What a lead-in makes of an item: 下列情况不能发售 above 证件过期的."""
    lead = governing_clause(notice, clause)
    if lead is None:
        return
    own = notice.clauses[clause].spans[0]
    above = [n for text, span in _sentences(notice, lead) for n in _norms(text, lead, span)][-1:]
    for norm in above:
        item = re.sub(r"\s", "", fold(notice.clause_text(clause))).removeprefix(notice.clauses[clause].marker)
        left_out = (*norm.exceptions, *_left_out(item))
        under = replace(norm, case=f"{norm.case},{item}", clause=clause, span=own, exceptions=left_out)
        if norm.kind is not NormKind.PERMITS or not _LACKS.match(item):
            yield under
        elif _CONDITIONS.search(norm.case):  # of one of several ways nothing follows for who is not of it
            yield _of_who_lacks(under, item)


_CONDITIONS = re.compile(
    r"(?:下列|以下|如下|所列)(?!.*之一)[^,]{0,8}(?:条件|要求|资格)|同时(?:具备|符合|满足)"
)
_LACKS = re.compile(r"^(?P<before>[^,]{0,10}?)(?:从未|未曾|未|没有|没|无(?!论))(?=[\u4e00-\u9fff])")


def _of_who_lacks(norm: Norm, item: str) -> Norm:
    """What is permitted on the condition that something is not so, as forbidden where it is.

    符合下列条件的可以报名 above 未受过处分 lets nobody apply who was punished.
    """
    lacks = _LACKS.match(item)
    assert lacks is not None
    return replace(norm, kind=NormKind.FORBIDS, case=f"{lacks['before']}{item[lacks.end() :]}")


def _left_out(text: str) -> tuple[str, ...]:
    """Who or what a text leaves out: （本人是业主的除外）."""
    return tuple((m["out"] or m["behind"]).lstrip("但") for m in _EXCEPTED.finditer(text))


def _norms(sentence: str, clause: int, span: Span) -> Iterator[Norm]:
    """The norms of one sentence, and of what stands in brackets in it."""
    excepted = _left_out(sentence)
    plain = _INSERT.sub("", sentence)
    waiting, supposed, found = "", "", list[Norm]()
    for part in _PARTS.split(plain):
        marks = _marks(part)
        if _FOUND_OUT.search(part):
            supposed = part
        if not marks:
            if (
                found
                and not waiting
                and not _OPENS_CASE.search(part)
                and not _TURNS.search(part)
                and not _IS_CASE.search(part)
            ):
                found[-1] = replace(found[-1], act=f"{found[-1].act},{part}")
            else:
                waiting = f"{waiting},{part}".strip(",")
            continue
        own = list(_of_part(part, marks, waiting, clause, span))
        if own and not own[0].case and found:
            whom = _TERMS.sub("", found[-1].case).strip(",")  # who is spoken of goes on
            own = [replace(n, case=whom) for n in own]
        if supposed:
            own = [n if supposed in n.case else replace(n, case=f"{supposed},{n.case}") for n in own]
        found += own
        waiting = ""
    for norm in found:
        if norm.case.startswith("否则") or _NAMES.search(norm.act):
            continue  # what follows where a demand is not met; the demand says so
        yield replace(norm, exceptions=excepted, terms=norm.terms or _terms(norm, plain))
    for match in _INSERT.finditer(sentence):
        before = _PARTS.split(sentence[: match.start()])[-1]
        for norm in _norms(match[1], clause, span):
            yield replace(norm, case=f"{_INSERT.sub('', before)},{norm.case}")


def _marks(part: str) -> list[re.Match[str]]:
    """The words of a part that carry a norm; none of those that only say of what kind something is."""
    marks = [
        m for m in _MARKS.finditer(part) if not (m[0] == "允许" and _GIVES_LEAVE.search(part[: m.start()]))
    ]
    ends = [m.start() for m in marks[1:]]
    kept = [m for m, end in zip(marks, ends, strict=False) if "的" not in part[m.end() : end]] + marks[-1:]
    if _SUPPOSES.search(part) and all(m.lastgroup == NormKind.FORBIDS for m in marks):
        return []
    if _IS_CASE.search(part) and marks and not part.endswith(marks[-1][0]):
        return [m for m in kept if m[0] in _ONLY_THEN]
    return kept


def _of_part(part: str, marks: list[re.Match[str]], waiting: str, clause: int, span: Span) -> Iterator[Norm]:
    """The norms of one part; what stands before the first word that carries one is the case of all."""
    case = f"{waiting},{part[: marks[0].start()]}".strip(",")
    ends = [*(m.start() for m in marks[1:]), len(part)]
    last: Norm | None = None
    for mark, end in zip(marks, ends, strict=True):
        kind, act = NormKind(mark.lastgroup or ""), part[mark.end() : end]
        if mark[0] in _ONLY_THEN:  # what comes before is what it takes
            last = replace(last, case=f"{last.case},{act}") if last else Norm(kind, act, case, clause, span)
            continue
        if last is not None and last.act:
            yield last
        last = Norm(kind, case, act if mark[0] in _BARE else f"{mark[0]}{act}", clause, span)
    if last is not None:
        yield last


_ONLY_THEN = frozenset(("方可", "方能", "方予", "才能", "才可"))
_BARE = frozenset(
    (
        "须",
        "必须",
        "应",
        "应当",
        "需",
        "需要",
        "务必",
        "请",
        "可",
        "可以",
        "允许",
        "不得",
        "不可",
        "不能",
        "不准",
        "不许",
        "不允许",
        "不要",
        "禁止",
        "不予",
        "不再",
        "不用",
        "不必",
        "不需",
        "不需要",
        "无需",
        "无须",
    )
)


def _terms(norm: Norm, sentence: str) -> str:
    """What makes a norm hold only as a rule, `""` where it holds whatever comes."""
    told = _TERMS.search(norm.text) or (_BESIDES.search(sentence) if norm.kind is NormKind.FORBIDS else None)
    if told is None and norm.kind is NormKind.FORBIDS and _UNASKED.search(norm.text):
        told = _LEAVE.search(sentence)  # 不得私自调换, where the sentence says who may let one
    return told[0] if told else ""
