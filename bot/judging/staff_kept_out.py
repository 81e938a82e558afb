"""Who works for those who hold something, or is kin of one who does, where these may not take part:
本馆职工及其配偶不参加, and 我老公在你们馆上班."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from corpus import patterns as re
from corpus.conditions.norms import NormKind, norms_in
from index.normal import search_key

__all__ = ["judge_staff", "speaks_of_staff"]

_LOOKED_AT = 12  # passages whose norms are read
_KIN = {
    "配偶": r"老公|老婆|丈夫|妻子|爱人|媳妇|男人(?=是|在|就)|另一半|配偶",
    "子女": r"儿子|女儿|闺女|孩子|子女",
    "父母": r"我?[爸妈爹娘]|父亲|母亲|父母",
    "兄弟姐妹": r"哥哥?|姐姐?|弟弟?|妹妹?",
}
# Whom a word for kin covers: 直系亲属 all who are of one line, and those married.
_COVERED = (
    (re.compile(r"近?亲属|家属|家庭成员|家人"), frozenset(_KIN)),
    (re.compile(r"直系"), frozenset(("配偶", "子女", "父母"))),
    (re.compile(r"配偶|夫妻"), frozenset(("配偶",))),
    (re.compile(r"子女"), frozenset(("子女",))),
    (re.compile(r"父母"), frozenset(("父母",))),
    (re.compile(r"兄弟|姐妹"), frozenset(("兄弟姐妹",))),
)
_STAFF = re.compile(
    r"(?P<who>[^,、。;]{0,10}?)(?P<role>职工|工作人员|员工|教职工|干部|教练员?|教师|评委|裁判员?|从业人员)"
    r"(?:本人)?(?P<kin>(?:及|和|与|、|或)(?:其|他们的|的)?[^,。;]{0,14}?(?:配偶|亲属|子女|父母|家属|家庭|家人)[^,。;]{0,4})?"
)
_WORKS = re.compile(
    r"(?:在|是|给)(?P<where>[^,。;?]{1,10}?)(?:里|内)?(?:上班|工作|干活|任职|打工|当差)"
    r"|(?:是|当)(?P<what>[^,。;?]{0,8}?(?:职工|工作人员|员工|干部|教练|老师|教师|评委|裁判))"
)
_OTHERS = re.compile(r"朋友|同学|同事|邻居|亲戚|老乡|室友|熟人|[舅叔姑姨侄]|[他她]们?$")
_ANYWHERE = re.compile(r"你们|这里|这儿|那里|本|单位")


def speaks_of_staff(case: str) -> bool:
    """Whether a case is that of those who work for whoever issued a notice, or of kin of theirs."""
    staff = _STAFF.search(search_key(case))
    return staff is not None and bool(staff["kin"] or _OWN.search(staff["who"]))


def judge_staff(question: Question, own: Sequence[Evidence]) -> list[Judgement]:
    """The sentence that keeps out the staff, or kin of the staff, that a question tells of; [] for none."""
    told = list(_told(search_key(f"{question.context},{question.text}")))
    if not told or not question.polar:
        return []
    for e in own[:_LOOKED_AT]:
        for norm in norms_in(e.notice, e.passage.clause):
            if norm.kind is not NormKind.FORBIDS or not e.passage.span.covers(norm.span):
                continue
            staff = _STAFF.search(search_key(norm.case))
            if staff and any(_is_of(staff, who, where, e) for who, where in told):
                return [Judgement(Verdict.NOT_ELIGIBLE, e, "属于不参加的人员", partial=True)]
    return []


def _told(asked: str) -> Iterator[tuple[str, str]]:
    """Who works where, or as what: the kind of kin, `""` for who asks, with the place or the post."""
    for work in _WORKS.finditer(asked):
        before = re.split(r"[,。;]", asked[: work.start()])[-1]
        if re.search(r"想|要|能|以前|曾|[过没不]$", before):
            continue
        kin = next((k for k, words in _KIN.items() if re.search(words, before)), "")
        kin = kin or ("others" if _OTHERS.search(before) else "")
        yield kin, work["where"] or work["what"]


def _is_of(staff: re.Match[str], who: str, where: str, evidence: Evidence) -> bool:
    covered = next(
        (kin for words, kin in _COVERED if staff["kin"] and words.search(staff["kin"])), frozenset()
    )
    if who and who not in covered:
        return False
    post = staff["role"].removesuffix("员") if staff["role"] not in _ANY_POST else ""
    if post:
        return post in where or (post == "教师" and "老师" in where)
    if not _OWN.search(staff["who"]):
        return False
    notice = evidence.notice
    place = search_key(f"{staff['who']}{notice.issuer}{notice.title}")
    return bool(_ANYWHERE.search(where)) or any(where[i : i + 2] in place for i in range(len(where) - 1))


_OWN = re.compile(
    r"(?:^|[,的])(?:本|我)[\u4e00-\u9fff]{1,4}$|(?:主办|承办|协办|举办|组织|招募|招聘)[^,]{0,8}$|^$"
)  # 本馆, and no 机关 in general
_ANY_POST = ("职工", "工作人员", "员工", "教职工", "从业人员")
