"""What is asked before anybody asks: questions of every kind."""

from __future__ import annotations

from datetime import date
from threading import Event, Thread

import pytest

from bot.answer import Intent
from bot.lexicon import lexicon
from bot.question import understand
from bot.typos import TypoMender
from bot.warming import QUESTIONS, Quiet, warm_up
from corpus import patterns
from index.segmentation import Segmenter


def test_the_first_questions_are_of_every_kind() -> None:
    mender = TypoMender({}, (), Segmenter())
    read = [understand(q, date(2026, 3, 1), mender) for q in QUESTIONS]
    assert {q.intent for q in read} == set(Intent)
    assert {w for q in read for w in q.wants} >= {want for want, _ in lexicon().wants}


def test_our_own_questions_wait_until_nobody_is_being_answered() -> None:
    quiet, waited = Quiet(), Event()

    def wait() -> None:
        quiet.wait_for_quiet()
        waited.set()

    with quiet.interrupted():
        thread = Thread(target=wait)
        thread.start()
        with quiet.interrupted():
            pass  # one of two has their answer
        assert not waited.wait(0.2)
    assert waited.wait(5)
    thread.join()


def test_a_failed_answer_leaves_quiet_behind() -> None:
    quiet = Quiet()
    with pytest.raises(RuntimeError), quiet.interrupted():
        raise RuntimeError
    quiet.wait_for_quiet()


def test_all_that_was_put_off_is_done_between_waits() -> None:
    later = [patterns.compile(rf"x{n}") for n in range(40)]
    steps: list[str] = []
    warm_up(steps.append, lambda: steps.append("wait"))
    assert steps[: 2 * len(QUESTIONS)] == [s for q in QUESTIONS for s in ("wait", q)]
    assert len(steps) > 2 * len(QUESTIONS) + 2
    assert set(steps[2 * len(QUESTIONS) :]) == {"wait"}
    assert not patterns.compile_waiting(1)
    assert all(object.__getattribute__(p, "_compiled").fullmatch(p.pattern) for p in later)
