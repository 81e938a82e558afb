"""Questions about one matter of all that is demanded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse
from bot.verdict.one_point import of_point

_Asking = Callable[..., Callable[..., AskResponse]]

_WEAVERS = """锦溪织造高级匠师评审办法

第一条 申报人应当同时符合以下基本条件：
（一）在本单位连续工作满1年；
（二）每年完成技艺培训不少于40学时。
第二条 申报高级匠师，应具备下列条件之一：
1.大学本科学历，取得匠师职称后从事本专业工作满5年；
2.大学专科学历，取得匠师职称后从事本专业工作满8年。
第三条 申报高级匠师，业绩成果应符合下列条件中的两项：
（一）获市级以上工艺奖1项；
（二）带徒10人以上；
（三）出版著作1部。
第四条 有下列情形之一的，不得申报：
（一）抄袭他人作品的。

锦溪织造协会
2026年2月1日
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我本科，匠师职称当了6年，年限上够报高级匠师吗", "eligible"),
        ("我本科，匠师职称当了3年，光看年限能报高级匠师不", "not_eligible"),
        ("我大专，匠师职称当了6年，够年限申报高级匠师了吧", "not_eligible"),
    ],
)
def test_only_the_matter_asked_about_decides(asking: _Asking, question: str, verdict: str) -> None:
    answer = asking(date(2026, 4, 1), weavers=_WEAVERS)(question)
    assert answer.verdict == verdict
    assert "只看您问到的这一点" in answer.answer
    assert not any("奖" in c.text or "学时" in c.text for c in answer.conditions)


def test_all_of_it_is_judged_where_no_one_matter_is_asked(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), weavers=_WEAVERS)
    assert "只看您问到" not in ask("我本科，匠师职称当了6年，年限够了，能申报高级匠师吗").answer
    assert "只看您问到" not in ask("我本科，匠师职称当了6年，够年限吗，能申报高级匠师不").answer
    assert of_point("年限够，学历也够，能报吗", []) == []


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我本科，匠师职称当了6年，符合高级匠师第二条里第1项吗", "eligible"),
        ("我大专，匠师职称当了9年，年限上符合第（1）项吗", "not_eligible"),
        ("带徒12人，业绩成果第（二）项我够吗", "eligible"),
        ("带徒8人，业绩成果第（二）项我够吗", "not_eligible"),
    ],
)
def test_the_item_that_is_named_by_its_number_decides_alone(
    asking: _Asking, question: str, verdict: str
) -> None:
    answer = asking(date(2026, 4, 1), weavers=_WEAVERS)(question)
    assert answer.verdict == verdict
    assert len(answer.conditions) == 1
