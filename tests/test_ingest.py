"""Adding files to the corpus folder, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.command.cli import app
from bot.command.ingest import Outcome, add_files, own_folder
from bot.service.settings import BadSettings, load_settings, shipped_corpus
from corpus.library import load_corpus

NOTICE = """关于补贴的通知

一、申请条件

同时具备以下条件的，可以申请：

1、年满20周岁。

2、在本地长期居住。

二、申请材料

1、身份证复印件2份。

2、《申请表》一式三份。

三、办理流程

1、申请人填写申请表。

2、窗口审核材料。

四、标准

每人每月300元，咨询电话：0999-5550100。

甲市服务处
2026年2月3日
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    (folder / "more").mkdir(parents=True)
    (folder / "n1.txt").write_text(NOTICE, "utf-8")
    (folder / "more" / "n2.txt").write_text(NOTICE.replace("补贴", "奖励"), "utf-8")
    (folder / ".hidden.txt").write_text("x", "utf-8")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def run(*args: object):
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, [str(a) for a in args])


def test_a_folder_is_added_with_what_was_understood(source, target):
    result = run("ingest", source, "--corpus", target)
    assert result.exit_code == 0
    assert sorted(str(p.relative_to(target)) for p in target.rglob("*.txt")) == ["more/n2.txt", "n1.txt"]
    for words in (
        "已加入 n1.txt",
        "n1《关于补贴的通知》，发布单位：甲市服务处，发布日期：2026-02-03",
        "金额 1",
        "电话 1",
        "全部满足：2 条，其中定型 1 条、按原话询问 1 条",
        "材料 2 件：身份证（复印件） 2份；申请表 3份",
        "步骤 2 步：三/1 申请人填写申请表。；三/2 窗口审核材料。",
    ):
        assert words in result.stdout
    assert [n.notice_id for n in load_corpus(target).notices] == ["n2", "n1"]


def test_the_same_content_is_said_to_be_there(source, target):
    run("ingest", source / "n1.txt", "--corpus", target)
    again = run("ingest", source / "n1.txt", "--corpus", target)
    assert (again.exit_code, again.stdout) == (0, "已有 n1.txt，内容相同\n")
    inside = run("ingest", target / "n1.txt", "--corpus", target)
    assert (inside.exit_code, inside.stdout) == (0, "已有 n1.txt，内容相同\n")


def test_other_content_under_a_name_is_refused_and_replaced_only_when_asked(source, target):
    run("ingest", source / "n1.txt", "--corpus", target)
    changed = source / "n1.txt"
    for times, text in enumerate(("甲" * 30, "乙" * 30), start=1):
        before = (target / "n1.txt").read_bytes()
        changed.write_text(text, "utf-8")
        refused = run("ingest", changed, "--corpus", target)
        assert refused.exit_code == 1
        assert "--replace" in refused.stderr
        assert (target / "n1.txt").read_bytes() == before
        replaced = run("ingest", changed, "--corpus", target, "--replace")
        assert replaced.exit_code == 0
        assert f"n1.txt.bak-{times}" in replaced.stdout
        assert (target / f"n1.txt.bak-{times}").read_bytes() == before
        assert (target / "n1.txt").read_text("utf-8") == text
    library = load_corpus(target)
    assert [n.notice_id for n in library.notices] == ["n1"]
    assert library.problems == ()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "文件是空的"),
        ("old.doc", b"x", "另存为 .docx"),
        ("~$n.docx", b"x", "锁文件"),
        ("blank.md", b" \n\n", "没有文字"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_left_out(source, target, name, content, words):
    (source / name).write_bytes(content)
    result = run("ingest", source / name, source / "n1.txt", "--corpus", target)
    assert result.exit_code == 1
    assert name in result.stderr
    assert words in result.stderr
    assert [p.name for p in target.iterdir()] == ["n1.txt"]


def test_what_is_not_there_is_said(tmp_path, target):
    (tmp_path / "nothing").mkdir()
    result = run("ingest", tmp_path / "nowhere.txt", tmp_path / "nothing", "--corpus", target)
    assert result.exit_code == 1
    assert "没有这个文件" in result.stderr
    assert "没有文件" in result.stderr


def test_a_sidecar_goes_with_its_file(source, target):
    (source / "n1.txt.yaml").write_text("title: 另一个题目\n", "utf-8")
    run("ingest", source / "n1.txt", "--corpus", target)
    assert load_corpus(target).notices[0].title == "另一个题目"
    (source / "n1.txt.yaml").write_text("title: 第三个题目\n", "utf-8")
    assert run("ingest", source / "n1.txt", "--corpus", target).exit_code == 1
    assert run("ingest", source / "n1.txt", "--corpus", target, "--replace").exit_code == 0
    library = load_corpus(target)
    assert library.notices[0].title == "第三个题目"
    assert library.problems == ()


def test_the_shipped_folder_is_never_written_to(source, monkeypatch):
    monkeypatch.delenv("WENZE_CORPUS", raising=False)
    before = sorted(shipped_corpus().iterdir())
    for args in ((), ("--corpus", shipped_corpus()), ("--corpus", shipped_corpus() / "below")):
        result = run("ingest", source / "n1.txt", *args)
        assert result.exit_code == 1
        assert "--corpus" in result.stderr
        assert "WENZE_CORPUS" in result.stderr
    assert sorted(shipped_corpus().iterdir()) == before
    with pytest.raises(BadSettings):
        own_folder(load_settings())


def test_a_file_is_whole_or_not_there(source, target, monkeypatch):
    def breaks(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.command.ingest.shutil.copyfileobj", breaks)
    (added,) = add_files([source / "n1.txt"], target)
    assert added.outcome is Outcome.REFUSED
    assert "No space left" in added.reason
    assert list(target.iterdir()) == []


def test_a_faster_writer_is_not_overwritten(source, target, monkeypatch):
    from bot.command import ingest

    copy = ingest.shutil.copyfileobj

    def copies_late(*args: object) -> None:
        copy(*args)
        (target / "n1.txt").write_text("先到的", "utf-8")

    monkeypatch.setattr("bot.command.ingest.shutil.copyfileobj", copies_late)
    (added,) = add_files([source / "n1.txt"], target)
    assert added.outcome is Outcome.REFUSED
    assert [p.name for p in target.iterdir()] == ["n1.txt"]
    assert (target / "n1.txt").read_text("utf-8") == "先到的"


def test_facts_of_a_notice_are_listed_with_place_and_words(source, target):
    run("ingest", source / "n1.txt", "--corpus", target)
    result = run("facts", "n1", "--corpus", target, "--kind", "money")
    place = "四/段1\t每人每月300元，咨询电话：0999-5550100"
    assert result.stdout == f"money\t300\t元\tn1\t{place}\n"
    every = run("facts", "n1", "--corpus", target).stdout
    assert "phone\t0999-5550100" in every
    assert run("facts", "n9", "--corpus", target).exit_code == 1


def test_show_names_the_locators(source, target):
    run("ingest", source / "n1.txt", "--corpus", target)
    assert "二/2  2、《申请表》一式三份。" in run("show", "n1", "--corpus", target).stdout
