"""What somebody has chosen of what a notice names: a post of one kind, one labelled class of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.judging.aims import aimed_at
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Group, Leaf
from corpus.notice import ClauseKind, Notice

__all__ = ["aims_of", "chooses", "label_asked", "label_of", "of_post", "other_label", "post_aimed_at"]

_KIND_OF_POST = re.compile(
    r"(?:报考|应聘|申报|申请)?(?P<kind>[\u4e00-\u9fff]{2,8}?)(?:专业技术)?(?:岗位?|职位)(?:的|人员)*"
)


def post_aimed_at(notice: Notice, groups: Sequence[Group], asked: str) -> tuple[str, tuple[str, ...]]:
    """The row of a table that a question applies for, and the names of all rows; `""` for none or several."""
    rows = (g.audience for g in groups if notice.clauses[g.lead].kind is ClauseKind.ROW and g.audience)
    names = list(dict.fromkeys(rows))
    aims = aimed_at(names, asked) if len(names) > 1 else []
    return (aims[0] if len(aims) == 1 else ""), tuple(names)


def of_post(words: str, post: str, names: Sequence[str]) -> bool | None:
    """Whether the post applied for is of the kind that `words` name: 初级岗位; None where no row tells."""
    kind = _KIND_OF_POST.fullmatch(words)
    if kind is None or not post:
        return None
    if kind["kind"] in post.split():
        return True
    return False if any(kind["kind"] in n.split() for n in names) else None


_NAMED = r"(?:[A-Za-z]|第?[一二三四五六七八九十]|[甲乙丙丁])[类档型]"
_LABEL = re.compile(rf"[\W\d]*(?P<label>{_NAMED})\s*[：:]")
_ASKED = re.compile(rf"(?:按|以|属于?|是|报|申请|算)(?P<label>{_NAMED})")


def other_label(item: str, asked: str) -> str:
    """The labelled kind that a question asks about, where an item of a list describes another one.

    A类：正高级职称 describes nobody who asks whether they are of B类; `""` for such an item.
    """
    own = _LABEL.match(item)
    named = [m["label"].upper() for m in _ASKED.finditer(asked)] if own else []
    return named[0] if own and named and own["label"].upper() not in named else ""


# 中级：…; （二）专长类：…; B类（学科专长）：…: what an item of a list of ways calls its way.
_CALLED = re.compile(
    r"[\W\d]*(?:[一二三四五六七八九十]+[)）、.．])?\W*(?P<label>[^\s：:，,。；;*]{2,14}?)\**\s*[：:]"
)


def label_of(item: str) -> str:
    """What an item of a list of ways is called by its first words; `""` where it is called nothing."""
    called = _CALLED.match(item)
    return called["label"] if called else ""


def label_asked(labels: Sequence[str], asked: str) -> str:
    """The one of several labels of ways that a question asks about: by all of it, or by a part of it as a
    class, 专长那一类; `""` where it names none or several."""
    if not all(labels) or len(set(labels)) < 2:
        return ""
    names = {x: re.sub(r"(?<=.{2})[类型档组]$", "", re.split("[（(]", x)[0]) for x in labels}
    whole = [x for x in labels if names[x] in asked]
    aims = aimed_at([names[x] for x in labels], asked) if whole else []
    found = [x for x in whole if names[x] in aims and _as_way(names[x], x, asked)]
    if not found:
        found = [x for x in labels if any(part in x for part in _AS_CLASS.findall(asked))]
    return found[0] if len(found) == 1 else ""


# 想走专长那一类, 定向这档: a class by a part of its name.
_AS_CLASS = re.compile(r"([\u4e00-\u9fff]{2})(?:那|这)?一?(?:类|档(?!案)|种)(?![\u4e00-\u9fff]*?(?:证|病))")
_GRADE = re.compile(r"[初中高]级")


def _as_way(name: str, label: str, asked: str) -> bool:
    """Whether a name stands for a way in and for nothing that the person is or has: 中级能报不."""
    if _GRADE.fullmatch(name):
        return re.search(rf"{name}(?!职称|证|工|技|会计师|工程师)", asked) is not None
    return (
        name != label
        or re.search(rf"{re.escape(name)}[类档组]|(?:报|走|申请|选|按){re.escape(name)}", asked) is not None
    )


# 申报领军人才的, 申报教育、卫生领域的: what those apply for of whom something is demanded.
_APPLIES_FOR = re.compile(
    r"(?:申报|申请|报考|应聘|报名|参评|选报|认定|从事|属于)(?P<what>(?!本|上述|以上|其他)[^,;()的]{2,40}?)(?:之一)?(?:的|者|人员)*"
)
_HEAD = 2  # characters at the end by which several such aims are of one kind: 人才, 领域


def _names_in(words: str) -> tuple[str, tuple[str, ...]]:
    """Of what kind the aims are that a condition names, and each; `""` and none for no such condition."""
    named = _APPLIES_FOR.fullmatch(words)
    if named is None:
        return "", ()
    what = named["what"]
    head = what[-_HEAD:]
    names = re.split(r"、|以及|和|及|或者?", re.sub(r"等?$", "", what[:-_HEAD]) if "、" in what else what)
    return head, tuple(n for n in names if len(n) > 1)


def aims_of(groups: Iterable[Group]) -> tuple[str, ...]:
    """The words by which the demands of a notice name for whom of several aims they hold."""
    given = (r.given for g in groups for r in g.requirements if isinstance(r.given, Leaf))
    words = (x.words.strip("；;。") for x in given if x.attribute is Attribute.OPEN)
    return tuple(dict.fromkeys(w for w in words if _names_in(w)[1]))


def chooses(words: str, aims: Sequence[str], asked: str) -> bool | None:
    """Whether what a question aims at is what `words` name, of the `aims` of that kind; None where the notice
    names but one or the question none."""
    head, own = _names_in(words.strip("；;。"))
    alike = [names for of, names in map(_names_in, aims) if own and of == head]
    if len(alike) < 2:
        return None
    aimed = aimed_at(list(dict.fromkeys(n for names in alike for n in names)), asked)
    return any(n in own for n in aimed) if aimed else None
