"""`bot/finding/weights.yaml`: fitted weights, a section for each model, written one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

__all__ = ["write_section"]

_HEAD = """\
# Fitted weights. `ranking` is written by `wenze eval fit-ranking`; its names stand in bot/finding/ranking.py.
# `refusal` and `verdict` are written by `wenze eval fit-refusal`; their names stand in bot/finding/signals.py
# and bot/certainty.py. `unseen` is written by `wenze eval fit-confidence` and read by bot/unseen.py.
"""


def write_section(path: Path, name: str, content: Mapping[str, Any]) -> None:
    """Put the weights of one model in their place and leave the others as they are.

    Raises:
        OSError: the file cannot be read or written.
        ValueError: what is there is no mapping of sections.
    """
    kept = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}
    if not isinstance(kept or {}, dict):
        raise ValueError(f"{path} 不是权重文件；请用 --out 另指一个文件")
    sections = {**(kept or {}), name: dict(content)}
    path.write_text(_HEAD + yaml.safe_dump(sections, sort_keys=True, allow_unicode=True), "utf-8")
