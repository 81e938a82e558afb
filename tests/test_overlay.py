"""Rules as a file: printed, corrected beside the notice, and refused where they say what it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from bot.service.rule_text import doubt_lines, rule_lines
from bot.service.rules_of import doubts_in, rules_of
from corpus.errors import UnknownTarget
from corpus.library import load_corpus
from corpus.notice import Notice
from corpus.rules.overlay import RULES_SUFFIX
from corpus.rules.rule_file import rule_schema, to_yaml
from corpus.rules.rules import compile_groups, targets_of
from corpus.rules.waivers import waivers_of

ROOT = Path(__file__).parents[1]
TEXT = """社区烘焙班报名通知
一、报名条件
申请人应当同时具备以下条件：
1、年满20周岁；
2、具有本市户籍。
二、说明
劳动模范不受户籍限制。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "baking.txt").write_text(TEXT, "utf-8")
    return tmp_path


def read(folder: Path) -> tuple[Notice, list[str]]:
    library = load_corpus(folder)
    return library.notices[0], [str(p) for p in library.problems]


def correct(folder: Path, text: str) -> tuple[Notice, list[str]]:
    (folder / f"baking.txt{RULES_SUFFIX}").write_text(text, "utf-8")
    return read(folder)


def ages(notice: Notice) -> list[int]:
    return [
        int(x.value or 0) for g in compile_groups(notice) for r in g.requirements for x in r.leaves if x.value
    ]


def shipped() -> list[Notice]:
    return list(load_corpus(ROOT / "corpus" / "shipped").notices)


def test_the_schema_is_current() -> None:
    kept = json.loads((ROOT / "docs" / "rules.schema.json").read_text("utf-8"))
    assert kept == json.loads(json.dumps(rule_schema()))


@pytest.mark.parametrize("notice", [n for n in shipped() if targets_of(n)], ids=lambda n: n.notice_id)
def test_printed_rules_read_back_as_they_were(notice: Notice, tmp_path: Path) -> None:
    source = ROOT / "corpus" / "shipped" / notice.source
    (tmp_path / source.name).write_text(source.read_text("utf-8"), "utf-8")
    (tmp_path / f"{source.name}{RULES_SUFFIX}").write_text(to_yaml(rules_of(notice)), "utf-8")
    library = load_corpus(tmp_path)
    assert library.problems == ()
    again = library.notice(notice.notice_id)
    assert again.corrections
    assert [(t.name, t.groups, t.offered) for t in targets_of(again)] == [
        (t.name, t.groups, t.offered) for t in targets_of(notice)
    ]
    assert waivers_of(again) == waivers_of(notice)


def test_a_changed_bound_is_what_counts(folder: Path) -> None:
    notice, _ = read(folder)
    assert ages(notice) == [20]
    corrected, problems = correct(folder, to_yaml(rules_of(notice)).replace("value: 20", "value: 23"))
    assert problems == []
    assert ages(corrected) == [23]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("年满20周岁", "年满21周岁", ["最接近", "年满20周岁", "第"]),
        ("value: 20", "value: 二十", ["数值"]),
        ("attribute: age", "attribute: shoes", ["attribute", "不是可用的值"]),
        ("unit: 岁", "unit: 斤", ["单位写 岁"]),
        ("notice: baking", "notice: brewing", ["没有通知“brewing”", "baking"]),
        ("comparison: '>='", "comparsion: '>='", ["comparsion", "不认识这个键"]),
    ],
)
def test_a_fault_is_refused_with_its_place_and_the_notice_is_served(
    folder: Path, old: str, new: str, said: list[str]
) -> None:
    printed = to_yaml(rules_of(read(folder)[0]))
    assert old in printed
    notice, (problem,) = correct(folder, printed.replace(old, new))
    assert all(words in problem for words in said), problem
    assert f"baking.txt{RULES_SUFFIX}" in problem
    assert ages(notice) == [20]


@pytest.mark.parametrize("text", ["notice: [", "- 1\n- 2\n", "notice: baking\ntargets: 3\n"])
def test_what_is_no_rule_file_is_refused(folder: Path, text: str) -> None:
    notice, (problem,) = correct(folder, text)
    assert "rules" in problem
    assert ages(notice) == [20]


def test_corrections_change_what_answers_rest_on(folder: Path) -> None:
    from bot.pipeline import Assistant
    from index.snapshot import open_or_build

    def version() -> str:
        library = load_corpus(folder)
        return Assistant(library, open_or_build(library, folder / "state", None, lambda *_: None)).version

    before = version()
    correct(folder, to_yaml(rules_of(read(folder)[0])).replace("value: 20", "value: 23"))
    assert version() != before


def test_a_target_is_printed_alone_and_an_unknown_one_is_named() -> None:
    notice = next(n for n in shipped() if any(t.level for t in targets_of(n)))
    level = targets_of(notice)[0].name
    assert [t.name for t in rules_of(notice, level).targets] == [level]
    with pytest.raises(UnknownTarget, match=level):
        rules_of(notice, "十级")


def test_lines_show_clause_and_condition(folder: Path) -> None:
    lines = list(rule_lines(rules_of(read(folder)[0])))
    assert any("年满20周岁" in x and "[" in x for x in lines)
    assert any("年龄 满 20岁" in x for x in lines)
    assert any("户籍" in x and "不受限制" in x for x in lines)


def test_what_nobody_can_meet_is_warned_of(folder: Path) -> None:
    (folder / "baking.txt").write_text(TEXT.replace("年满20周岁", "年满20周岁，且不满18周岁"), "utf-8")
    notice, _ = read(folder)
    (line,) = doubt_lines(notice, doubts_in(notice))
    assert "没有人能同时满足" in line


def test_yaml_is_plain(folder: Path) -> None:
    data = yaml.safe_load(to_yaml(rules_of(read(folder)[0])))
    assert data["notice"] == "baking"
    assert {"targets", "waivers"} <= set(data)
