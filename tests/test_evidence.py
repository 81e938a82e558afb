"""Evidence: the passages that bear on a question, ranked."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import Question, understand
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.speech.typos import TypoMender
from corpus.library import load_corpus
from index.segmentation import Segmenter
from index.snapshot import open_or_build

MENDER = TypoMender({}, (), Segmenter())


def ask(text: str) -> Question:
    return understand(text, date(2025, 4, 10), MENDER)


@pytest.fixture(scope="module")
def best(gatherer):
    def best(text: str, scope: frozenset[str] | None = None) -> Evidence:
        return gatherer.gather(ask(text), scope)[0]

    return best


@pytest.mark.parametrize(
    ("question", "notice", "words"),
    [
        ("替考会怎么处理", "pilot_skill_2025", "冒名顶替"),
        ("考场里大声喧哗怎么罚", "pilot_skill_2025", "大声喧哗"),
        ("没考过能补考吗", "pilot_skill_2025", "补考"),
        ("证书在哪里领", "pilot_skill_2025", "领取"),
        ("助学金最晚什么时候交申请", "study_grant_2025", "5月20日"),
        ("个人陈述要写多少字", "study_grant_2025", "800字"),
        ("租期几年", "talent_flat", "租期"),
        ("房子能转租给别人吗", "talent_flat", "转租"),
    ],
)
def test_the_passage_that_says_it_comes_first(best, question, notice, words):
    found = best(question)
    assert found.notice.notice_id == notice
    assert words in found.passage.text


def test_evidence_is_ordered_by_score_and_cites_its_own_notice(gatherer):
    found = gatherer.gather(ask("报名要什么材料"))
    assert [e.score for e in found] == sorted((e.score for e in found), reverse=True)
    assert all(e.passage.notice_id == e.notice.notice_id for e in found)
    assert all(0 <= e.coverage <= 1 and 0 <= e.mention <= 1 for e in found)


def test_a_scope_keeps_other_notices_out(gatherer):
    scope = frozenset({"talent_flat"})
    found = gatherer.gather(ask("什么时候截止"), scope)
    assert {e.notice.notice_id for e in found} == scope


def test_a_small_scope_is_read_whole(gatherer):
    found = gatherer.gather(ask("完全不相干的话"), frozenset({"talent_flat"}))
    held = [p for p in gatherer.retriever.passages if p.notice_id == "talent_flat"]
    assert len(found) == len(held)


def test_facts_of_evidence_lie_inside_its_passage(best):
    found = best("咨询电话是多少")
    assert [f.text for f in found.facts if f.kind == "phone"] == ["0999-5550138"]
    assert all(found.passage.span.covers(f.span) for f in found.facts)


def test_fillers_and_bare_numbers_say_nothing(gatherer):
    assert gatherer.words("请问一下那个到底是多少呢") == {}
    assert "2025年" not in gatherer.words("2025年的助学金")
    assert gatherer.words("助学金") != {}


def test_words_are_not_joined_over_what_asks(gatherer):
    assert "花钱" not in gatherer.words("要花多少钱")


def test_a_notice_is_spoken_of_by_a_word_of_its_own(gatherer):
    mentions = gatherer.mentions(ask("助学金的申请条件"))
    assert max(mentions, key=lambda i: mentions[i]) == "study_grant_2025"
    assert gatherer.mentions(ask("明天下雨吗")) == {}


@pytest.mark.parametrize(
    ("question", "wrong"),
    [("2019年无人机考核的收费", True), ("2025年无人机考核的收费", False), ("无人机考核的收费", False)],
)
def test_a_year_that_neither_passage_nor_notice_is_of(gatherer, question, wrong):
    asked = ask(question)
    found = next(e for e in gatherer.gather(asked) if e.passage.text == "五、收费标准")
    assert gatherer.wrong_year(asked, found) is wrong


def test_what_is_punished_is_no_list_of_what_to_bring(best):
    assert "取消" not in best("无人机考核要带什么材料").passage.text
    assert "通讯设备" not in best("无人机考核要带什么材料").passage.text


def test_notices_that_hold_every_kind_of_value_wanted(gatherer):
    ids = {n.notice_id for n in gatherer.with_values(ask("咨询电话是多少"))}
    assert ids == {"pilot_skill_2025"}


def test_the_same_question_gathers_the_same_evidence(gatherer):
    one, two = (gatherer.gather(ask("报名什么时候截止")) for _ in range(2))
    assert one == two


def test_how_long_at_most_is_answered_by_a_limit_and_not_by_a_demand(tmp_path):
    (tmp_path / "n.md").write_text(
        "---\ntitle: 青山镇农具借用办法\n---\n"
        "一、借用\n（一）借用人须在本镇务农满3年。\n（二）每次借用不超过2周，到期归还。\n",
        "utf-8",
    )
    library = load_corpus(tmp_path)
    gatherer = EvidenceGatherer(library, open_or_build(library, tmp_path / "state", None, lambda *_: None))
    found = gatherer.gather(ask("最久能借多长时间"))
    assert {
        e.passage.text[:3]: e.fits for e in found if "年" in e.passage.text or "周" in e.passage.text
    } == {
        "（一）": False,
        "（二）": True,
    }


def test_where_only_the_act_is_named_it_is_what_is_asked_about(gatherer):
    assert set(gatherer.words("什么时候交")) == {"交"}
    assert "交" not in gatherer.words("申请表什么时候交")
