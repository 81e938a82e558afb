"""The ranks of the titles that a notice names in brackets behind them: 中级（农艺师、兽医师）."""

from __future__ import annotations

from collections.abc import Mapping

from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice

__all__ = ["with_ranks"]

_RANKED = re.compile(
    r"(?P<rank>员级|助理级|初级|中级|副高级|正高级|高级)(?:职称|资格|岗位)?[（(](?P<names>[\u4e00-\u9fff、]{2,60})[)）]"
)
_TITLE = re.compile(r"[\u4e00-\u9fff]{1,8}[师员士]")
_ALSO = {"初级": "初级、助理级", "助理级": "初级、助理级"}
_AIM = r"(?:报|评|申请|晋升|考|升)(?:上|到|成|个|一个|一下)?"


def with_ranks(notice: Notice, asked: str) -> str:
    """A question with the rank of the title that it applies for, where the notice tells the rank."""
    ranks = _ranks(notice)
    for name in sorted(ranks, key=len, reverse=True):
        if re.search(f"{_AIM}{name}", asked):
            return f"{asked}，申报{ranks[name]}"
    return asked


@once_per_notice
def _ranks(notice: Notice) -> Mapping[str, str]:
    """Titles, each with what its rank is called."""
    found = ((m["rank"], n) for m in _RANKED.finditer(notice.text) for n in m["names"].split("、"))
    return {name: _ALSO.get(rank, rank) for rank, name in found if _TITLE.fullmatch(name)}
