"""The case that is told chooses among sentences, columns and figures that stand side by side."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
NOTICE = """槐溪县乡村旅社扶持办法

一、贷款
类型	最高额度	最长期限	担保条件
个人	20万元	3年	8万元以下免担保
合作社	90万元	2年	须提供抵押

二、责任
以虚报床位、冒用他人名义等手段骗取补贴的，追回所领款项，并自查实之日起4年内不得申请；在县文旅局通知前主动交还全部款项的，限制期减为1年。

三、住宿
培训宿舍四人间每人每天30元，二人间每人每天50元。押金200元。

四、去年情况
取得证书300人，其中茶艺师120人、面点师100人、收银员80人。

五、高级旅社评定由市文旅局另行组织，不在本办法安排之内。普通旅社评定于2026年9月1日进行。
"""


@pytest.mark.parametrize(
    ("question", "said", "first"),
    [
        ("骗了补贴，县文旅局还没通知我就主动把款项全部交还，多久不能再申请", "1年", True),
        ("冒用他人名义骗补贴的多久不能再申请", "4年", True),
        ("个人贷款最多能贷多少", "20万元", False),
        ("合作社贷款最长能贷几年", "2年", False),
        ("培训宿舍二人间住6天多少钱", "300元", True),
        ("取得茶艺师和面点师证书的一共多少人", "220人", True),
        ("取得茶艺师或收银员证书的一共多少人", "200人", True),
        ("What is the maximum amount of the startup loan for an individual?", "20万元", False),
    ],
)
def test_the_case_told_is_answered(asking, question: str, said: str, first: bool) -> None:
    answer = asking(DAY, inns=NOTICE)(question).answer
    assert said in (answer.split("\n")[0] if first else answer)


def test_what_is_left_to_others_is_refused_though_times_stand_beside_it(asking) -> None:
    assert asking(DAY, inns=NOTICE)("高级旅社评定什么时候进行").outcome == "unanswerable"
