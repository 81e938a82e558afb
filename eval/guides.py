"""Service guides, one JSON object a line: which keys hold what, and each guide as a notice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.facts import extract_facts

__all__ = ["Guide", "Keys", "as_notice", "find_keys", "read_guides", "texts_of"]

_NAMES = {
    "title": r"title|task_?name|^name$|标题|名称|事项",
    "conditions": r"condition|standard|eligib|requirement|条件|资格|对象范围",
    "materials": r"material|document|材料|资料",
    "limits": r"time|limit|deadline|period|时限|期限|时间",
    "phones": r"phone|tel|hotline|contact|电话|热线",
    "places": r"location|address|place|地址|地点",
}
_NOTHING = re.compile(
    r"\s*(?:无[^，。；]{0,10}|暂无|没有|不限|不适用|none|null|n/?a|[-—/\\.。]*)\s*[。.]?\s*", re.IGNORECASE
)
_MARK = (
    r"(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[、．]|[.](?!\d)|[）)])"
    r"|[①-⑳])"
)
_BREAK = re.compile(rf"(?<=[。；;：:，,\s）)])\s*(?={_MARK}\s*[^\s\d、，。）)])")


@dataclass(frozen=True, slots=True)
class Keys:
    """Which keys of a line hold what; several of a kind are read one after the other."""

    title: tuple[str, ...]
    conditions: tuple[str, ...]
    materials: tuple[str, ...]
    limits: tuple[str, ...]
    phones: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One line of the file: its number from 1 and the values said there; what says 无 is left out."""

    line: int
    title: str
    conditions: tuple[str, ...]
    materials: tuple[str, ...]
    limits: tuple[str, ...]
    phones: tuple[str, ...]
    places: tuple[str, ...]


def find_keys(rows: Iterable[dict[str, Any]], **given: Sequence[str]) -> Keys:
    """The keys by their names, each used once; those `given` for a kind are taken as they are."""
    known = list(dict.fromkeys(key for row in rows for key in row))
    taken = {key for keys in given.values() for key in keys}
    found: dict[str, tuple[str, ...]] = {}
    for kind, pattern in _NAMES.items():
        named = [k for k in known if k not in taken and re.search(pattern, k, re.IGNORECASE)]
        found[kind] = tuple(given.get(kind) or (named[:1] if kind == "title" else named))
        taken.update(found[kind])
    return Keys(**found)


def read_guides(file: Path, **given: Sequence[str]) -> tuple[Keys, list[Guide], int]:
    """The keys used, the guides of a file, and how many of its lines are no JSON object.

    Raises:
        OSError, UnicodeDecodeError: the file cannot be read as UTF-8 text.
    """
    rows: list[tuple[int, dict[str, Any]]] = []
    broken = 0
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError:
            row = ""
        if isinstance(row, dict):
            rows.append((number, row))
        else:
            broken += row is not None
    keys = find_keys((row for _, row in rows), **given)
    return keys, [_guide(number, row, keys) for number, row in rows], broken


def _guide(number: int, row: dict[str, Any], keys: Keys) -> Guide:
    title = texts_of(row, keys.title)
    kinds = (keys.conditions, keys.materials, keys.limits, keys.phones, keys.places)
    return Guide(number, title[0] if title else f"第{number}行", *(texts_of(row, kind) for kind in kinds))


def texts_of(row: dict[str, Any], keys: Sequence[str]) -> tuple[str, ...]:
    """The texts under some keys of a line, those of lists one by one, without those that say nothing."""
    found: list[str] = []
    for key in keys:
        value = row.get(key)
        parts = value if isinstance(value, list) else [value]
        found += [str(x).strip() for x in parts if isinstance(x, str | int | float)]
    return tuple(x for x in found if not _NOTHING.fullmatch(x))


def as_notice(guide: Guide) -> Notice:
    """The guide's conditions as a notice, each numbered item on a line of its own."""
    lines = [f"# {guide.title}", "## 受理条件"]
    for text in guide.conditions:
        lines += [part.strip() for part in _BREAK.sub("\n", text).split("\n") if part.strip()]
    text = "\n\n".join(lines) + "\n"
    clauses = parse_clauses(text, markdown=True, title=guide.title)
    facts = extract_facts(text, clauses)
    return Notice(f"line-{guide.line}", guide.title, "", text, clauses, "", facts=facts)
