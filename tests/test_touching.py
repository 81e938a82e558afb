"""Whether anything told may bear on a notice, against the judgement of all its conditions."""

from datetime import date
from pathlib import Path

import pytest

from bot.judging.eligibility import judge_groups
from bot.judging.touching import may_touch
from bot.verdict.verdicts import reader
from corpus.library import load_corpus
from corpus.rules.rules import compile_groups
from eval.cases import read_cases

AS_OF = date(2026, 3, 1)
CASES = Path("eval/cases")


def judged(notice, person, levels):
    return any(i.touched for x in levels for g in judge_groups(notice, person, x) for i in g.items)


def levels_of(notice):
    return sorted({g.level for g in compile_groups(notice)})


@pytest.mark.parametrize(
    ("notices", "cases", "step"), [("corpus/shipped", "shipped", 1), ("eval/cases/notices", "made", 12)]
)
def test_no_condition_is_touched_where_nothing_told_may_bear_on_one(notices, cases, step):
    library = load_corpus(Path(notices))
    asked = [c.turns[0] for c in read_cases(CASES / f"{cases}.jsonl")][::step]
    passed_over = 0
    for notice in library.notices:
        read = reader(notice, AS_OF)
        for person in map(read, asked):
            if not may_touch(notice, person, levels_of(notice)):
                passed_over += 1
                assert not judged(notice, person, levels_of(notice)), (notice.title, person.text)
    assert passed_over > len(library.notices) * len(asked) / 3


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("我今年30岁", True),
        ("我是女的", False),
        ("有驾驶证", True),
        ("在乙地住了三年", False),
        ("没有驾驶证", True),
        ("专业也对口", True),
    ],
)
def test_what_is_told_is_held_against_each_condition(tmp_path, text, may):
    (tmp_path / "a.txt").write_text(
        "关于车队招聘的通知\n\n一、报名条件\n\n1.年满25周岁；\n\n2.持有驾驶证；\n\n3.相关专业毕业；\n\n4.遵纪守法。\n",
        encoding="utf-8",
    )
    (notice,) = load_corpus(tmp_path).notices
    person = reader(notice, AS_OF)(text)
    assert may_touch(notice, person, levels_of(notice)) is may
    assert judged(notice, person, levels_of(notice)) is may
