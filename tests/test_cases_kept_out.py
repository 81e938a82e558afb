"""An item of a list of exclusions that names several cases keeps out whoever is in one of them."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.cases import cases_in


@pytest.mark.parametrize(
    ("item", "cases"),
    [
        ("骨折愈合后未满1年的,韧带手术后未满6个月的", ["骨折愈合后未满1年的", "韧带手术后未满6个月的"]),
        ("现役军人、试用期内的公务员、在校学生", ["现役军人", "试用期内的公务员", "在校学生"]),
        ("拔牙、洗纹身未满1个月的", ["拔牙未满1个月", "洗纹身未满1个月"]),
        ("受过处罚的、被开除的", ["受过处罚的", "被开除的"]),
        ("有摊位的;有门店的", ["有摊位的", "有门店的"]),
        ("近两年考核不合格的,或者无故离岗的", ["近两年考核不合格的", "无故离岗的"]),
        ("市直机关、事业单位工作人员", ["市直机关工作人员", "事业单位工作人员"]),
    ],
)
def test_cases_side_by_side(item: str, cases: list[str]) -> None:
    assert cases_in(item) == cases


@pytest.mark.parametrize(
    "item",
    [
        "有劳动能力的,无正当理由拒绝就业的",
        "因犯罪、违纪被处分未满3年的",
        "在各级机关、企业考试中被认定作弊的人员",
        "有两处以上住房,且面积超过120平方米的",
        "月收入超过标准的,但因病致贫的除外",
        "有商铺、写字楼等房屋的",
    ],
)
def test_one_case_in_several_words(item: str) -> None:
    assert cases_in(item) == []


NOTICE = """山谷滑翔体验营报名须知
一、报名条件
年满16周岁，身体健康。
二、有下列情形之一的，不得报名：
1.骨折愈合后未满1年的，韧带手术后未满6个月的；
2.拔牙、洗纹身未满1个月的；
3.被其他营地列入黑名单的；曾擅自离队的。
三、费用
每人300元。
"""


def test_each_case_keeps_out(asking) -> None:  # type: ignore[no-untyped-def]
    ask = asking(date(2031, 5, 2), glide=NOTICE)
    assert ask("我20岁，韧带手术后3个月了，能报名吗？").verdict == "not_eligible"
    assert ask("我20岁，洗纹身才10天，能报名吗？").verdict == "not_eligible"
    assert ask("我18岁，曾擅自离队，能报名吗？").verdict == "not_eligible"
    assert ask("我20岁，洗纹身三个月了，身体很好，能报名吗？").verdict == "eligible"
