"""What told passages say of a question: by the words around a value, and by all that is told."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from bot.conversation.question import understand
from bot.finding.told import Told
from bot.speech.typos import TypoMender
from corpus.notice import cite
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


@pytest.fixture(scope="module")
def told(gatherer):
    """Reads the passages of the study grant that hold some words, for a question."""

    def told(text: str, *pieces: str) -> Told:
        question = understand(text, date(2025, 4, 10), MENDER)
        passages = gatherer.retriever.passages
        places = [
            i
            for i, p in enumerate(passages)
            if p.notice_id == "study_grant_2025" and any(x in p.text for x in pieces)
        ]
        return Told(question, gatherer.words(question.text), np.array(places, dtype=np.int64), gatherer)

    return told


def test_a_passage_is_about_the_question_only_where_it_holds_the_kind_of_value_asked_for(told):
    assert told("评审结果什么时候公示", "评审结果于").about() > 0.5
    assert told("评审结果公示多少钱", "评审结果于").about() == 0
    assert told("评审由谁组织", "助学中心组织评审").about() > 0


def test_words_beside_the_value_count_and_words_far_from_it_do_not(told):
    near = told("助学金计划资助多少人", "计划资助120人").beside_value()
    far = told("助学金分两次发放，答辩之后公示，资助多少人", "计划资助120人").beside_value()
    assert near > 0.7 > far > 0


def test_what_no_passage_holds_alone_several_hold_together(told):
    both = told("户口簿和成绩单要原件吗", "户口簿复印件", "成绩单原件")
    assert both.together() > both.about()
    assert 0 <= both.alike() <= 1


def test_nothing_told_says_nothing(told):
    nothing = told("评审结果什么时候公示")
    assert (nothing.about(), nothing.together(), nothing.beside_value(), nothing.alike()) == (0, 0, 0, 0)


def test_the_places_of_citations_are_the_passages_they_quote_from(gatherer):
    notice = gatherer.library.notice("study_grant_2025")
    clause = next(
        i for i, c in enumerate(notice.clauses) if "户口簿" in notice.clause_text(i) and not c.children
    )
    (place,) = gatherer.told([cite(notice, clause)]).tolist()
    assert "户口簿" in gatherer.passage(place).text
    assert gatherer.told([]).tolist() == []
