"""Whether a relative is among those whom a notice lets in together with the applicant.

`可办理本人、配偶、未成年子女的户口` covers who is listed and nobody else: 爸妈能一起迁吗 is answered no.
"""

from __future__ import annotations

from bot.answer_parts import Verdict
from bot.person.ages import ages_in, without_dependents
from corpus import patterns as re

__all__ = ["covered", "speaks_of_relatives"]

# A kind of relative in everyday words and in a notice's.
_KINDS = {
    "配偶": (r"老公|老婆|丈夫|妻子|爱人|媳妇|配偶|我?对象(?!是|为)|另一半", r"配偶|夫妻|夫妇|爱人"),
    "子女": (r"孩子|小孩|娃|宝宝|儿子|女儿|闺女|崽|子女", r"子女|孩子|儿童"),
    "父母": (r"爸|妈|父亲|母亲|父母|老人|老两口|二老|爹|娘(?!家)", r"(?<!配偶)父母|双亲|老人|直系亲属"),
    "兄弟姐妹": (r"[表堂]?(?:弟弟?|哥哥?|姐姐?|妹妹?)|兄弟|姐妹", r"兄弟|姐妹"),
    "祖父母": (r"爷爷|奶奶|外公|外婆|姥姥|姥爷|祖父母", r"祖父母"),
    "岳父母": (r"岳父|岳母|丈人|公婆|公公|婆婆", r"岳父|公婆|配偶父母|配偶的父母"),
}
_TOGETHER = re.compile(
    r"(?<!住)一起|一块|一同|随迁|跟着|跟我|随我|带(?:上|着|过来)|迁过来|迁进来|接过来|能把|可以把|算在内|连同|家属能"
    r"|(?:算(?:不算|进去?)?|也(?:行|可以|能))(?:吗|么|不|呢)?[?？]*$"
)
_COVERS = re.compile(r"可|包括|限于?|仅|为|是指|允许|及其?|同时")
_MEMBER = r"(?:本人|申请人|配偶|夫妻|(?<![士人员工民])(?:未成年)?子女|父母|兄弟姐妹|祖父母|岳父母|公婆)"
_LIST = re.compile(rf"{_MEMBER}(?:、|,|和|及其?|与|或){_MEMBER}")
_GROWN = 18  # 民法典 第十七条


def speaks_of_relatives(asked: str) -> bool:
    """Whether relatives are asked about who are to come along."""
    asked = without_dependents(asked)
    return _TOGETHER.search(asked) is not None and any(re.search(w, asked) for w, _ in _KINDS.values())


def covered(asked: str, sentence: str) -> tuple[Verdict, str] | None:
    """The verdict on the relatives that `asked` speaks of, with why; None where `sentence` lists none.

    A list names at least two kinds, the applicant counted. Several relatives are all to be in it.
    """
    if not speaks_of_relatives(asked):
        return None
    listed = {kind for kind, (_, words) in _KINDS.items() if re.search(words, sentence)}
    own = re.search(r"本人|申请人", sentence) is not None
    if not _LIST.search(sentence) or len(listed) + own < 2 or not _COVERS.search(sentence):
        return None
    spoken = [kind for kind, (words, _) in _KINDS.items() if re.search(words, asked)]
    if not spoken or not listed:
        return None
    for kind in spoken:
        if kind not in listed:
            return Verdict.NOT_ELIGIBLE, f"所列人员不包括{kind}"
    ages = [int(a.much.low) for a in ages_in(asked)]
    if "子女" in spoken and re.search(r"未成年|未满18|18周?岁以下", sentence):
        grown = [a for a in ages if a >= _GROWN]
        if grown:
            return Verdict.NOT_ELIGIBLE, f"子女{grown[-1]}岁，已成年"
        if not ages:
            return None
    return Verdict.ELIGIBLE, f"所列人员包括{'、'.join(spoken)}"
