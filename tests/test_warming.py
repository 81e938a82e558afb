"""What is asked before anybody asks: questions of every kind."""

from __future__ import annotations

from datetime import date

from bot.answer import Intent
from bot.lexicon import lexicon
from bot.question import understand
from bot.typos import TypoMender
from bot.warming import QUESTIONS
from index.segmentation import Segmenter


def test_the_first_questions_are_of_every_kind() -> None:
    mender = TypoMender({}, (), Segmenter())
    read = [understand(q, date(2026, 3, 1), mender) for q in QUESTIONS]
    assert {q.intent for q in read} == set(Intent)
    assert {w for q in read for w in q.wants} >= {want for want, _ in lexicon().wants}
