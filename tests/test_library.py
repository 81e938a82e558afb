import shutil
from pathlib import Path

import pytest

from corpus.errors import CorpusError, EmptyCorpus, UnknownNotice
from corpus.library import load_corpus

MALFORMED = Path(__file__).parent / "malformed"
BODY = "一、时间\n五个工作日。\n"


def put(folder: Path, name: str, text: str = BODY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def ids(folder: Path) -> list[str]:
    return [n.notice_id for n in load_corpus(folder).notices]


def test_folders_of_folders_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "a/z/d.txt", "a.txt"):
        put(tmp_path, name)
    assert ids(tmp_path) == ["c", "d", "a", "b"]


@pytest.mark.parametrize(
    "name", [".hidden.txt", ".git/a.txt", "~$a.txt", "a/.cache/b.txt", "a.txt.yaml", "a.yml"]
)
def test_hidden_files_lock_files_and_sidecars_are_passed_over(name: str, tmp_path: Path) -> None:
    put(tmp_path, "seen.txt")
    put(tmp_path, name, "title: 甲\n")
    library = load_corpus(tmp_path)
    assert [n.notice_id for n in library.notices] == ["seen"]
    assert library.problems == ()


def test_a_corpus_inside_a_hidden_folder(tmp_path: Path) -> None:
    put(tmp_path, ".corpus/a.txt")
    assert ids(tmp_path / ".corpus") == ["a"]


def test_files_of_one_stem_are_told_apart(tmp_path: Path) -> None:
    for name in ("a.txt", "b/a.txt", "c/a.md"):
        put(tmp_path, name)
    found = ids(tmp_path)
    assert sorted(found) == ["a", "a~2", "a~3"]
    assert len({load_corpus(tmp_path).notice(i).notice_id for i in found}) == 3


def test_files_that_cannot_be_read_are_reported_and_the_rest_served(tmp_path: Path) -> None:
    shutil.copytree(MALFORMED, tmp_path / "broken")
    put(tmp_path, "good.txt")
    library = load_corpus(tmp_path)
    assert [n.notice_id for n in library.notices] == ["good"]
    broken = [p for p in (tmp_path / "broken").iterdir() if p.suffix != ".yaml"]
    assert len(library.problems) == len(broken)
    assert {p.path.name.removesuffix(".yaml") for p in library.problems} == {p.name for p in broken}
    assert all("；" in p.reason or "应" in p.reason for p in library.problems)


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(EmptyCorpus, match=r"不存在.*--corpus.*WENZE_CORPUS"):
        load_corpus(tmp_path / "none")


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(EmptyCorpus, match="文件夹"):
        load_corpus(put(tmp_path, "a.txt"))


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(EmptyCorpus, match=r"没有能读的通知.*\.txt.*\.docx"):
        load_corpus(tmp_path)


def test_a_folder_of_broken_files_says_why(tmp_path: Path) -> None:
    put(tmp_path, "empty.txt", "")
    with pytest.raises(EmptyCorpus, match=r"(?s)没有能读的通知.*empty\.txt：文件是空的"):
        load_corpus(tmp_path)


def test_an_unknown_notice_lists_those_there_are(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    library = load_corpus(tmp_path)
    for ask in (library.notice, library.scope):
        with pytest.raises(UnknownNotice, match=r"没有编号为“b”的通知；现有：a"):
            ask("b")
    assert issubclass(UnknownNotice, CorpusError)


def test_scope(tmp_path: Path) -> None:
    put(tmp_path, "two.md", "# 甲的通知\n\n正文。\n\n# 乙的通知\n\n正文。\n")
    put(tmp_path, "two_more.txt")
    library = load_corpus(tmp_path)
    assert library.scope("two") == {"two#1", "two#2"}
    assert library.scope("two#1") == {"two#1"}
    assert library.scope("two_more") == {"two_more"}
    with pytest.raises(UnknownNotice):
        library.scope("tw")


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    assert load_corpus(tmp_path) == load_corpus(tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", BODY.replace("五", "六")),
        ("a.txt", BODY + "\n"),
        ("a.txt.yaml", "title: 甲\n"),
        ("a.txt.yaml", "restated: true\n"),
        ("a.txt.yaml", "valid_until: 2024-12-31\n"),
        ("b.txt", BODY),
    ],
)
def test_any_change_changes_the_digest(name: str, text: str, tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    before = load_corpus(tmp_path).digest
    put(tmp_path, name, text)
    assert load_corpus(tmp_path).digest != before


def test_a_new_name_changes_the_digest(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt")
    before = load_corpus(tmp_path).digest
    path.rename(tmp_path / "b.txt")
    assert load_corpus(tmp_path).digest != before


def test_a_hidden_file_does_not_change_the_digest(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    before = load_corpus(tmp_path).digest
    put(tmp_path, ".b.txt")
    assert load_corpus(tmp_path).digest == before


def test_a_notice_goes_by_how_its_identifier_begins_where_one_does(tmp_path: Path) -> None:
    for name in ("001_one.txt", "002_two.txt", "002_three.txt", "002.txt"):
        put(tmp_path, name)
    library = load_corpus(tmp_path)
    assert library.begun("001").notice_id == "001_one"
    assert library.begun("002").notice_id == "002"  # the whole of one
    with pytest.raises(UnknownNotice):
        library.begun("002_t")
