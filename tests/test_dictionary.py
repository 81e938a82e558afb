import os
import stat
from pathlib import Path

import jieba
import pytest

from index.dictionary import Tokenizer, open_dictionary

TEXTS = (
    "申请人须在户籍所在地街道办事处提交书面材料，逾期不予受理",
    "连续缴纳社会保险满六个月的灵活就业人员可申领补贴",
    "𠮷田先生来信询问喆喆的B超和AT&T账单怎么报销",
    "一",
)


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "wenze"


@pytest.fixture(scope="module")
def reference() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


@pytest.mark.parametrize("text", TEXTS)
def test_cuts_as_jieba_does(cache: Path, reference: jieba.Tokenizer, text: str) -> None:
    for _ in ("made", "read again"):
        ours = Tokenizer(open_dictionary())
        assert list(ours.cut(text)) == list(reference.cut(text))
        assert list(ours.tokenize(text, mode="search")) == list(reference.tokenize(text, mode="search"))


def test_holds_every_word_and_prefix_of_jieba(cache: Path, reference: jieba.Tokenizer) -> None:
    ours = open_dictionary()
    assert ours.total == reference.total
    assert all(ours.get(word) == frequency for word, frequency in reference.FREQ.items())
    assert "申请" in ours
    assert ours.get("沒有的詞兒") is None
    assert ours.get("") is None


def test_a_word_added_is_one_word_in_its_own_dictionary_alone(cache: Path) -> None:
    first, second = Tokenizer(open_dictionary()), Tokenizer(open_dictionary())
    first.add_word("甲乙丙丁戊")
    assert list(first.cut("甲乙丙丁戊")) == ["甲乙丙丁戊"]
    assert list(second.cut("甲乙丙丁戊")) != ["甲乙丙丁戊"]


def test_a_file_that_cannot_be_read_is_made_again(cache: Path) -> None:
    open_dictionary()
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for broken in (b"", whole[:5], b"\xff" * 64, whole[:-9]):
        file.write_bytes(broken)
        assert open_dictionary().get("申请")
        assert file.read_bytes() == whole


def test_works_where_nothing_can_be_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert open_dictionary().get("申请")
    assert stat.S_ISREG(os.stat(blocked).st_mode)
