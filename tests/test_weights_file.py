"""The file of fitted weights: one section is written, the others stay."""

from __future__ import annotations

import pytest
import yaml

from eval.weights_file import write_section


def test_a_section_is_replaced_and_the_others_are_kept(tmp_path):
    path = tmp_path / "weights.yaml"
    write_section(path, "refusal", {"bias": 1.0})
    write_section(path, "ranking", {"weights": {"covered": 0.5}})
    write_section(path, "refusal", {"bias": 2.0})
    kept = yaml.safe_load(path.read_text("utf-8"))
    assert kept == {"ranking": {"weights": {"covered": 0.5}}, "refusal": {"bias": 2.0}}
    assert path.read_text("utf-8").startswith("# ")


def test_a_file_of_another_kind_is_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("只是一段话", "utf-8")
    with pytest.raises(ValueError, match="--out"):
        write_section(path, "ranking", {})
    assert path.read_text("utf-8") == "只是一段话"
