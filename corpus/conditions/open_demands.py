"""Demands in their own words, where nothing in a sentence can be typed."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.alternatives import inside_brackets, parts_between
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree
from corpus.conditions.formal import is_formal
from corpus.conditions.given_out import only_gives
from corpus.conditions.sentence_parts import parts_of

__all__ = ["is_idle", "open_demands"]

# Words that join, permit or point, and state no condition.
_IDLE = re.compile(
    r"(?:其中[^,;]{2,12}\d+[名人](?:、[^,;]{2,12}\d+[名人])*|并|且|同时|均|都|其中|以及|及|的|者|人员|可以?(?:向[^,]*)?(?:申[报请领]|报名|报考|参加|享受|办理|提出)?[^,]{0,12}|方可[^,]*|即可|予以[^,]*"
    r"|(?:且|并)?(?:符合|满足)[^,]{0,8}岗位[^,]{0,12}要求|(?:每[^,\d]{1,4}|男女各?|各)[\d一二两三四五六七八九十]+[名人]"
    r"|(?:且|并)?(?:符合|满足|具备)[^,]{0,60}条件(?:之一)?[者的]?|[^,]{0,10}以[^,]{1,20}为准|(?:没有|无)[^,]{0,12}(?:要求|限制)|(?:性别|年龄|学历|专业|户籍|职称|工作年限|年限|资历)(?:均|都)?(?:不限|不作(?:要求|限制)|不要求)|[^,]{0,12}(?:另行|另有)(?:规定|通知|安排|公布)|[^,]{0,8}(?:须|应|需)?(?:在|通过|登录)[^,]{2,24}(?:官网|网站|平台|系统|公众号|小程序|APP)上?(?:报名|注册|申报|填报|提交|申请)|(?:不满|不足(?!以)|逾期|未达到?|不符合)[^,]{0,6}的[^,]*|[^,]{0,30}(?:视为|视同|算作|不算|不视为)[^,]*|[^,]{0,12}(?:按|从|自)[^,]{1,20}(?:计算|算起|起算)[^,]*|含[^,]*|[^,\d]{0,8}(?:补贴|补助|奖励|发放|发给|给予|资助|减免|优惠|减收)[^,\d]{0,6}[\d.]+万?(?:元|%|折)[^,]*|可?不受[^,]*限制|(?:免|(?:须|需|应|个人)*(?:交|缴)[纳付]?[^,]*\d)[^,]*|凭[^,]{2,12}办理|不分[^,]{2,8}|(?:在)?本[^,]{1,10}(?:区域|辖区|范围|境)内的?[^,]{0,20}[中内]|(?:重点|优先|主要|鼓励)(?:征集|招收|招录|录用|考虑|支持|发展|安排|选拔|引进)[^,]*|[^,]{2,16}不计[入算][^,]*|不需[^,]*|(?:截至|截止到?)[^,]*|(?:最?近|过去)[一二两三四五六七八九十\d]+个?(?:年|月)(?:之?内|以来)?|(?:提交|提出)?(?:申请|申报|报名|办理|入学|参加)(?:时|当日|之日|期间)|(?:根据|按照?|依据|依照|参照)[^,]*|下同|原则上|须|需|应(?:当|(?!届))|必须|以上|以下|具备以下条件|下列条件|凡|对|对于){0,6}"
)


def is_idle(text: str) -> bool:
    """Whether a part states no condition, brackets aside."""
    plain = re.sub(r"\([^()]*\)", "", text).rstrip(":")
    return is_formal(plain) or only_gives(plain) or _IDLE.fullmatch(plain) is not None


# Where one demand ends and the next begins in a sentence in which nothing can be typed.
_BESIDES = re.compile(
    r"[,;]?(?:并且|而且|同时|(?<!并)且(?!未)|(?<=[,;])并(?!非))|[,;](?=(?:未|无|没有|不存在)[^,;]{2,})"
    r"|(?<!的)[,;](?=[^,;]{2,10}(?:无(?!论|需|偿|法)|未(?!满|来|婚|成年)|没有)[^,;]{2,}|[^,;]{2,14}(?:合格|良好|健康|端正|优秀)(?:[,;]|$)|(?:遵守|遵纪|热爱|拥护)[^,;]{2,})"
    r"|[,;](?=\d{4}年\d{1,2}月\d{1,2}日(?:以|之)?[前后](?:已|均|都)*[\u4e00-\u9fff]{2,4}(?:$|[,;]))"
    r"|[,;](?:仅|只)?限(?=(?:报名|报考|申报|应聘)[^,;]{2,}(?:岗位?|专业|组|班))"
)


# 患有传染性疾病的暂不接受报名, said beside what is demanded.
_KEEPS_OUT = re.compile(
    r"(?P<who>(?:患有?|曾|有|受过|正在)[^,;]{3,20}?)(?:的|者)(?:暂时?|一律|均)?不(?:接受|予|得|能|宜)(?:报名|报考|申请|受理|参加|录用|办理|招收|录取)?"
)


def open_demands(text: str) -> Node:
    """Conditions in their own words: one, or several that 且 joins; what only explains is left out."""
    parts = [text[a:b] for a, b in parts_of(text)]
    shut = [m["who"] for p in parts if (m := _KEEPS_OUT.fullmatch(p))]
    if shut and len(parts) > 1:
        rest = ",".join(p for p in parts if not _KEEPS_OUT.fullmatch(p))
        out = tuple(Leaf(Attribute.OPEN, "is", None, "", w) for w in shut)
        return Tree(GroupKind.ALL, (open_demands(rest), Tree(GroupKind.NONE, out)))
    if (several := _several(text)) is not None:
        return several
    marks = [m.span() for m in _BESIDES.finditer(text) if not inside_brackets(text, m.start())]
    pieces = [p.strip(",;") for p in parts_between(text, marks)]
    whole = [p for p in pieces if len(p) >= 4] if all(len(p) >= 4 for p in pieces) else [text]
    stated = [q for p in whole if (q := _stated(p))] or [text]
    stated = [p for p in stated if not is_idle(p)] or stated
    leaves = tuple(Leaf(Attribute.OPEN, "is", None, "", p) for p in stated)
    return leaves[0] if len(leaves) == 1 else Tree(GroupKind.ALL, leaves)


# 未享受过购房优惠、未租住公租房: all of what is denied; 曾受过处分、曾被开除的: any of what happened.
_DENIED = re.compile(r"(?:且|并)?(?:本人|申请人)?(?:均|从)?(?:未|无|没有|不)(?!满).{2,}")
_HAPPENED = re.compile(r"(?:本人)?(?:曾|被|因|受|正在|有过).{2,}")


def _several(text: str) -> Node | None:
    """Demands between 、 that each deny something, or each say that something happened; None for others."""
    pieces = text.strip(",;").split("、")
    if len(pieces) < 2 or re.search(r"[,;()]", text.strip(",;")):
        return None
    for pattern, kind in ((_DENIED, GroupKind.ALL), (_HAPPENED, GroupKind.ANY)):
        if all(pattern.fullmatch(p) for p in pieces):
            return Tree(kind, tuple(Leaf(Attribute.OPEN, "is", None, "", p) for p in pieces))
    return None


def _stated(text: str) -> str:
    """A condition without the parts behind it that explain or join it."""
    places = parts_of(text) or [(0, len(text))]
    while len(places) > 1 and is_idle(text[slice(*places[-1])]):
        places.pop()
    return text[places[0][0] : places[-1][1]]
