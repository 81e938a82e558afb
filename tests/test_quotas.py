"""How many of several conditions have to be met."""

from __future__ import annotations

import pytest

from corpus.conditions.quotas import quota_among, quota_of


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("符合下列条件中的两项以上的,可以申请:", 2),
        ("至少满足下列条件中的三项:", 3),
        ("须至少满足三项:", 3),
        ("具备以下条件任意两项者:", 2),
        ("满足以下条件中的2项(含)以上:", 2),
        ("应当具备下列情形中至少四项:", 4),
        ("符合以下三项以上条件的:", 3),
        ("下列条件中任选两条:", 2),
        ("至少具备以下条件中的一项:", 1),
        ("同时符合以下两项条件的:", 0),
        ("同时具备下列三个条件:", 0),
        ("符合下列条件之一的:", 0),
        ("申请人须提交以下两份材料:", 0),
    ],
)
def test_a_lead_in_says_how_many(lead, count):
    assert quota_of(lead) == count


def test_a_sentence_wants_some_of_what_it_lists():
    quota = quota_among("具备英语证书、计算机证书、驾驶证中的两项以上")
    assert quota is not None
    assert (quota.count, quota.parts) == (2, ("具备英语证书", "计算机证书", "驾驶证"))


@pytest.mark.parametrize(
    "text", ["甲证、乙证中的两项", "甲证、乙证、丙证中的一项", "年满20周岁", "在职工、居民中选拔"]
)
def test_all_one_or_none_of_a_list_is_no_quota(text):
    assert quota_among(text) is None
