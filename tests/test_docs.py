"""README and CONTRIBUTING against the code that they describe."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
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


# ── what the examples print ─────────────────────────────────────────────────────────────────────────────

WENZE = f"{sys.executable} -c 'from eval.command import main; main()'"


def _run(script: str, folder: Path) -> str:
    """What the commands of an example print in an empty folder, with a state of their own."""
    script = script.replace(".venv/bin/wenze", WENZE)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "WENZE_STATE": str(folder / "state")}
    done = subprocess.run(
        ["bash", "-euc", script], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


EXAMPLES = re.findall(r"```sh\n([^`]*)```\n\n```text\n([^`]*)```", README)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_prints_what_readme_shows(tmp_path: Path, example: tuple[str, str]) -> None:
    script, shown = example
    assert _run(script, tmp_path) == shown.strip()


def _shown(told: object, shown: object) -> bool:
    """Whether all that is shown of a JSON value is told so: the rest of an object or a list is left out."""
    if isinstance(shown, dict) and isinstance(told, dict):
        return all(_shown(told.get(key), value) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(told, list):
        return len(shown) <= len(told) and all(map(_shown, told, shown))
    return told == shown


def test_the_http_example_is_answered_as_readme_shows(tmp_path: Path) -> None:
    found = re.search(r"-d '(.*?)'.*?```json\n(.*?)```", README, re.DOTALL)
    assert found
    asked = json.loads(found[1])
    shown = json.loads(re.sub(r",?\s*…", "", found[2]))
    script = f"{WENZE} ask '{asked['question']}' --as-of {asked['as_of']} --json"
    assert _shown(json.loads(_run(script, tmp_path)), shown)
