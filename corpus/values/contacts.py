"""Telephones, addresses and hours of a notice: what each is for and whose it is.

Telephone numbers are read as `corpus.values.facts` reads them; here short numbers (12345), further numbers
after a mark (`…01、…02`), labelled addresses and hours are added. The footer of a site that only reposts a
notice (版权所有, 客服热线) is told from the issuer's own contacts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus import patterns as re
from corpus.notice import ClauseKind, FactKind, Notice, Span
from corpus.values.facts import extract_facts
from corpus.values.periods import fold

__all__ = ["Contact", "ContactKind", "Owner", "Role", "contacts_of"]


class ContactKind(StrEnum):
    """What a contact is."""

    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    ADDRESS = "address"
    HOURS = "hours"


class Role(StrEnum):
    """What a contact is for."""

    ENQUIRY = "enquiry"
    ACCEPTANCE = "acceptance"
    SUPERVISION = "supervision"
    COMPLAINT = "complaint"
    TECHNICAL = "technical"
    REGISTRATION = "registration"
    PAYMENT = "payment"
    SUBMISSION = "submission"
    QUERY = "query"  # 查询成绩, 下载
    GENERAL = "general"


class Owner(StrEnum):
    """Whose a contact is."""

    ISSUER = "issuer"
    SUPERVISOR = "supervisor"
    OTHER = "other"
    REPOSTER = "reposter"


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach somebody. `organisation` is as named in the text, else the issuer, else empty."""

    kind: ContactKind
    role: Role
    owner: Owner
    organisation: str
    value: str
    text: str
    span: Span
    clause: int


_KINDS = {
    FactKind.PHONE: ContactKind.PHONE,
    FactKind.EMAIL: ContactKind.EMAIL,
    FactKind.URL: ContactKind.URL,
    FactKind.ADDRESS: ContactKind.ADDRESS,
}
_ROLES = (
    (Role.SUPERVISION, "监督|纪检|监察"),
    (Role.COMPLAINT, "投诉|举报"),
    (Role.TECHNICAL, "技术(?:支持|咨询|服务电话|问题|热线|人员|保障)|系统故障|平台维护"),
    (Role.PAYMENT, "缴费|收款|汇款|开户|付款|转账"),
    (Role.SUBMISSION, "报送|邮寄|寄送|寄至|发送至|发送到|发至|投递|提交至|收件"),
    (Role.QUERY, "查询|下载|公示网"),
    (Role.REGISTRATION, "报名|申报网|申报系统|申报平台|注册|登录|登记"),
    (Role.ENQUIRY, "咨询|答疑|问询|服务热线|联系"),
    (Role.ACCEPTANCE, "受理|办理|窗口|办公|领取|接待"),
)
_ROLE = re.compile("|".join(f"(?P<{role.value}>{words})" for role, words in _ROLES))
# What a telephone is for, in front of a colon or comma: it is not for what those before it are for.
_OWN_MATTER = re.compile(
    r"[\u4e00-\u9fff]{2}(?<!电话)(?<!热线)(?<!地址)(?<![院局所站科室办处校园厅会队社部心司委馆])(?::|,(?=[\u4e00-\u9fff]))"
)
_ORGANISATION = re.compile(
    r"[\u4e00-\u9fff]{2,30}?(?:有限公司|公司|委员会|人民政府|办公室|研究所|研究院|事务所|服务中心|中心|大学|学院|学校|小学"
    r"|中学|幼儿园|医院|协会|学会|银行|集团|总站|网站|监察组|分局|总局|(?<![当时])局|(?<!大)厅)(?![\u4e00-\u9fff]{0,6}(?:局|公司|委员会|中心)(?:[的::,，、]|$))"
)
_LEADING = re.compile(
    r"^(?:.*(?:名称|单位)为)?(?:请|可|拨打|致电|联系|咨询|登录|由|向|到|在|或者?|和|以及|及|与|至|各|凡|主办|承办|单位|为|是|其中|市民|电话|地点|地址|登记|报名|户籍)+"
)
_OURSELVES = re.compile(r"[我本][局厅委会校院所处司]|[我本](?:中心|公司|单位|办公室|协会|委员会)")
_FOOTER = re.compile(
    r"版权所有|copyright|©|ICP备|客服(?:热线|电话|微信|QQ)|扫码关注|加微信|全国统一热线", re.IGNORECASE
)
_COMPANY = re.compile(r"公司|网校|培训机构|教育网|人才网|考试网|资讯网")
_BANNER_LENGTH = 30  # clauses
_SITE = re.compile(r"主办|承办|官网|技术支持|转载|欢迎来到")
_SHORT = re.compile(r"(?:电话|热线|[拨打问])[^\d。;\n]{0,8}(?P<value>1\d{4}|9\d{4}|\d{7})(?![\d-])")
_FURTHER = re.compile(r"(?<=\d)\s*[、,/]\s*(?P<value>\d{7,8})(?!\d)")
_LABELLED = re.compile(
    r"(?:地址|办公地点|受理地点|办理地点|报名地点)\s*[:为]\s*(?P<value>[^,。;\n|()]{4,40})"
)
_CLOCK = r"(?:(?:上午|下午|晚上|中午)\s*+)?\d{1,2}\s*+(?::\s*\d{2}|[时点](?:半|\d{2}分)?)"
_RANGE = rf"{_CLOCK}\s*+(?:-|–|~|至|到)++\s*+{_CLOCK}"
_DAY = "[一二三四五六日天]"
_DAYS = rf"(?:法定)?工作日|每[日天]|(?:每?周|星期){_DAY}(?:\s*(?:至|到|-|、)\s*(?:周|星期)?{_DAY})?"
_HOURS = re.compile(
    rf"(?:(?:{_DAYS})\s*+[(,]?\s*+){{0,6}}{_RANGE}(?:\s*+[、,;和及]?\s*+{_RANGE})*\)?"
    rf"|(?:{_DAYS})(?=[^。;\n]{{0,6}}(?:受理|办公|接听|接待))"
)
_HOURS_OF = re.compile(r"受理|办公|工作时间|服务|接听|咨询|接待|办理|窗口|电话|开放时间|营业|联系|对外")


def contacts_of(notice: Notice) -> tuple[Contact, ...]:
    """The contacts that a notice gives, in reading order."""
    footer, banner = _footer(notice), _banner(notice)
    found = []
    for kind, span, clause in sorted(_values(notice), key=lambda v: v[1]):
        before, after = _around(notice, span, clause)
        role = _role(notice, before, after, clause)
        owner, organisation = _whose(notice, before, role, clause, clause >= footer or clause < banner)
        text = notice.quote(span)
        found.append(Contact(kind, role, owner, organisation, fold(text), text, span, clause))
    return tuple(found)


def _values(notice: Notice) -> Iterator[tuple[ContactKind, Span, int]]:
    taken: list[Span] = []
    for kind, span, clause in (*_labelled(notice), *_from_facts(notice), *_further(notice)):
        if not any(span.start < t.end and t.start < span.end for t in taken):
            taken.append(span)
            yield kind, span, clause


def _from_facts(notice: Notice) -> Iterator[tuple[ContactKind, Span, int]]:
    for fact in notice.facts or extract_facts(notice.text, notice.clauses):
        if fact.kind in _KINDS:
            yield _KINDS[fact.kind], fact.span, fact.clause


def _labelled(notice: Notice) -> Iterator[tuple[ContactKind, Span, int]]:
    for clause, start, text in _texts(notice):
        for match in _LABELLED.finditer(text):
            if not re.match(r"https?:|www\.", match["value"]):
                end = match.start("value") + len(match["value"].rstrip())
                yield ContactKind.ADDRESS, Span(match.start("value") + start, end + start), clause


def _further(notice: Notice) -> Iterator[tuple[ContactKind, Span, int]]:
    for clause, start, text in _texts(notice):
        for pattern in (_SHORT, _FURTHER):
            for match in pattern.finditer(text):
                if pattern is _SHORT or "电话" in text or "热线" in text:
                    yield ContactKind.PHONE, _shifted(match.span("value"), start), clause
        for match in _HOURS.finditer(text):
            context = text[max(0, match.start() - 24) : match.end() + 8] + " ".join(
                notice.heading_path(clause)[-1:]
            )
            if _HOURS_OF.search(context) and not re.search(
                r"考试|开考|评价时间", text[: match.start()][-14:]
            ):
                end = match.end() - (match[0].endswith(")") and "(" not in match[0])
                yield ContactKind.HOURS, _shifted((match.start(), end), start), clause


def _texts(notice: Notice) -> Iterator[tuple[int, int, str]]:
    for index, clause in enumerate(notice.clauses):
        for span in clause.spans:
            yield index, span.start, fold(notice.text[span.start : span.end]).replace("\t", "|")


def _shifted(span: tuple[int, int], start: int) -> Span:
    return Span(span[0] + start, span[1] + start)


def _around(notice: Notice, span: Span, clause: int) -> tuple[str, str]:
    """The sentence before a value and the few words after it; a table row is one sentence."""
    own = next((s for s in notice.clauses[clause].spans if s.covers(span)), span)
    before, after = fold(notice.text[own.start : span.start]), fold(notice.text[span.end : own.end])
    if notice.clauses[clause].kind is ClauseKind.ROW:
        header = next((c.header for c in notice.clauses[clause].cells if c.span.covers(span)), "")
        return f"{before} {header}", ""
    return re.split(r"[。\n]", before)[-1], re.split(r"[。;,\n]", after)[0][:16]


def _role(notice: Notice, before: str, after: str, clause: int) -> Role:
    if done := _ROLE.match(after):
        return Role(done.lastgroup or Role.GENERAL)  # 可拨打2345678举报
    headings = " ".join(notice.heading_path(clause)[-1:])
    pieces = re.split(r"[;；]", before)
    pieces = pieces[-1:] if _OWN_MATTER.search(pieces[-1]) else pieces
    for text in (*reversed(pieces), headings):
        named = list(_ROLE.finditer(text))
        if named:
            return Role(named[-1].lastgroup or Role.GENERAL)
    bracketed = _ROLE.search(after) if after.startswith("(") else None
    return Role(bracketed.lastgroup or Role.GENERAL) if bracketed else Role.GENERAL


def _whose(notice: Notice, before: str, role: Role, clause: int, on_site: bool) -> tuple[Owner, str]:
    named = _organisation(before)
    if not named and notice.clauses[clause].kind is not ClauseKind.ROW:
        headings = notice.heading_path(clause)[1:] or notice.heading_path(clause)
        named = next((n for h in reversed(headings) if h != notice.title and (n := _organisation(h))), "")
    ours = bool(named and _same(named, notice.issuer)) or bool(_OURSELVES.search(before))
    if on_site and not ours:
        return Owner.REPOSTER, named
    if role in (Role.SUPERVISION, Role.COMPLAINT) and not ours:
        return Owner.SUPERVISOR, named
    if named and not ours:
        return Owner.OTHER, named
    return Owner.ISSUER, named or notice.issuer


def _organisation(text: str) -> str:
    """The organisation named last in `text`, without the verb before it."""
    found = [_LEADING.sub("", m[0]) for m in _ORGANISATION.finditer(_OURSELVES.sub("|", text))]
    return next((f for f in reversed(found) if len(f) >= 3), "")


def _same(named: str, issuer: str) -> bool:
    """Whether a name is the issuer's, whole, in part or shortened (its characters in the same order)."""
    if not issuer:
        return False
    characters = iter(issuer)
    return issuer in named or all(c in characters for c in named)


def _footer(notice: Notice) -> int:
    """The first clause of a site's footer in the last third; past the last clause where there is none."""
    count = len(notice.clauses)
    for index in range(count * 2 // 3, count):
        text = notice.clause_text(index)
        if notice.clauses[index].marker or (notice.issuer and notice.issuer in text):
            continue
        company = _COMPANY.search(text)
        if _FOOTER.search(text) or (company and _SITE.search(text)):
            return index
    return count


def _banner(notice: Notice) -> int:
    """The first clause below what a reposting site prints above the title; 0 where it prints nothing."""
    title = re.sub(r"\W", "", notice.title)
    for index in range(min(_BANNER_LENGTH, len(notice.clauses))):
        text = notice.clause_text(index)
        if notice.clauses[index].marker:
            break
        if title and title in re.sub(r"\W", "", text):
            above = " ".join(notice.clause_text(i) for i in range(index))
            ours = bool(notice.issuer) and notice.issuer in above
            commercial = _FOOTER.search(above) or (_COMPANY.search(above) and _SITE.search(above))
            return index if commercial and not ours else 0
    return 0
