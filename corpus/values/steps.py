"""How something is applied for or done: the steps in order, and who takes each.

Steps are the items, stages and sentences of a section on procedure (流程, 程序, 步骤, 申报方式). Where a line
joins several with dashes or arrows (注册——提交——审核), each is a step of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.values.compact import Compact, compact

__all__ = ["Step", "steps_of"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `procedure` and `clause` index `Notice.clauses`: the heading it stands under, its own clause.

    `number` counts from 1 within the procedure; `stage` is the heading or the first words that name it,
    `actor` who takes it, both `""` where nothing says so. `span` is the step as the notice prints it.
    """

    procedure: int
    number: int
    stage: str
    actor: str
    text: str
    clause: int
    span: Span


_PROCEDURE = re.compile(
    r"[^,。;:?]{0,16}(?:流程图?|程序|步骤|(?:申报|申请|报名|办理|申领|受理|缴费|报送|提交|登记|认定|领取|办事|申办|兑付|补考|推荐)方式"
    r"|(?:如何|怎样|怎么)(?:申请|申报|报名|办理|报考|领取|申领|缴费)[^,。;:?]{0,8})(?:如下|及要求|及时间|说明|和要求)?(?:\([^)]*\))?[:?]?"
)
_NO_PROCEDURE = re.compile(
    r"计算机程序|程序设计|程序员|小程序|(?:查询|联系|计算|计分|评分|收费|保障|咨询)方式|应用程序"
)
_ACT = (
    r"(?:登录|注册|填写|填报|提交|递交|上传|下载|打印|缴纳|缴费|支付|领取|携带|持|凭|审核|审查|初审|复审|复核|受理|审批|核准|核发|评审|评议|评价|"
    r"公示|公布|发布|通知|报送|上报|报|推荐|签署|签名|签字|盖章|组织|开展|进行|负责|完成|办理|申请|申报|选择|确认|查看|进入|点击|参加|"
    r"通过|分配|制证|退回|寄送|邮寄|到|前往|至|确定|准备|撰写|写|取得|收集|整理|汇总|选课|付费|领|发放|制作|录入|备案|送达|作出|准予|归档|依次|扫码)"
)
_WHO = (
    r"(?:[^,。;:、()“”《》-]{0,14}?(?:申报人员?|申请人员?|申报者|申请者|报名者|人员|考生|学员|学生|家长|用人单位|单位|企业|机构|学校|院校|部门|窗口|委员会|评委会|"
    r"中心|办公室|受理点|主管部门|政府|[省市区县]?[\u4e00-\u9fff]{1,6}[局厅委]|协会|专家组?|法院|银行|当事人|职工|本人|监护人|纳税人|申报对象))"
)
_AIDS = r"(?:应当|应该|应|须|需要?|可以?|将|要|均|必须|负责|对|在|按照?|根据|于|自|从|由|再|先|登录|凭|持)"
_ACTOR = re.compile(rf"(?:先|再|然后|最后|首先|经)?由?(?P<who>{_WHO})(?=(?:\([^)]*\))?(?:{_AIDS}|{_ACT}))")
_STAGE_ACTOR = re.compile(rf"[(—\-:](?P<who>{_WHO})(?=[)在应须】]|$)")
_ARROW = re.compile(r"-{2,}>?|->|[→⇒➜➔►]|=>")
_STAGE = re.compile(
    r"(?P<name>(?![^。:]*(?:以下|下列|如下|分为|包括|应|须))[\u4e00-\u9fff]{2,10})[。:](?=.{6})"
)
_INTRODUCES = re.compile(r"[^,。]{0,8}(?:分为|包括|有以下|如下)")
_ASKS_DOCUMENTS = re.compile(r"(?:材料|资料|证件|证明|文件)[^。;]{0,12}:$|提[供交]:$")


def steps_of(notice: Notice) -> tuple[Step, ...]:
    """The steps of every procedure that a notice lays down, in reading order."""
    found: list[Step] = []
    done: set[int] = set()
    for index in range(len(notice.clauses)):
        if index in done or not _is_procedure(notice, index):
            continue
        steps = list(_below(notice, index, "", ""))
        done.update(notice.descendants(index))
        found += [replace(s, procedure=index, number=n) for n, s in enumerate(steps, start=1)]
    return tuple(found)


def _is_procedure(notice: Notice, index: int) -> bool:
    clause = notice.clauses[index]
    if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE) or not clause.children:
        return False
    head = re.split(r"[。:]", _plain(notice, index), maxsplit=1)[0]
    return _PROCEDURE.fullmatch(head) is not None and not _NO_PROCEDURE.search(head)


def _below(notice: Notice, index: int, stage: str, actor: str) -> Iterator[Step]:
    """The steps below a heading. Where there are items, paragraphs beside them only introduce them."""
    children = [i for i in notice.clauses[index].children if notice.clauses[i].kind is not ClauseKind.TABLE]
    steps = _steps_among(notice, children)
    for child in steps or [i for i in children if notice.clauses[i].kind is ClauseKind.PARAGRAPH]:
        text = _plain(notice, child)
        if (
            notice.clauses[child].kind is ClauseKind.HEADING
            and notice.clauses[child].children
            and "," not in text
        ):
            named = _STAGE_ACTOR.search(text)
            yield from _below(notice, child, _heading(notice, child), named["who"] if named else actor)
        else:
            yield from _in_clause(notice, child, stage, actor, whole=bool(steps))


def _steps_among(notice: Notice, children: list[int]) -> list[int]:
    """The items and stages among the clauses below a heading, without lists of documents to hand in."""
    found, documents = [], False
    for index in children:
        asks = bool(_ASKS_DOCUMENTS.search(_plain(notice, index)))
        if notice.clauses[index].kind is ClauseKind.PARAGRAPH:
            documents = asks
        elif not documents and not asks:
            found.append(index)
    return found


def _heading(notice: Notice, index: int) -> str:
    return notice.clause_text(index).removeprefix(notice.clauses[index].marker).strip("#*【】：: ")


def _in_clause(notice: Notice, index: int, stage: str, actor: str, whole: bool) -> Iterator[Step]:
    """The steps in one clause: the links of a chain, else the item itself, else its sentences that act."""
    clause = notice.clauses[index]
    for number, span in enumerate(clause.spans):
        start = span.start + (len(clause.marker) if number == 0 else 0)
        own = compact(notice.text[start : span.end], start)
        places = _links(own.text)
        if len(places) < 2:
            places = [(0, len(own.text))] if whole and own.text else [] if whole else _sentences(own.text)
        for place in places:
            step = _step(notice, own, *place, index, stage, actor)
            if not whole and len(places) > 1:
                stage, actor = step.stage, step.actor  # the next sentence goes on about the same
            yield step


def _sentences(text: str) -> list[tuple[int, int]]:
    """The places of the sentences that say what is done."""
    found = [m for m in re.finditer(r"[^。;]+[。;]?", text) if len(m[0]) > 6 and re.search(_ACT, m[0])]
    return [m.span() for m in found if not _INTRODUCES.match(m[0]) and not _ASKS_DOCUMENTS.search(m[0])]


def _links(text: str) -> list[tuple[int, int]]:
    """The links of a chain; none where the arrows lead through the pages of a site and not through steps."""
    places, begin = [], 0
    for arrow in _ARROW.finditer(text):
        places.append((begin, arrow.start()))
        begin = arrow.end()
    places.append((begin, len(text)))
    places = [p for p in places if p[1] > p[0]]
    acting = sum(bool(re.search(_ACT, text[slice(*p)])) for p in places[1:])
    return places if acting * 2 > len(places) - 1 else []


def _step(notice: Notice, own: Compact, start: int, end: int, clause: int, stage: str, actor: str) -> Step:
    named = _STAGE.match(own.text, start, end)
    who = _ACTOR.match(own.text, named.end() if named else start, end) or _ACTOR.match(own.text, start, end)
    if named is not None and not (who is not None and named["name"] == who["who"]):
        stage = notice.quote(own.span(*named.span("name")))
    span = own.span(start, end)
    return Step(-1, 0, stage, who["who"] if who else actor, notice.quote(span), clause, span)


def _plain(notice: Notice, index: int) -> str:
    text = compact(notice.clause_text(index)).text
    return text.removeprefix(compact(notice.clauses[index].marker).text).strip("#*^")
