from pathlib import Path

import pytest

from index.segmentation import Segmenter
from index.sounds import sound_of
from index.word_list import WordList


def test_counts_words_and_knows_how_they_sound(tmp_path: Path) -> None:
    made = WordList.of(["补贴的发放，补贴的申请", "在窗口申请补贴"], Segmenter())
    assert made.counts["补贴"] == 3
    assert made.sounds["补贴"] == sound_of("补贴") == "bu tie"
    assert all(len(word) >= 2 for word in made.counts)
    made.save(tmp_path)
    assert WordList.load(tmp_path) == made


@pytest.mark.parametrize("text", ["", "[]", '{"补贴": 3}', '{"补贴": ["x", "bu tie"]}'])
def test_a_damaged_file_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "words.json").write_text(text, encoding="utf-8")
    with pytest.raises((ValueError, TypeError, AttributeError)):
        WordList.load(tmp_path)
