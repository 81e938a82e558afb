"""Asking the cases: of a service in this process, or of a server."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from pydantic import ValidationError

from bot.service.schemas import AskRequest, AskResponse, NoticeOut
from eval.cases import Behaviour, Case
from eval.measures import Failure, failures, overlaps, verbatim

__all__ = ["AskFailed", "Asked", "Asker", "Result", "Server", "run"]

_TIMEOUT = 30.0  # seconds
Model = TypeVar("Model", AskResponse, NoticeOut)


class AskFailed(Exception):
    """The server gave no answer; the message says what it gave instead."""


class Asker(Protocol):
    """Who is asked: the service itself or a server."""

    def ask(self, request: AskRequest) -> AskResponse:
        """Answer one question."""

    def notice(self, notice_id: str) -> NoticeOut:
        """One notice with its stored text."""


class Server:
    """A server behind a URL, asked over HTTP."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")

    def ready(self) -> None:
        """Nothing, once it can answer.

        Raises:
            AskFailed: it is not there or cannot answer yet.
        """
        self._call("/readyz")

    def ask(self, request: AskRequest) -> AskResponse:
        """Answer one question.

        Raises:
            AskFailed: no answer came, or one that is not as the contract says.
        """
        return _parsed(AskResponse, self._call("/api/v1/ask", request.model_dump_json(exclude_none=True)))

    def notice(self, notice_id: str) -> NoticeOut:
        """One notice with its stored text.

        Raises:
            AskFailed: as for `ask`.
        """
        return _parsed(NoticeOut, self._call(f"/api/v1/notices/{urllib.parse.quote(notice_id, safe='')}"))

    def _call(self, path: str, body: str | None = None) -> bytes:
        data = None if body is None else body.encode()
        try:
            request = urllib.request.Request(self._url + path, data, {"Content-Type": "application/json"})
            with urllib.request.urlopen(request, timeout=_TIMEOUT) as reply:
                content: bytes = reply.read()
                return content
        except urllib.error.HTTPError as error:
            with error:
                raise AskFailed(f"HTTP {error.code}：{_problem(error.read())}") from None
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise AskFailed(f"连不上 {self._url}：{error}") from None


def _problem(body: bytes) -> str:
    """Title and detail of an `application/problem+json`, or how the body begins."""
    try:
        problem = json.loads(body)
        return f"{problem['title']}（{problem['detail']}）"
    except (ValueError, KeyError, TypeError):
        return body[:200].decode("utf-8", "replace")


def _parsed(model: type[Model], body: bytes) -> Model:
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise AskFailed(f"回复不符合接口约定：{where} {first['msg']}") from None


@dataclass(frozen=True, slots=True)
class Asked:
    """One turn: what came back, and how long it took."""

    response: AskResponse
    seconds: float


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a case: the answers up to the last, and what is wrong with that."""

    case: Case
    asked: tuple[Asked, ...]
    failures: tuple[Failure, ...]
    overlap: bool | None = None  # whether a citation holds the gold passage; None where there is none
    verbatim: tuple[bool, ...] = ()  # for each citation

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.failures

    @property
    def response(self) -> AskResponse | None:
        """The answer that is scored; `None` where a turn failed."""
        return self.asked[-1].response if len(self.asked) == len(self.case.turns) else None


def run(cases: Iterable[Case], asker: Asker, scope: bool, done: Callable[[Result], None]) -> list[Result]:
    """Ask every case; `scope` asks within its notice only. `done` hears of each result."""
    texts: dict[str, str] = {}
    results = []
    for case in cases:
        result = _result(case, asker, scope, texts)
        results.append(result)
        done(result)
    return results


def _result(case: Case, asker: Asker, scope: bool, texts: dict[str, str]) -> Result:
    asked: list[Asked] = []
    try:
        for turn in case.turns:
            asked.append(_ask(case, turn, asker, scope, asked[-1].response.session_id if asked else None))
        response = asked[-1].response
        exact = _verbatim(response, asker, texts)
    except Exception as error:  # whatever goes wrong is a wrong answer, and the next case is asked
        return Result(case, tuple(asked), (Failure("error", f"{type(error).__name__}: {error}"),))
    quotes = [citation.quote for citation in response.citations]
    gold = case.gold_quote if case.behaviour is Behaviour.ANSWER else ""
    overlap = overlaps(gold, quotes) if gold else None
    return Result(case, tuple(asked), failures(case, response), overlap, exact)


def _ask(case: Case, turn: str, asker: Asker, scope: bool, session_id: str | None) -> Asked:
    notice = case.doc if scope else None
    request = AskRequest(question=turn, session_id=session_id, as_of=case.as_of, notice_id=notice)
    before = time.perf_counter()
    response = asker.ask(request)
    return Asked(response, time.perf_counter() - before)


def _verbatim(response: AskResponse, asker: Asker, texts: dict[str, str]) -> tuple[bool, ...]:
    exact = []
    for citation in response.citations:
        if citation.notice_id not in texts:
            texts[citation.notice_id] = asker.notice(citation.notice_id).text
        exact.append(verbatim(citation.quote, texts[citation.notice_id], citation.start, citation.end))
    return tuple(exact)
