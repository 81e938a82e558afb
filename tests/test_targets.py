"""What one notice decides about, and that each has its own conditions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answer_parts import Verdict
from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from bot.service.settings import shipped_corpus
from corpus.conditions.conditions import GroupKind
from corpus.library import Library, load_corpus
from corpus.rules.rules import compile_groups, targets_of
from corpus.rules.targets import Target, TargetKind, nested_groups, offers_of
from index.snapshot import open_or_build

DAY = date(2025, 4, 10)
KILN = """关于2025年陶窑工技能评价的通知

各有关单位：
现就今年的技能评价通知如下。

一、评价范围

| 序号 | 职业名称 | 等级 |
| --- | --- | --- |
| 1 | 烧窑工 | 5、4 |
| 2 | 拉坯工 | 5 |

二、报名要求

申报人须同时具备以下条件：
1、具有本市户籍。
2、年满16周岁。

三、报名时间

2025年3月1日至2025年6月30日。

附件1 申报条件

（一）具备以下条件之一者，可以申报五级：
1、从事本职业工作满1年。
2、经本职业培训，取得结业证书。

（二）具备以下条件之一者，可以申报四级：
1、从事本职业工作累计满4年。
2、取得本职业五级职业技能等级证书后，从事本职业工作满2年。

（三）具备以下条件之一者，可以申报三级：
1、从事本职业工作累计满9年。
2、取得本职业四级职业技能等级证书后，从事本职业工作满3年。
"""
SCHEMES = """溪口镇扶助项目申请须知

一、养蜂扶助

同时符合以下条件的，可以申请养蜂扶助：
1、年满18周岁。
2、蜂群数量不少于30箱。

二、学徒扶助

同时符合以下条件的，可以申请学徒扶助：
1、年满16周岁。
2、签订学徒合同满6个月。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "kiln.md").write_text(KILN, "utf-8")
    (folder / "schemes.txt").write_text(SCHEMES, "utf-8")
    return load_corpus(folder)


@pytest.fixture(scope="module")
def ask(library, tmp_path_factory):
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda question, notice="kiln": assistant.answer(question, DialogueState(), DAY, notice)[0]


def by_name(library: Library, notice_id: str) -> dict[str, Target]:
    return {t.name: t for t in targets_of(library.notice(notice_id))}


# ── levels ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_level_that_only_the_annex_describes_is_not_offered(library):
    levels = by_name(library, "kiln")
    assert {n: t.offered for n, t in levels.items()} == {"五级": True, "四级": True, "三级": False}
    assert levels["三级"].own, "its conditions are read all the same"
    assert levels["五级"].offered_for == ("烧窑工", "拉坯工")
    assert levels["四级"].offered_for == ("烧窑工",)


def test_a_level_that_is_not_offered_is_told_as_that(ask):
    answer = ask("我本市户口，30岁，烧窑干了12年，能报三级吗")
    assert answer.verdict is Verdict.NOT_ELIGIBLE
    assert "没有开展三级" in answer.text
    assert "五级、四级" in answer.text
    assert "烧窑工" in answer.citations[answer.conditions[0].citation].quote


def test_no_condition_of_another_level_is_told_beside(ask):
    """That of the next level names this one: 取得四级证书后…, of 三级, is no answer about 四级."""
    answer = ask("拉坯工有四级职业技能等级证书吗")
    assert "没有开展四级" in answer.text
    assert "申报三级" not in answer.text


def test_a_level_that_is_offered_for_another_occupation_is_told_as_that(ask):
    answer = ask("我本市户口，30岁，干了12年，能报拉坯工四级吗")
    assert answer.verdict is Verdict.NOT_ELIGIBLE
    assert "拉坯工" in answer.text.split("\n")[0]
    assert "只开展五级" in answer.text
    assert "拉坯工" in answer.citations[answer.conditions[0].citation].quote
    assert ask("我本市户口，30岁，干了12年，能报烧窑工四级吗").verdict is Verdict.ELIGIBLE


def test_each_level_has_its_own_ways_in_and_shares_what_holds_for_all(library):
    levels = by_name(library, "kiln")
    shared = {t.shared for t in levels.values()}
    assert len(shared) == 1
    (group,) = shared.pop()
    assert (group.kind, len(group.requirements)) == (GroupKind.ALL, 2)
    own = [r.clause for t in levels.values() for g in t.own for r in g.requirements]
    assert len(own) == len(set(own)) == 6


@pytest.mark.parametrize(
    ("told", "level", "verdict"),
    [
        ("本市户口，30岁，干了5年", "五级", Verdict.ELIGIBLE),
        ("本市户口，30岁，干了5年", "四级", Verdict.ELIGIBLE),
        ("本市户口，30岁，没证，干了3年", "四级", Verdict.NOT_ELIGIBLE),
        ("本市户口，30岁，没证，干了3年", "五级", Verdict.ELIGIBLE),
        ("外地户口，30岁，干了5年", "五级", Verdict.NOT_ELIGIBLE),
        ("外地户口，30岁，干了5年", "四级", Verdict.NOT_ELIGIBLE),
        ("本市户口，15岁，干了5年", "四级", Verdict.NOT_ELIGIBLE),
    ],
)
def test_a_verdict_rests_on_the_own_and_the_shared_conditions(ask, told, level, verdict):
    assert ask(f"我{told}，能报烧窑工{level}吗").verdict is verdict


# ── schemes ─────────────────────────────────────────────────────────────────────────────────────────────


def test_schemes_beside_one_another_are_targets_of_their_own(library):
    schemes = targets_of(library.notice("schemes"))
    assert [t.kind for t in schemes] == [TargetKind.SCHEME, TargetKind.SCHEME]
    ages = [
        x.value for t in schemes for g in t.own for r in g.requirements for x in r.leaves if x.unit == "岁"
    ]
    assert ages == [18, 16]
    assert not any(t.shared for t in schemes)


def test_the_scheme_that_is_named_decides(ask):
    told = "我17岁，学徒合同签了8个月，养了40箱蜂"
    assert ask(f"{told}，能申请学徒扶助吗", "schemes").verdict is not Verdict.NOT_ELIGIBLE
    assert ask(f"{told}，能申请养蜂扶助吗", "schemes").verdict is Verdict.NOT_ELIGIBLE


# ── every notice ────────────────────────────────────────────────────────────────────────────────────────


def libraries() -> list[Library]:
    return [load_corpus(shipped_corpus()), load_corpus(Path(__file__).with_name("samples"))]


@pytest.mark.parametrize("notices", libraries())
def test_every_condition_belongs_to_a_target_and_to_one_only_or_to_all(notices):
    for notice in notices.notices:
        groups, targets = compile_groups(notice), targets_of(notice)
        if not groups:
            assert targets == ()
            continue
        for group in groups:
            holders = [t for t in targets if any(g is group or g == group for g in t.groups)]
            assert len(holders) in (1, len(targets)), (notice.notice_id, group.lead)
        assert all(t.shared == targets[0].shared for t in targets)
        nested = nested_groups(groups)
        assert not any(r.clause == lead for lead, g in nested.items() for r in g.requirements)
        inner = set(nested)
        assert inner <= {g.lead for t in targets for g in t.groups}


@pytest.mark.parametrize("notices", libraries())
def test_what_is_offered_is_what_the_tables_say(notices):
    for notice in notices.notices:
        offers = offers_of(notice)
        for target in targets_of(notice):
            if offers and target.kind is TargetKind.LEVEL:
                assert target.offered == (target.level in offers)
