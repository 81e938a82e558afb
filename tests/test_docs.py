"""README and CONTRIBUTING against the code that they describe."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.service.settings import Settings
from corpus.readers.metadata import Metadata
from eval.command import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PAGES = {"README.md": README, "CONTRIBUTING.md": CONTRIBUTING}


def test_every_setting_is_in_the_table() -> None:
    listed = set(re.findall(r"^\| `WENZE_([A-Z_]+)` \|", README, re.MULTILINE))
    assert listed == {name.upper() for name in Settings.model_fields}


def test_every_key_of_the_metadata_is_in_the_table() -> None:
    assert [f.name for f in fields(Metadata) if f"`{f.name}`" not in README] == []


@pytest.mark.parametrize("folder", ["corpus", "index", "bot", "eval"])
def test_every_module_has_its_place(folder: str) -> None:
    modules = {p.stem for p in (ROOT / folder).rglob("*.py")} - {"__init__"}
    rows = "".join(re.findall(rf"^\| `{folder}/.*$", CONTRIBUTING, re.MULTILINE))
    assert modules ^ set(re.findall(r"`([a-z_]+)`", rows)) == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)", PAGES[page])
    assert [t for t in targets if not (ROOT / t).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_command_exists(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert [t for t in re.findall(r"\bmake (\w+)", PAGES[page]) if f"\n{t}:" not in makefile] == []
    commands = {c.name or c.callback.__name__ for c in app.registered_commands} | {"eval"}
    assert set(re.findall(r"bin/wenze (\w+)", PAGES[page])) <= commands
