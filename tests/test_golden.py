"""The shipped notices as they are read: one line for each clause, compared with `golden/<stem>.txt`.

After a change that is meant: `WENZE_RENEW_GOLDEN=1 pytest tests/test_golden.py`, then read the difference
before it is committed.
"""

import os
from collections import Counter
from difflib import unified_diff
from pathlib import Path

import pytest

import corpus
from corpus.notice import Notice
from corpus.reading import read_file

SHIPPED = Path(next(iter(corpus.__path__))) / "shipped"
GOLDEN = Path(__file__).parent / "golden"
HOW_TO_RENEW = "如果改动是有意的：WENZE_RENEW_GOLDEN=1 pytest tests/test_golden.py，看过差别再提交"


def outline(notice: Notice) -> list[str]:
    """What a notice is, then for each clause its locator, kind, first words and number of facts per kind."""
    lines = [
        f"== {notice.notice_id}",
        f"   {notice.title}",
        f"   {notice.issuer}，{notice.issued or notice.issued_text}",
    ]
    for index, clause in enumerate(notice.clauses):
        kinds = Counter(f.kind.value for f in notice.facts if f.clause == index)
        facts = " ".join(f"{kind}:{count}" for kind, count in sorted(kinds.items()))
        lines.append(
            "  ".join(x for x in (clause.locator, clause.kind, notice.clause_text(index)[:12], facts) if x)
        )
    return lines


@pytest.mark.parametrize("path", sorted(p for p in SHIPPED.iterdir() if p.is_file()), ids=lambda p: p.stem)
def test_outline(path: Path) -> None:
    read = "\n".join(line for notice in read_file(path) for line in outline(notice)) + "\n"
    golden = GOLDEN / f"{path.stem}.txt"
    if os.environ.get("WENZE_RENEW_GOLDEN"):
        golden.write_text(read, "utf-8")
    kept = golden.read_text("utf-8") if golden.is_file() else ""
    changed = unified_diff(kept.splitlines(), read.splitlines(), "golden", "read", lineterm="", n=1)
    assert read == kept, "\n".join([*list(changed)[:40], HOW_TO_RENEW])


def test_no_outline_is_left_over() -> None:
    assert {p.stem for p in GOLDEN.iterdir()} == {p.stem for p in SHIPPED.iterdir() if p.is_file()}
