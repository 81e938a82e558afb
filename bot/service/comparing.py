"""The changes between two notices for a person, and as an object for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from corpus.alike.comparison import Aspect, Change, Place
from corpus.notice import Notice

__all__ = ["Comparison", "PlaceOut", "change_lines", "comparison_of"]

_NAMES = {
    Aspect.MONEY: "金额",
    Aspect.DATE: "日期",
    Aspect.PERIOD: "期限",
    Aspect.QUANTITY: "数量",
    Aspect.CONTACT: "联系方式",
    Aspect.CONDITION: "条件",
    Aspect.MATERIAL: "材料",
    Aspect.WORDING: "文字",
    Aspect.ADDED: "新增",
    Aspect.DROPPED: "删去",
}


class PlaceOut(BaseModel):
    """A clause of one of the two notices."""

    locator: str
    quote: str


class ChangeOut(BaseModel):
    """One change; `aspect` is money, date, period, quantity, contact, condition, material, wording, added or
    dropped."""

    aspect: Aspect
    old: PlaceOut | None
    new: PlaceOut | None
    before: list[str]
    after: list[str]


class Comparison(BaseModel):
    """What changed from notice `a` to notice `b`."""

    a: str
    b: str
    changes: list[ChangeOut]


def comparison_of(old: Notice, new: Notice, changes: Sequence[Change]) -> Comparison:
    """The changes as an object."""
    told = [
        ChangeOut(
            aspect=c.aspect,
            old=_place(c.old),
            new=_place(c.new),
            before=list(c.before),
            after=list(c.after),
        )
        for c in changes
    ]
    return Comparison(a=old.notice_id, b=new.notice_id, changes=told)


def _place(place: Place | None) -> PlaceOut | None:
    return None if place is None else PlaceOut(locator=place.locator, quote=place.quote)


def change_lines(old: Notice, new: Notice, changes: Sequence[Change]) -> Iterator[str]:
    """The changes as text: what changed, from what to what, and the clauses of both."""
    yield f"{old.notice_id}《{old.title}》 → {new.notice_id}《{new.title}》"
    if not changes:
        yield "没有不同"
    for change in changes:
        yield _headline(change)
        if change.old is not None:
            yield f"  旧 [{change.old.locator}] {change.old.quote}"
        if change.new is not None:
            yield f"  新 [{change.new.locator}] {change.new.quote}"


def _headline(change: Change) -> str:
    name = _NAMES[change.aspect]
    if not change.before and not change.after:
        return name
    return f"{name}：{'、'.join(change.before) or '无'} → {'、'.join(change.after) or '无'}"
