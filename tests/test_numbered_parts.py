"""Of several things that go by ranges of numbers the one that holds the number asked about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from bot.telling.numbered_parts import text_for_number
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """# 云浦学校放学安排

## 一、接送区

学校在门外设了接送区，位置如下：

- 1-2年级：东门花坛旁
- 3—4年级：西门车棚对面
- 五至六年级：北门广场
"""


@pytest.mark.parametrize(
    ("asked", "texts", "which"),
    [
        ("六年级几点放学", ["1—3年级：15:30", "4-6年级：16:30"], 1),
        ("3号楼在哪", ["1-4号楼：南", "5号楼：北"], 0),
        ("我妈72岁领多少", ["60至69周岁每月50元", "70至79岁每月80元", "80周岁及以上每月100元"], 1),
        ("90岁领多少", ["60至69周岁每月50元", "70至79岁每月80元", "80周岁及以上每月100元"], 2),
        ("9号楼在哪", ["1-4号楼：南", "5-8号楼：北"], None),
        ("在哪", ["1-4号楼：南", "5-8号楼：北"], None),
        ("3号楼在哪", ["1-4号楼：南", "其他：北"], None),
        (
            "6路几点收车",
            ["6:00—18:00：4路、9路", "5:30—21:00：2路、5路-7路、11路"],
            1,
        ),  # one by one and ranges
        ("8路几点收车", ["6:00—18:00：4路、9路", "5:30—21:00：2路、5路-7路、11路"], None),
        ("3号楼在哪", ["1号楼：南", "3号楼：北"], None),  # plain names, no ranges
    ],
)
def test_which_text_holds_the_number(asked, texts, which):
    assert text_for_number(asked, texts) == which


def test_the_item_that_holds_the_number_is_told_alone(tmp_path):
    (tmp_path / "school.md").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(tmp_path)
    assistant = Assistant(library, open_or_build(library, tmp_path / "state"))
    text = assistant.answer("六年级的在哪接", DialogueState(), date(2031, 6, 1), "school")[0].text
    assert "北门广场" in text
    assert "东门" not in text
    assert "西门" not in text
