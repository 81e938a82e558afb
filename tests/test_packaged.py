"""The YAML files that ship inside the project."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus import packaged
from corpus.packaged import packaged_yaml

PROJECT = Path(__file__).parents[1]
SHIPPED = [
    str(path.relative_to(PROJECT))
    for package in ("bot", "index", "corpus")
    for path in sorted((PROJECT / package).rglob("*.yaml"))
    if "shipped" not in path.parts
]


def plainly(path: str) -> Any:
    package, name = path.split("/", 1)
    return yaml.safe_load(files(package).joinpath(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SHIPPED)
def test_reads_what_the_plain_loader_reads(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for _ in range(2):  # parsed, then kept
        assert packaged_yaml(*path.split("/", 1)) == plainly(path)


def test_what_was_kept_is_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = packaged_yaml("bot.finding", "weights.yaml")
    monkeypatch.setattr(packaged, "_LOADER", None)
    assert packaged_yaml("bot.finding", "weights.yaml") == first


@pytest.mark.parametrize("damage", [b"", b"x" * 40, b"\x00" * 10_000])
def test_what_is_kept_of_another_text_is_parsed_again(
    damage: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    packaged_yaml("bot.finding", "weights.yaml")
    (kept,) = (p for p in tmp_path.rglob("*") if p.is_file())
    kept.write_bytes(damage)
    assert packaged_yaml("bot.finding", "weights.yaml") == plainly("bot/finding/weights.yaml")
    assert kept.read_bytes() != damage


def test_without_a_place_to_keep_them_they_are_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert packaged_yaml("bot.finding", "weights.yaml") == plainly("bot/finding/weights.yaml")
    assert list(tmp_path.iterdir()) == [blocked]
