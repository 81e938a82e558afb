"""What is asked before anybody asks: questions of every kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from bot.answer import Intent
from bot.lexicon import lexicon
from bot.question import understand
from bot.typos import TypoMender
from bot.warming import QUESTIONS, Quiet, warm_up
from corpus import patterns
from corpus.library import load_corpus
from index.segmentation import Segmenter

SAMPLES = Path(__file__).parent / "samples"


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
    steps: list[object] = []
    library = load_corpus(SAMPLES)
    longest = max(library.notices, key=lambda n: len(n.clauses)).notice_id
    warm_up(lambda q, scope: steps.append((q, scope)), library, lambda: steps.append("wait"))
    asked = [("wait", (q, scope)) for q in QUESTIONS for scope in (None, longest)]
    assert steps[: 2 * len(asked)] == [step for pair in asked for step in pair]
    rest = steps[2 * len(asked) :]
    assert len(rest) > 2
    assert set(rest) == {"wait"}
    assert not patterns.compile_waiting(1)
    assert all(object.__getattribute__(p, "_compiled").fullmatch(p.pattern) for p in later)
