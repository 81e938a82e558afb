"""Words that official texts use."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from eval.command import app
from index.official import is_official, official_words_in


@pytest.mark.parametrize("word", ["副本", "申请", "证明", "津贴", "研究生", "处罚"])
def test_laws_and_rules_use_them(word):
    assert is_official(word)


@pytest.mark.parametrize("word", ["媳妇", "咋办", "花钱", "娃", "章"])
def test_everyday_words_and_single_characters_are_none(word):
    assert not is_official(word)


def test_a_word_counts_once_an_article():
    articles = ["申请人应当提交申请。", "申请，申请，申请。", "副本一份。"]
    assert official_words_in(articles, 2) == ["申请"]
    assert {"申请", "副本"} <= set(official_words_in(articles, 1))
    assert all(len(w) > 1 for w in official_words_in(articles, 1))


def test_the_command_writes_one_word_a_line(tmp_path):
    texts, out = tmp_path / "laws.jsonl", tmp_path / "words.txt"
    line = json.dumps({"law": "某条例", "text": "申请人应当提交申请书。"}, ensure_ascii=False)
    texts.write_text("\n".join([line] * 5) + "\n", "utf-8")
    told = CliRunner().invoke(app, ["eval", "official-words", str(texts), "--out", str(out)])
    assert told.exit_code == 0, told.output
    assert "提交" in out.read_text("utf-8").split("\n")
    missing = CliRunner().invoke(app, ["eval", "official-words", str(tmp_path / "none"), "--out", str(out)])
    assert missing.exit_code == 1
