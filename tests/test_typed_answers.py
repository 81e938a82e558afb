"""Answers by type: the record asked for, whole, with its figures, each as the notice has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build
from tests.conftest import check_contract

FIGURES = {
    "photos": "3",
    "copies": "2",
    "hall": "0999-5551201",
    "north": "0999-5551202",
    "watch": "0999-5551203",
    "opens": "9:10",
    "bar": "4",
    "grave": "7",
    "valid": "3",
    "five": "110",
    "four": "170",
    "monthly": "260",
    "subject": "35",
    "days": "45",
    "step": "6",
    "closes": "18",
}
OTHER = {
    "photos": "5",
    "copies": "4",
    "hall": "0999-5557301",
    "north": "0999-5557302",
    "watch": "0999-5557303",
    "opens": "8:40",
    "bar": "2",
    "grave": "9",
    "valid": "6",
    "five": "130",
    "four": "210",
    "monthly": "310",
    "subject": "55",
    "days": "20",
    "step": "8",
    "closes": "25",
}
NOTICE = """---
title: 关于开展潮汐水手技能测评的通知
issuer: 望舒市水手测评中心
issued: 2025-03-01
---

# 关于开展潮汐水手技能测评的通知

## 一、申报材料

申报人均须提交：《测评申报表》1份、身份证复印件{copies}份、近期照片{photos}张。在校学生另交学籍证明；退役军人另交退出现役证。

## 二、办理程序

1、网上登记。申报人登录测评平台填写信息。

2、资格审核。测评中心在{step}个工作日内审核。

3、缴费。审核通过的申报人在线缴费。

## 三、报名时间

报名时间：2025年4月1日至4月{closes}日。对审核结果有异议的，自通知发布之日起{days}日内提出复核。

## 四、收费标准

| 职业名称 | 等级 | 测评费（元） |
| --- | --- | --- |
| 潮汐水手 | 五级 | {five} |
| 潮汐水手 | 四级 | {four} |

补测每科{subject}元，共两科。实习津贴每人每月{monthly}元。

## 五、证书

测评合格证书有效期为{valid}年。

## 六、违规处理

由他人代替参加测评的，取消成绩，{bar}年内不得再次申报；情节严重的，{grave}年内不得再次申报。

## 七、联系方式

市服务大厅：{hall}；北岸分中心：{north}。以上电话工作日{opens}至11:30接听。

监督电话：{watch}。
"""
AS_OF = date(2025, 4, 10)
Ask = Callable[..., Answer]


def _asker(text: str, factory: pytest.TempPathFactory) -> Ask:
    folder: Path = factory.mktemp("corpus")
    (folder / "tide.md").write_text(text, "utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, factory.mktemp("state")))

    def ask(question: str) -> Answer:
        answer, _ = assistant.answer(question, DialogueState(), AS_OF)
        check_contract(answer, library)
        return answer

    return ask


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return _asker(NOTICE.format(**FIGURES), tmp_path_factory)


@pytest.fixture(scope="module")
def ask_changed(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    return _asker(NOTICE.format(**OTHER), tmp_path_factory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水手测评要带什么材料", "近期照片{photos}张"),
        ("水手测评要带什么材料", "身份证复印件{copies}份"),
        ("水手测评的办理流程是什么", "{step}个工作日内审核"),
        ("北岸分中心的电话是多少", "{north}"),
        ("北岸分中心的电话是多少", "工作日{opens}"),
        ("水手测评监督电话是多少", "{watch}"),
        ("水手测评由他人代替怎么处理", "{bar}年内不得再次申报"),
        ("水手测评由他人代替怎么处理", "情节严重的，{grave}年内"),
        ("水手测评合格证书有效期几年", "有效期为{valid}年"),
        ("水手测评四级多少钱", "{four}元"),
        ("水手测评报名什么时候截止", "4月{closes}日"),
    ],
)
def test_each_kind_follows_the_notice(ask: Ask, ask_changed: Ask, question: str, said: str) -> None:
    old, new = said.format(**FIGURES), said.format(**OTHER)
    assert old in re.sub(r"\s", "", ask(question).text)
    changed = re.sub(r"\s", "", ask_changed(question).text)
    assert new in changed
    assert old not in changed


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水手测评五级一个人加四级两个人一共多少钱", ["共450元", "110+170×2=450"]),
        ("水手实习津贴半年多少钱", ["6个月共1560元", "260元×6"]),
        ("水手补测怎么收费", ["共70元", "35元×2"]),
    ],
)
def test_what_is_computed_is_shown_as_computed(ask: Ask, question: str, said: list[str]) -> None:
    text = ask(question).text
    assert all(words in text for words in said), text
    assert "计算" in text


def test_computed_amounts_follow_the_notice(ask_changed: Ask) -> None:
    assert "共550元" in ask_changed("水手测评五级一个人加四级两个人一共多少钱").text


def test_all_documents_are_told_with_their_numbers(ask: Ask) -> None:
    text = ask("水手测评要交哪些材料").text
    for name in ("测评申报表》1份", "身份证复印件2份", "照片3张", "学籍证明", "退出现役证"):
        assert name in text


def test_documents_of_the_group_named_and_not_of_the_other(ask: Ask) -> None:
    text = ask("退役军人申报水手测评要交哪些材料").text
    assert "身份证复印件2份" in text
    assert "退出现役证" in text
    assert "学籍证明" not in text


def test_all_steps_in_order(ask: Ask) -> None:
    text = ask("水手测评的办理流程是什么").text
    places = [text.index(words) for words in ("网上登记", "资格审核", "在线缴费")]
    assert places == sorted(places)


@pytest.mark.parametrize("question", ["水手测评找人替考被抓了怎么罚", "水手测评请枪手去考有什么后果"])
def test_misconduct_told_in_everyday_words(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert "4年内不得再次申报" in answer.text
    assert {c.locator.split("/")[0] for c in answer.citations} == {"六"}


def test_the_office_named_alone_is_told(ask: Ask) -> None:
    answer = ask("北岸分中心的电话是多少")
    assert FIGURES["north"] in answer.text
    assert FIGURES["hall"] not in answer.text
    assert FIGURES["watch"] not in answer.text


def test_a_supervising_telephone_is_none_for_enquiries(ask: Ask) -> None:
    assert FIGURES["watch"] not in ask("水手测评的咨询电话是多少").text


def test_the_end_of_a_validity_is_counted_from_the_day_given(ask: Ask) -> None:
    text = ask("水手测评合格证书2025年3月8日拿到，有效期到什么时候").text
    assert "从2025年3月8日起算，到2028年3月8日" in text
    assert "有效期为3年" in text


def test_a_period_from_the_day_of_issue_is_resolved(ask: Ask) -> None:
    text = ask("水手测评对审核结果有异议多少日内提出复核").text
    assert "自通知发布之日起45日内" in text
    assert "为2025年4月15日" in text


def test_several_things_asked_at_once_are_all_answered(ask: Ask) -> None:
    answer = ask("水手测评四级要多少钱，报名什么时候截止，打哪个电话问")
    assert "170元" in answer.text
    assert "4月18日" in answer.text
    assert FIGURES["hall"] in answer.text
    assert len({c.locator.split("/")[0] for c in answer.citations}) >= 3


@pytest.mark.parametrize("question", ["水手测评有哪些等级可以报", "潮汐水手有哪些等级"])
def test_what_there_is_to_choose_from_is_read_off_the_table(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.text == "潮汐水手有五级、四级，共2个级别。"
    assert all(c.locator.startswith("四/") for c in answer.citations)


def test_papers_of_one_kind_are_told_by_the_sentence_that_names_them(asking):
    text = """云浦馆征稿须知

一、提交材料
提交作品一件或者作品说明一份。
二、画册的要求
（1）画册内容与云浦有关。
（2）画册须公开出版，并提供以下内容的扫描件：封面、目录。
"""
    ask = asking(date(2026, 3, 1), call=text)
    assert all("封面" in ask(q).answer for q in ("画册要提供哪些扫描件", "画册要交哪些彩色扫描件"))
