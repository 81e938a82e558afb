"""The cases that one item of a list of exclusions names: of each of them alone it is true.

（一）手术后未满半年的，接种疫苗未满1个月的; （二）现役军人、在校学生: together they would keep out nobody.
"""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.alternatives import inside_brackets, parts_between
from corpus.conditions.people import names_people, with_head

__all__ = ["cases_in"]

_FEWEST = 2  # characters of a case
# 受过处分的，被开除的: of another case and no further mark of the same.
_NEXT = re.compile(
    r"(?<=的)(?:[,、](?:或者?)?|或者?)(?!且|并|但|其中|除|无正当|拒)(?=[^,、;]*(?:[,、].*)?的$)"
)
_SCOPE = re.compile(r"(?:对于?|属于|报考|申报|申请|以|作为|参加|应聘|单位|企业|家庭)[^,;]*的$")
# 分户不满两年的，“空挂户”: a case by the name that it has.
_NAME = re.compile(r"(?<=的)[,、](?=[“\"][^“”\",]{2,12}[”\"]$)")
_LASTS = re.compile(
    r"(?:之?后)?(?:尚)?(?:未满|不满|不足|未超过|未逾)(?:[\d一二两三四五六七八九十]+个?|半个?)(?:年|月|周|天|日).*$"
)
# 在各级机关、企业…, 因犯罪、违纪…: words of one case, of which the rest stands behind the last.
_SHARES = re.compile(r"^(?:因|由于|经|被|在|受)|(?:机关|企业|单位|机构|组织|高校|医院)$")
_LONGEST_EVENT = 8  # characters of what happened


def cases_in(words: str) -> list[str]:
    """The cases that an item, folded, names; [] where it is of one."""
    plain = words.strip("。;,")
    if "。" in plain:
        return []
    for pieces in (_between(plain, ";"), _ended(plain), _of_people(plain), _lacked(plain), _lasting(plain)):
        if len(pieces) > 1:
            return [case for piece in pieces for case in cases_in(piece) or [piece]]
    return []


def _between(text: str, mark: str) -> list[str]:
    marks = [m.span() for m in re.finditer(mark, text) if not inside_brackets(text, m.start())]
    pieces = [p.strip('“”"') for p in parts_between(text, marks)]
    whole = all(len(p) >= _FEWEST and not re.match(r"但|其中|且|并|除", p) for p in pieces)
    return pieces if whole else []


def _ended(text: str) -> list[str]:
    """Cases that each end in 的, or of which the last is a name."""
    named = _between(text, _NAME.pattern)
    pieces = named if len(named) > 1 else _between(text, _NEXT.pattern)
    return [] if pieces and _SCOPE.match(pieces[0]) else pieces


def _of_people(text: str) -> list[str]:
    """Kinds of people in a row."""
    kinds = [] if re.search(r"[,;]", text) else with_head(_between(text, "、"))
    people = all(names_people(k) or k.endswith("员") for k in kinds)
    return kinds if people and not any(_SHARES.search(k) for k in kinds[:-1]) else []


_LACKED = re.compile(r"(?:未|没有|无)(?![满论需须]).{3,}")


def _lacked(text: str) -> list[str]:
    """What has not been done, in a row: 未签订合同、未缴纳社会保险的."""
    pieces = [] if re.search(r"[,;]", text) else _between(text, "、")
    return pieces if all(map(_LACKED.fullmatch, pieces)) else []


def _lasting(text: str) -> list[str]:
    """Events in a row, each with the time that has not passed since, or all with that of the last."""
    each = _between(text, ",")
    if len(each) > 1 and all(_LASTS.search(p) for p in each):
        return each
    pieces = [] if re.search(r"[,;]", text) else _between(text.removesuffix("的"), "、")
    own = [_LASTS.search(p) for p in pieces]
    if sum(m is not None for m in own) > 1:
        return pieces
    last = own[-1] if own else None
    if last is None or any(_SHARES.search(p) or len(p) > _LONGEST_EVENT for p in pieces[:-1]):
        return []
    return [*(f"{p}{last[0]}" for p in pieces[:-1]), pieces[-1]]
