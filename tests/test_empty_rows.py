"""The things of a table that have no figure."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦省7月茶企统计

所属地区	茶企	茶品
	当月数	当月数
东岭市	26	100
南洼市	1	/
西埠市	/	5
北坞市	/	/
合计	27	105
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tea")
    (folder / "tea.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda question: assistant.answer(question, DialogueState(), date(2031, 8, 1))[0]


@pytest.mark.parametrize(
    ("question", "cities", "not_cities"),
    [
        ("哪个市一家都没有", ["北坞市"], ["西埠市", "南洼市", "东岭市"]),
        ("哪个市茶企一家都没有", ["西埠市", "北坞市"], ["南洼市", "东岭市"]),
        ("一家茶企都没有的是哪些市", ["西埠市", "北坞市"], ["南洼市", "东岭市"]),
        ("哪些市没有茶企", ["西埠市", "北坞市"], ["南洼市", "东岭市"]),
    ],
)
def test_the_rows_without_a_figure_are_told(ask, question, cities, not_cities):
    answer = ask(question)
    assert all(c in answer.text for c in cities)
    assert not any(c in answer.text for c in not_cities)
    assert len(answer.citations) == len(cities)
