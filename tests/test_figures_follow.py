"""Figures changed in a copy of the shipped notices come out changed in the answers.

Nothing that is answered may be known from anywhere but the notices: not a fee, a month, a year or a phone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from bot.service.settings import load_settings
from corpus.library import load_corpus
from index.snapshot import open_or_build

_NUMERALS = "一两三四五六七八九"


@dataclass(frozen=True)
class Figure:
    """A figure in its place: `before` and `after` stand around it in the file, `said` in the answer."""

    file: str
    before: str
    figure: str
    after: str
    question: str
    said: str = "{}"
    as_of: date = date(2026, 3, 2)


# The last one is asked about with years of work to fill in.
FIGURES = [
    Figure(
        "004",
        "计算机程序设计员 | 100 | 250 | / | ",
        "350",
        " |",
        "计算机程序设计员四级考务费多少",
        "合计{}元",
    ),
    Figure(
        "004", "人工智能训练师 | 100 | ", "400", " | / | 500 |", "人工智能训练师三级操作技能多少钱", "{}元"
    ),
    Figure(
        "004", "（信息安全管理员） | 100 | 450 | / | ", "550", " |", "信息安全管理员三级多少钱", "合计{}元"
    ),
    Figure("004", "| 5 | 5月 | ", "6月底前", " |", "5月申报技能评价什么时候考试"),
    Figure("004", "业务咨询的电话：", "021-62520070", "（转207）", "技能评价的咨询电话是多少"),
    Figure(
        "004", "周一至周五，工作日上午", "9:30", "至11:00、下午13:30至16:30。\n\n（三）", "技能评价几点受理"
    ),
    Figure("004", "五级、四级、三级均为", "两年", "；补考有效期", "技能评价四级的成绩有效期几年"),
    Figure("004", "考生一般在", "20个工作日", "内可以查到", "技能评价成绩多久能查到"),
    Figure("004", "情节轻微的，在", "2年", "内不得参加评价", "技能评价替考怎么处理", "{}内不得参加"),
    Figure("004", "情节严重的，在", "5年", "内不得参加评价", "技能评价替考怎么处理", "{}内不得参加"),
    Figure("004", "报名人数不足", "30人", "的，顺延", "技能评价报名人数不足多少人会顺延"),
    Figure("002", "申报者在", "2022年8月31日", "前，需在网上", "中级职称网上申报什么时候截止"),
    Figure("002", "论文原稿的字数须达到", "2000字", "（含）以上。论文", "中级职称的论文要多少字"),
    Figure("002", "需完成的继续教育课程不少于", "90学时", "。", "中级职称继续教育课程不少于多少学时"),
    Figure(
        "003", "审核之外还须公示，公示时间不少于", "5个工作日", "，公示", "高级工程师单位审核公示几个工作日"
    ),
    Figure("003", "个人网上申报：", "2024年8月23日", "截止", "高级工程师个人网上申报什么时候截止"),
    Figure("003", "沈卓憬，", "0571-89719267", "；", "高级工程师评审的联系电话是多少"),
    Figure("003", "自行评分，得分在", "85分", "以上", "高级工程师自评申报要多少分"),
    Figure("001", "幼托补贴，标准为每月", "50元", "，", "幼托补贴每月多少钱"),
    Figure("001", "独生子女费，标准为每月", "30元", "。", "独生子女费每月多少钱"),
    Figure("001", "聘任的中层干部共", "28人", "。", "2021年聘任的中层干部有多少人"),
    Figure(
        "004",
        "可以申报四级/中级工：\n\n（1）从事本职业或相关职业工作累计满",
        "5年",
        "。",
        "我从事程序设计工作{}年，没证，高中毕业，能报计算机程序设计员四级吗",
    ),
]


def other(figure: str, chance: random.Random) -> str:
    """Another figure of the same form; a day stays one of the calendar, a year stays as it is."""

    def number(match: re.Match[str]) -> str:
        digits, unit = match.group(1), match.group(2)
        if unit == "年" and len(digits) == 4:
            return match.group()
        top = {"月": 12, "日": 28}.get(unit)
        if top:
            return f"{chance.choice([n for n in range(1, top + 1) if n != int(digits)])}{unit}"
        if unit == ":":
            return f"{chance.choice([8, 10])}:"
        first = chance.choice([d for d in "123456789" if d != digits[0]])
        return digits[:1].replace(digits[0], first) + digits[1:] + unit

    if figure[0] in _NUMERALS:
        return chance.choice([n for n in _NUMERALS[2:] if n != figure[0]]) + figure[1:]
    if re.match(r"0\d{2,3}-", figure):
        area, _, rest = figure.partition("-")
        return f"{area}-{number(re.match(r'(.)(.*)', rest))}"  # type: ignore[arg-type]
    return re.sub(r"(\d+)([年月日:]?)", number, figure)


CHANCE = random.Random(20260301)
CHANGED = {f: other(f.figure, CHANCE) for f in FIGURES}


@pytest.fixture(scope="module")
def answerers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Callable[[Figure], str]]:
    """What is answered to a figure's question: from the shipped notices, and from the changed copy."""
    shipped = load_settings().corpus
    copy = tmp_path_factory.mktemp("changed")
    for path in sorted(shipped.glob("*.md")):
        text = path.read_text("utf-8")
        for figure in (f for f in FIGURES if path.name.startswith(f.file)):
            place = figure.before + figure.figure + figure.after
            assert text.count(place) == 1, f"{place!r} stands {text.count(place)} times in {path.name}"
            text = text.replace(place, figure.before + CHANGED[figure] + figure.after)
        (copy / path.name).write_text(text, "utf-8")
    return {name: _answerer(folder, tmp_path_factory) for name, folder in (("old", shipped), ("new", copy))}


def _answerer(folder: Path, factory: pytest.TempPathFactory) -> Callable[[Figure], str]:
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, factory.mktemp("state")))

    def answer(figure: Figure) -> str:
        found, _ = assistant.answer(figure.question, DialogueState(), figure.as_of)
        return re.sub(r"\s", "", found.text)

    return answer


def test_the_changed_figures_differ_from_the_old_ones():
    assert len(FIGURES) == len(CHANGED)
    assert all(new != figure.figure for figure, new in CHANGED.items())


@pytest.mark.parametrize("figure", FIGURES[:-1], ids=lambda f: f"{f.file}-{f.question}")
def test_answers_follow_the_notice(answerers, figure):
    old, new = figure.said.format(figure.figure), figure.said.format(CHANGED[figure])
    assert old in answerers["old"](figure)
    answer = answerers["new"](figure)
    assert new in answer
    assert old not in answer


@pytest.mark.parametrize("which", ["old", "new"])
def test_a_verdict_follows_the_years_that_the_notice_demands(answerers, which):
    figure = FIGURES[-1]
    years = int((figure.figure if which == "old" else CHANGED[figure])[:1])
    for worked, verdict in ((years, "可以"), (years - 1, "不可以")):
        asked = replace(figure, question=figure.question.format(worked))
        assert answerers[which](asked).startswith(verdict)
