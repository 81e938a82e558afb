from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.alike.disagreements import disagreements_of
from corpus.library import load_corpus
from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.facts import extract_facts
from index.snapshot import open_or_build


def notice(text: str) -> Notice:
    clauses = parse_clauses(text, 0, True)
    facts = extract_facts(text, clauses)
    return Notice("n", "关于某测评的通知", "某局", text, clauses, "n.txt", facts=facts)


def values(text: str) -> list[tuple[str, str]]:
    return [(d.first.value, d.second.value) for d in disagreements_of(notice(text))]


BODY = "## 一、时间安排\n\n网上报名时间：2025年4月1日至4月20日。\n\n## 二、收费\n\n测评费每人80元。\n\n"


def test_body_and_annex_that_name_two_closing_days() -> None:
    annex = "## 附件：日程表\n\n网上报名时间：2025年4月1日至4月22日。\n"
    assert values(BODY + annex) == [("4月20日", "4月22日")]


def test_a_sentence_and_a_row_that_name_two_amounts() -> None:
    table = "## 附件：收费一览表\n\n| 等级 | 测评费（元） |\n| --- | --- |\n| 三级 | 150 |\n| 四级 | 90 |\n"
    body = "## 二、收费\n\n三级测评费为120元。\n\n"
    assert values(body + table) == [("120元", "150元")]


@pytest.mark.parametrize(
    "other",
    [
        "## 附件：日程表\n\n网上报名时间：2025年4月1日至4月20日。\n",  # the same twice
        "## 三、第二批\n\n网上报名时间：2025年9月1日至9月20日。\n",  # another batch
        "## 三、北岸分站\n\n测评费每人95元。\n",  # another place
        "## 附件：说明\n\n补测费每人40元。\n",  # another fee
    ],
)
def test_different_cases_do_not_disagree(other: str) -> None:
    assert values(BODY + other) == []


@pytest.mark.parametrize(
    "points",
    [
        "特等奖1名，奖金9000元；\n\n一等奖3名，奖金4000元；\n\n二等奖5名，奖金1000元。\n",
        "（一）在校学员：个人缴费30元，补助标准为每人60元。\n\n（二）其他学员：个人缴费50元，补助标准为每人40元。\n",
    ],
)
def test_points_of_one_list_are_about_cases_of_their_own(points: str) -> None:
    assert values(f"## 二、标准\n\n{points}") == []


def test_points_of_one_list_that_name_the_same_disagree() -> None:
    points = "（一）测评费每人80元。\n\n（二）材料自备。\n\n（三）测评费每人95元。\n"
    assert values(f"## 二、收费\n\n{points}") == [("80元", "95元")]


def test_both_values_are_shown_with_both_places(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("twice")
    head = "---\ntitle: 关于银杏测评的通知\nissuer: 望舒市测评站\nissued: 2025-03-01\n---\n\n"
    table = "| 环节 | 时间 |\n| --- | --- |\n| 网上报名 | 4月1日至4月22日 |\n| 打印准考证 | 5月6日 |\n"
    annex = f"## 附件：日程表\n\n{table}"
    (folder / "twice.md").write_text(f"{head}# 关于银杏测评的通知\n\n{BODY}{annex}", "utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    answer, _ = assistant.answer("银杏测评网上报名什么时候截止", DialogueState(), date(2025, 4, 2))
    assert "4月20日" in answer.text
    assert "4月22日" in answer.text
    assert "不一致" in answer.text
    assert {c.locator.split("/")[0] for c in answer.citations} == {"一", "附件"}
