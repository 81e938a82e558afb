"""Verbs that speech parts from their objects."""

from __future__ import annotations

import pytest

from bot.speech.lexicon import lexicon
from bot.speech.parted_verbs import put_together


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("我报了名还能改吗", "我报名了还能改吗"),
        ("退过款没有", "退款过没有"),
        ("报不了名咋办", "报名不了咋办"),
        ("想开个户", "想开户"),
        ("离完婚能迁走不", "离婚完能迁走不"),
        ("买了车票能退吗", "买了车票能退吗"),
        ("交完钱多久到账", "交完钱多久到账"),
        ("看了病历", "看了病历"),
        ("请了两天假要补签吗", "请假了要补签吗"),
    ],
)
def test_a_verb_and_its_object_come_together(said, whole):
    assert put_together(said) == whole


@pytest.mark.parametrize("verb", sorted(lexicon().separable))
def test_every_separable_verb_is_put_together(verb):
    said = f"{verb[0]}了{verb[1:]}吗"
    assert put_together(said) == f"{verb}了吗" or f"{verb[0]}了{verb[1:]}" in lexicon().synonyms
