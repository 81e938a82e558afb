"""The parts put together over a small corpus, with the real index and store."""

from __future__ import annotations

from datetime import date

import pytest

from bot.service.assembly import open_service
from bot.service.schemas import AskRequest
from bot.service.settings import Settings
from corpus.errors import EmptyCorpus

NOTICE = """关于考试收费的通知

一、收费标准
（一）每人200元。
（二）学生每人100元。
二、截止日期
2026年3月1日截止。
"""


@pytest.fixture
def settings(tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "fees.txt").write_text(NOTICE, "utf-8")
    return Settings(corpus=corpus, state=tmp_path / "state")


def test_a_question_is_answered_and_the_index_built_once(settings):
    stages = []
    request = AskRequest(question="考试收费标准是多少？", as_of=date(2026, 1, 1))
    answers = []
    for _ in range(2):
        service = open_service(settings, lambda *stage: stages.append(stage))
        answers.append(service.ask(request))
        service.close()
        built = len(stages)
    assert 0 < built == len(stages)
    assert answers[0].answer_id == answers[1].answer_id
    assert answers[0].index_version == answers[1].index_version
    assert {citation.notice_id for citation in answers[0].citations} == {"fees"}


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_served(settings, capsys):
    (settings.corpus / "empty.txt").write_bytes(b"")
    service = open_service(settings)
    assert [notice.notice_id for notice in service.notices()] == ["fees"]
    service.close()
    assert "empty.txt" in capsys.readouterr().err


def test_an_empty_corpus_is_refused(settings):
    (settings.corpus / "fees.txt").unlink()
    with pytest.raises(EmptyCorpus):
        open_service(settings)
