"""Trades that a table of trades lacks."""

from __future__ import annotations

import pytest

from bot.figures.missing_members import missing_member
from corpus.library import load_corpus
from corpus.notice import ClauseKind

NOTICE = """云浦市技能评价收费

工种	等级	金额（元）
车工	四级	370
钳工	四级	330
瓦工	四级	355
油漆维修工	三级	500
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fees")
    (folder / "fees.txt").write_text(NOTICE, encoding="utf-8")
    (notice,) = load_corpus(folder).notices
    return notice, next(i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE)


@pytest.mark.parametrize(
    ("asked", "words", "missing"),
    [
        ("焊工多少钱", ["焊工"], "焊工"),
        ("花艺工四级多少钱", ["花艺", "四级"], "花艺工"),
        ("车工四级多少钱", ["车工", "四级"], ""),
        ("农民工考车工多少钱", ["农民工", "车工"], ""),  # a person and no trade
        ("下个月考多少钱", ["下个月"], ""),
        ("油漆工多少钱", ["油漆", "工"], ""),  # part of the name of one
    ],
)
def test_the_trade_that_is_missing(table, asked, words, missing):
    assert missing_member(asked, words, *table) == missing
