"""Which of several things that a notice decides about the person applies for: the one named as an aim.

Who holds one paper and applies for another names both: 我是助理工程师，能报工程师吗. What stands with a
verb of applying is the aim; a name inside a longer one (工程师 in 高级工程师) is not said by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.speech.naming import levelled
from corpus import patterns as re
from index.normal import search_key

__all__ = ["aimed_at", "kinds_of_people", "says_kind"]

_APPLYING = re.compile(
    r"(?:报|考|评|申[请报领]?|认定?|应聘|竞聘|选|领|拿|办|升|晋|读|上|参加|推荐|入选|竞选|破格|想要?|去)[^,，。；;？?]{0,8}$"
)
_HOLDING = re.compile(
    r"(?:我|俺|本人)?(?:是|有|当了?|持|评上了?|考[下过到]了?|拿[到了]|取得|现任|已经是|做了?|考?过了?|通过了?)[^,，。；;？?]{0,3}$"
)
_NAMED, _AIMED = 0.5, 0.5  # the least share of a name that names it, and what an aim adds


def aimed_at(names: Sequence[str], asked: str) -> list[str]:
    """Those of `names` that `asked` names best; [] where it names none."""
    text = levelled(search_key(asked))
    told = {name: _told_apart(name, names) for name in names}
    found = {n: max(_scores(told[n], text, list(told.values())), default=0.0) for n in names}
    best = max(found.values(), default=0.0)
    return [n for n in names if found[n] >= max(best - 0.05, _NAMED)]


def _told_apart(name: str, names: Sequence[str]) -> str:
    """A name without the ending that it shares with all others or most: 直接 of 直接安排 beside 积分安排."""
    others = [n for n in names if n != name]
    shared = max(
        (k for k in range(len(name)) if 2 * _ending(name[len(name) - k :], others) >= len(others)), default=0
    )
    if name[len(name) - shared :] in names:
        return name  # 工程师 beside 高级工程师
    rest = name[: len(name) - shared]
    return rest if len(names) > 1 and shared >= 2 and len(rest) >= 2 else name


def _ending(end: str, names: Sequence[str]) -> int:
    """How many names end so."""
    return sum(n.endswith(end) for n in names)


def _scores(name: str, text: str, names: Sequence[str]) -> Iterator[float]:
    """How fully each place in a text names `name`, more where it stands as an aim."""
    if any(code in text for code in re.findall(r"[a-z]*\d{3,}|[a-z]+\d{1,2}(?!\d)", _plain(name))):
        yield 1 + 2 * _AIMED
    if (code := re.match(r"\d{2}(?=\s)", name)) and re.search(_SHORT_CODE.format(code[0]), text):
        yield 1 + 2 * _AIMED
    for short in _short_titles(name, names):
        yield from (1 + _standing(text[max(0, m.start() - 12) : m.start()]) for m in re.finditer(short, text))
    longer = [_plain(n) for n in names if _plain(name) in _plain(n) and _plain(n) != _plain(name)]
    taken = [m.span() for n in longer for m in re.finditer(re.escape(n), text)]
    for part in _parts(name):
        for length in range(len(part), 1, -1):
            pieces = {part[i : i + length] for i in range(len(part) - length + 1)}
            places = [m for p in pieces for m in re.finditer(re.escape(p), text)]
            free = [m for m in places if not any(a <= m.start() and m.end() <= b for a, b in taken)]
            for match in free:
                yield length / len(part) + _standing(text[max(0, match.start() - 12) : match.start()])
            if free:
                break


_TITLE = re.compile(r"(?P<rank>助理|初级|中级|副高级|高级|正高级)?(?P<head>[\u4e00-\u9fff]{1,5}[师员])")
_RANKS = {"助理": 1, "初级": 1, "": 2, "中级": 2, "高级": 3, "副高级": 3, "正高级": 4}
# How a title of each rank is called in short, with the first character of what follows the rank: 高工, 副高.
_SHORT_TITLES = {1: "助{}|助理级|初级", 2: "中级(?!工)", 3: "(?<!正)高{}|副高", 4: "正高"}


def _short_titles(name: str, names: Sequence[str]) -> list[str]:
    """What people call a title in short where the titles of one profession stand side by side."""
    match = _TITLE.fullmatch(name)
    if match is None or sum(n.endswith(match["head"]) for n in names) < 2:
        return []
    return [_SHORT_TITLES[_RANKS[match["rank"] or ""]].format(match["head"][0])]


def _standing(before: str) -> float:
    if _HOLDING.search(before):
        return -_AIMED / 2
    return _AIMED if _APPLYING.search(before) else 0.0


# 报02, 02岗: two figures that are no year, day or count.
_SHORT_CODE = r"(?<![\d.年月:]){}(?![\d.年月日:：%个周岁分元人万])"


def _parts(name: str) -> list[str]:
    keys = [levelled(search_key(word)) for word in name.split()]
    cut = [p for k in keys for p in re.split(r"[（()）、/]|申请人?|人员$|补贴$|奖学金$", k)]
    found = [p for p in cut if len(p) >= 2 and not p.isdecimal()]
    return found or keys


def _plain(name: str) -> str:
    return levelled(search_key(name))


_PEOPLE = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:人员|职工|人才|家庭|居民|学生|毕业生|新生|考生|军人|子女|者)"
)


def kinds_of_people(text: str) -> list[str]:
    """The kinds of people that `text` names, without the word for people: 外来务工 of 外来务工人员."""
    found = (
        re.split(r"的|将|为|对|凡|及其?|和|与|本市|本区", m)[-1] for m in _PEOPLE.findall(search_key(text))
    )
    return [k for k in found if len(k) >= 2 and k not in ("申请", "申报", "报名", "应聘", "工作")]


def says_kind(kind: str, asked: str) -> float:
    """How much of a kind of people one part of `asked` says, in order: 外地来打工 says 3 of 4 of 外来务工."""
    parts = re.split(r"[,，。；;！!？?\s]", search_key(asked))
    return max((_in_order(kind, p) / len(kind) for p in parts), default=0.0)


def _in_order(kind: str, part: str) -> int:
    """The length of the longest common subsequence, within a stretch not much longer than the kind."""
    reach = len(kind) + 2
    return max((_common(kind, part[i : i + reach]) for i in range(max(1, len(part) - reach + 1))), default=0)


def _common(one: str, other: str) -> int:
    row = [0] * (len(other) + 1)
    for a in one:
        above = row
        row = [0]
        for j, b in enumerate(other):
            row.append(above[j] + 1 if a == b else max(row[j], above[j + 1]))
    return row[-1]
