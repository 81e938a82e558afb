"""Expressions compiled where they are first used."""

from __future__ import annotations

import gc
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from corpus import patterns

PROJECT = Path(__file__).parents[1]
DRIVERS = ("pgvector_store", "milvus_store")  # of servers: they need not be there


def modules() -> list[ModuleType]:
    paths = [p.relative_to(PROJECT) for f in ("bot", "index", "corpus") for p in (PROJECT / f).rglob("*.py")]
    named = (".".join(p.with_suffix("").parts) for p in paths if p.stem not in ("__init__", *DRIVERS))
    return [import_module(name) for name in named]


def test_every_expression_that_a_module_names_can_be_compiled() -> None:
    assert modules()
    gc.unfreeze()  # a test before may have set aside what was loaded
    named = [p for p in gc.get_objects() if type(p) is patterns._Named]
    assert len(named) > 1000
    assert not [p for p in named if not isinstance(p.groups, int)]


def test_nothing_is_compiled_before_it_is_used() -> None:
    pattern = patterns.compile(r"(?P<amount>\d+)元")
    assert pattern.pattern == r"(?P<amount>\d+)元"
    with pytest.raises(AttributeError):
        object.__getattribute__(pattern, "_compiled")
    found = pattern.search("收费20元")
    assert found is not None
    assert (found["amount"], found.span()) == ("20", (2, 5))
    assert isinstance(object.__getattribute__(pattern, "_compiled"), re.Pattern)


def test_a_pattern_does_what_that_of_re_does() -> None:
    expression, text = r"(a)(b)?", "ab, A, 元a"
    ours, theirs = patterns.compile(expression, patterns.IGNORECASE), re.compile(expression, re.IGNORECASE)
    assert [m.span() for m in ours.finditer(text, 1)] == [m.span() for m in theirs.finditer(text, 1)]
    assert ours.findall(text) == theirs.findall(text)
    assert ours.split(text) == theirs.split(text)
    assert ours.sub("x", text) == theirs.sub("x", text)
    assert ours.subn("x", text) == theirs.subn("x", text)
    assert (ours.match(text, 4) is None, ours.fullmatch("AB") is None) == (False, False)
    assert (ours.flags, ours.groups, dict(ours.groupindex)) == (theirs.flags, theirs.groups, {})


def test_what_is_no_expression_is_told_when_it_is_used() -> None:
    pattern = patterns.compile("(")
    with pytest.raises(re.error):
        pattern.search("")
    with pytest.raises(AttributeError, match="scanned"):
        pattern.scanned  # type: ignore[attr-defined]  # noqa: B018


def test_functions_find_what_those_of_re_find() -> None:
    expression, text = r"(\d)(年)?", "3年, 5, 7年"
    for name in ("search", "match", "findall", "split"):
        ours, theirs = getattr(patterns, name)(expression, text), getattr(re, name)(expression, text)
        assert ours == theirs or ours.span() == theirs.span()
    spans = [m.span() for m in re.finditer(expression, text)]
    assert [m.span() for m in patterns.finditer(expression, text)] == spans
    assert patterns.fullmatch(expression, text) is None
    assert patterns.sub(expression, lambda m: f"<{m[0]}>", text, 2) == "<3年>, <5>, 7年"
    assert patterns.split(",", text, maxsplit=1) == ["3年", " 5, 7年"]
