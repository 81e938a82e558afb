"""What a passage that answers shows by its form, told by the word that asks: a place, a person, a whole.

Where a kind of value is wanted (`bot.speech.wanted`), passages without one cannot answer. The kinds here are
looser: a place is written in as many ways as there are places, so a passage that shows none is only less
likely. Each kind is a class of asking words (Li and Roth, "Learning Question Classifiers", COLING 2002:
location, human, number, manner, reason) and the forms in which notices tell such a thing.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re

__all__ = ["EXPECTED", "WHOLE", "Expected", "asks_whole", "expected_of"]


@dataclass(frozen=True, slots=True)
class Expected:
    """One kind: `asked` finds it in a question, `told` in a passage, `headed` in what stands above one."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    headed: re.Pattern[str] | None = None


_PLACE = Expected(
    re.compile(
        r"哪里|哪儿|何处|(?:在|去|到|上|往|从|住|给)哪(?!些|[一几两]?[天年月个位级项类种家])"
        r"|(?:什么|啥|哪个|哪些|哪一个)(?:地方|地点|位置|窗口|地址)|地[点址]"
    ),
    re.compile(
        r"地[点址]|位于|坐落|(?:[路街巷道弄]|大道)\d+号|\d+(?:号楼|[楼层室]|号窗)|[一二三四五六七八九]楼|窗口|大厅|现场|所在地|驻地"
        r"|(?:[在到赴往向至于]|前往)[^,。;:]{2,24}(?:办|领|取|报|交|登记|申|审|考|住|集合|举行|举办|召开|查|接种|体检|落户)"
        r"|登[录陆]|网址|网站|平台|小程序|公众号|邮箱"
    ),
    re.compile(r"地[点址]|窗口|场所|(?:受理|办理|服务|经办)(?:单位|机构|网点)"),
)
_PERSON = Expected(
    re.compile(r"谁|(?:哪个|哪些|什么|啥|哪一?家)(?:部门|单位|机构|人|机关|公司|学院|科室)(?!能|可以|都)"),
    re.compile(
        r"联系人|负责|主办|承办|协办|主管|(?<!自)[由向经][^,。;:]{2,20}|单位|部门|委员会|领导小组|办公室"
    ),
)
_WHOLE = Expected(
    re.compile(
        r"(?:一共|总共|总计|合计|拢共|统共|共计|加起来|全部)[^,。;]{0,10}(?:多少|几)|总(?:数|量|人数|件数|额)"
    ),
    re.compile(
        r"(?:共(?!同|享|有制|青|产党|和国|建)|总[计量数共额]|总[^,。;总\d]{1,4}数|合计|累计)[^,。;\d]{0,14}\d"
    ),
)
_NUMBER = Expected(
    re.compile(r"多少(?!\w)|(?:有|招|收|设|办|接)(?:了)?(?:多少|几)|几个(?!\w|月)"),
    re.compile(
        r"\d[\d,.]*(?![\d.]|[年月日时:届号])\w|[一二两三四五六七八九十百]+(?:名|个|人|位|套|件|份|家|项)"
    ),
)
_WAY = Expected(
    re.compile(r"(?:怎么|如何|咋|怎样)(?!样|回事|罚|处[理罚]|办[呀啊呢?？]*$)"),
    re.compile(
        r"方式|方法|办法|流程|程序|步骤|[按照凭][^,。;]{1,16}|通过|采[取用]|实行|关注|登[录陆]|拨打|前往"
    ),
)
_REASON = Expected(
    re.compile(r"为什么|为啥|什么原因|原因"),
    re.compile(r"因(?!此|人|地|而)|由于|为了|为[^,。;]{2,30},|原因|鉴于"),
)
# Who or what somebody or something is: 某某是做什么的.
_BEING = Expected(
    re.compile(
        r"是(?:谁|做(?:什么|啥)|干(?:什么|啥|嘛)|什么人|哪位|什么(?:样的)?(?:机构|单位|组织))的?(?=[,，?？呀啊呢]|$)"
    ),
    re.compile(
        r"(?:^|[,。;])(?!如果|若|这|那|也|就|都)[\u4e00-\u9fff]{2,14}(?:是(?!不|否|由|因|在)|系)|作为|担任"
    ),
)
# Nothing is named before it, so no part is asked about: 有几套房.
_OF_NO_PART = re.compile(r"^(?:请问|那|现在|这次|本次|今年)*有(?:多少|几)")
EXPECTED = (_PLACE, _PERSON, _WHOLE, _NUMBER, _WAY, _REASON, _BEING)

WHOLE = EXPECTED.index(_WHOLE)


def asks_whole(text: str) -> bool:
    """Whether a question asks how many there are in all."""
    return _WHOLE.asked.search(text) is not None or _OF_NO_PART.search(text) is not None


def expected_of(text: str) -> tuple[int, ...]:
    """The kinds, by their places in `EXPECTED`, that a question asks for."""
    return tuple(n for n, kind in enumerate(EXPECTED) if kind.asked.search(text))
