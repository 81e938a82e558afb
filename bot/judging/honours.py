"""Honours that are given at a level: awards, contests, titles, projects; which a text speaks of."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["AWARD", "EVERY_HONOUR", "honours_in", "is_of_honour", "tells_honour"]

AWARD = r"奖|竞赛|比赛|大赛|联赛|比武|赛事|表彰|称号|荣誉|劳模|劳动模范|能手|先进|标兵|项目|课题|立项"
_HONOUR = re.compile(AWARD)
# What is given at a level: who came second in a contest of the city holds no title of the city for that.
_HONOURS = (
    ("contest", re.compile(r"赛(?!道|季|制|区)|比武")),
    ("science", re.compile(r"(?:科技|科学|技术|发明)[^，。,;]{0,6}奖")),
    ("title", re.compile(r"称号|荣誉|劳模|劳动模范|能手|先进(?:个人|工作者|集体)|标兵|奖章|工匠")),
    ("project", re.compile(r"项目|课题|立项")),
)
EVERY_HONOUR = frozenset(name for name, _ in _HONOURS)


def honours_in(text: str) -> frozenset[str]:
    """The kinds of honour that a text speaks of; none where it leaves open which."""
    return frozenset(name for name, words in _HONOURS if words.search(text))


_NEAR = 12  # characters around a level within which the honour stands that is of it
_PUT_FORWARD = re.compile(r"(?:提名|推荐|申报|申请|参评)[^,，。;；]{0,4}$")


def is_of_honour(way: str, start: int, end: int) -> bool:
    """Whether a level in a condition is that of an honour to be had: no 提名省科学技术奖, no 符合全省规划."""
    near = way[max(0, start - _NEAR) : end + _NEAR]
    return _HONOUR.search(near) is not None and not _PUT_FORWARD.search(way[:start])


_BARE = 4  # characters of a part that says a level and no more: 省级的


def tells_honour(part: str) -> bool:
    """Whether a part of what somebody tells is of an honour: 户口在区里 is of none."""
    return len(part) <= _BARE or _HONOUR.search(part) is not None
