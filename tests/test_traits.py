"""What is known of a passage whatever is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer_parts import Intent
from bot.finding.traits import Traits
from corpus.library import load_corpus
from index.passages import passages_of


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("初审通过——领受理号——交纸质件", True),
        ("交表 → 领号 → 等短信", True),
        ("望舒市——一座好城", False),
    ],
)
def test_steps_joined_by_dashes_or_arrows_tell_how_it_is_done(tmp_path: Path, line: str, told: bool) -> None:
    (tmp_path / "n.txt").write_text(f"评审通知\n\n一、安排\n{line}\n", encoding="utf-8")
    library = load_corpus(tmp_path)
    passages = passages_of(library)
    place = next(i for i, p in enumerate(passages) if line[:2] in p.text)
    assert Traits(library, passages).roles(Intent.PROCESS).one(place) is told
