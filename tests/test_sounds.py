import subprocess
import sys
from pathlib import Path

import pytest
from pypinyin import Style, lazy_pinyin

from index import sounds
from index.sounds import sound_of

WORDS = (
    "登记",
    "补贴",
    "银行",
    "行业",
    "重新",
    "重量",
    "音乐会",
    "长期",
    "组长",
    "会计",
    "社保卡",
    "绿化",
    "二〇二六",
)


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    sounds._sounds.cache_clear()
    return tmp_path / "wenze"


@pytest.mark.parametrize("word", [*WORDS, "AB证", "报名-表", "，", ""])
def test_sounds_as_pypinyin_says(word: str) -> None:
    assert sound_of(word) == " ".join(lazy_pinyin(word, style=Style.NORMAL))


def test_a_file_that_cannot_be_read_is_made_again(cache: Path) -> None:
    sound_of("登记")
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for broken in (b"", whole[:5], b"\xff" * 64, whole[:-9]):
        file.write_bytes(broken)
        sounds._sounds.cache_clear()
        assert sound_of("银行") == "yin hang"
        assert file.read_bytes() == whole


def test_a_kept_table_spares_the_import(cache: Path) -> None:
    asked = (
        "import sys; from index.sounds import sound_of; print(sound_of('银行'), 'pypinyin' in sys.modules)"
    )
    said = [
        subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
        for _ in ("made", "read")
    ]
    assert [s.split() for s in said] == [["yin", "hang", "True"], ["yin", "hang", "False"]]
