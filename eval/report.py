"""What a run says: figures, a JSON report, and the failures for reading."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.service.plain_text import citation_lines
from eval.cases import Behaviour
from eval.measures import ANSWER_LIMIT, behaviour
from eval.runner import Result

__all__ = ["Summary", "failures_text", "print_report", "summarise", "write_report"]

_CHECKS = {
    "behaviour": "行为不对",
    "verdict": "结论不对",
    "missing": "缺少事实",
    "forbidden": "出现了不该有的内容",
    "document": "引用的文件不对",
    "length": "太长",
    "error": "出错",
}


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a run, rates in per cent; `None` where nothing was counted."""

    n: int
    accuracy: float | None
    verdict_accuracy: float | None
    citation_hit: float | None  # answers of which a citation holds the gold passage
    citation_valid: float | None  # citations that are verbatim
    false_answer: float | None  # answered where it should abstain
    false_refusal: float | None  # abstained where it should answer
    errors: int
    too_long: int
    median_chars: float | None
    p50_ms: float | None
    p99_ms: float | None


def summarise(results: Sequence[Result]) -> Summary:
    """The figures over all results."""
    judged = [r for r in results if r.case.verdict]
    milliseconds = sorted(1000 * asked.seconds for r in results for asked in r.asked)
    lengths = [len(r.response.answer) if r.response else 0 for r in results]
    return Summary(
        n=len(results),
        accuracy=_rate(r.passed for r in results),
        verdict_accuracy=_rate(not _failed(r, "verdict", "error") for r in judged),
        citation_hit=_rate(r.overlap for r in results if r.overlap is not None),
        citation_valid=_rate(exact for r in results for exact in r.verbatim),
        false_answer=_rate(_did(r, Behaviour.ANSWER) for r in _wanting(results, Behaviour.ABSTAIN)),
        false_refusal=_rate(_did(r, Behaviour.ABSTAIN) for r in _wanting(results, Behaviour.ANSWER)),
        errors=sum(_failed(r, "error") for r in results),
        too_long=sum(length > ANSWER_LIMIT for length in lengths),
        median_chars=statistics.median(lengths) if lengths else None,
        p50_ms=round(statistics.median(milliseconds), 1) if milliseconds else None,
        p99_ms=round(milliseconds[math.ceil(0.99 * len(milliseconds)) - 1], 1) if milliseconds else None,
    )


def _rate(values: Iterable[bool]) -> float | None:
    counted = list(values)
    return round(100 * sum(counted) / len(counted), 1) if counted else None


def _failed(result: Result, *checks: str) -> bool:
    return any(failure.check in checks for failure in result.failures)


def _did(result: Result, what: Behaviour) -> bool:
    return result.response is not None and behaviour(result.response.outcome) is what


def _wanting(results: Sequence[Result], what: Behaviour) -> list[Result]:
    return [r for r in results if r.case.behaviour is what]


_GROUPS: dict[str, Callable[[Result], str]] = {
    "type": lambda result: result.case.kind,
    "style": lambda result: result.case.style,
    "doc": lambda result: result.case.doc or "",
}


def _grouped(results: Sequence[Result]) -> dict[str, tuple[int, int]]:
    """How many passed, and of how many, by `type:…`, `style:…` and `doc:…`."""
    counts: dict[str, tuple[int, int]] = {}
    for group, name_of in _GROUPS.items():
        for name in sorted({name_of(r) for r in results} - {""}):
            members = [r for r in results if name_of(r) == name]
            counts[f"{group}:{name}"] = (sum(r.passed for r in members), len(members))
    return counts


def print_report(console: Console, results: Sequence[Result]) -> None:
    """Tables of the groups and of the figures."""
    table = Table("分组", "通过", "共", "%", header_style="bold")
    for name, (passed, total) in _grouped(results).items():
        table.add_row(name, str(passed), str(total), f"{100 * passed / total:.1f}")
    console.print(table)
    figures = Table("指标", "值", header_style="bold")
    for key, value in asdict(summarise(results)).items():
        figures.add_row(key, "—" if value is None else str(value))
    console.print(figures)


def failures_text(results: Sequence[Result]) -> str:
    """Every failed case as Markdown: what was asked, wanted and got, and why it failed."""
    failed = [r for r in results if not r.passed]
    head = f"# 未通过 {len(failed)} / {len(results)}\n"
    return "\n".join([head, *map(_failure_text, failed)])


def _failure_text(result: Result) -> str:
    case = result.case
    about = "，".join(part for part in (case.kind, case.style, case.doc, str(case.as_of or "")) if part)
    lines = [f"## {case.case_id}" + (f"（{about}）" if about else ""), ""]
    lines += [f"- {_CHECKS[failure.check]}：{failure.detail}" for failure in result.failures]
    lines += ["", *(f"问：{turn}" for turn in case.turns)]
    if case.gold_answer:
        lines.append(f"应：{case.gold_answer}")
    if case.gold_quote:
        lines.append(f"据：{case.gold_locator}“{case.gold_quote}”")
    if response := result.response:
        about = (
            f"{response.outcome}, {response.intent}, {response.verdict or 'null'}, {response.confidence:.2f}"
        )
        lines.append(f"答（{about}）：{response.answer}")
        lines += citation_lines(response.citations)
    return "\n".join(f"{line}  " if line else "" for line in lines) + "\n"  # two blanks end a line


def write_report(folder: Path, results: Sequence[Result]) -> None:
    """`report.json` and `failures.md` into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    by = {name: [round(100 * passed / n, 1), n] for name, (passed, n) in _grouped(results).items()}
    report = {"summary": {**asdict(summarise(results)), "by": by}, "rows": [_row(r) for r in results]}
    text = json.dumps(report, ensure_ascii=False, indent=1, default=str)
    (folder / "report.json").write_text(text + "\n", "utf-8")
    (folder / "failures.md").write_text(failures_text(results), "utf-8")


def _row(result: Result) -> dict[str, Any]:
    case = asdict(result.case)
    return {
        **case,
        "passed": result.passed,
        "failures": [asdict(failure) for failure in result.failures],
        "overlap": result.overlap,
        "verbatim": list(result.verbatim),
        "milliseconds": [round(1000 * asked.seconds, 1) for asked in result.asked],
        "response": result.response.model_dump(mode="json") if result.response else None,
    }
