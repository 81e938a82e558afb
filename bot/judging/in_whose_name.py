"""In whose name a thing has to be, by whose name the person says that it is in: 登记在本人或其配偶名下."""

from __future__ import annotations

from bot.answer_parts import ConditionState
from corpus import patterns as re

__all__ = ["judge_name"]

_MET, _UNMET = ConditionState.MET, ConditionState.UNMET

_DEMANDED = re.compile(
    r"(?:登记|备案|注册|办理|产权|户名|开户|挂|写|落|均|须|应|必须|只能)*在(?P<whose>[^,;。无没]{2,24})名下$"
)
_PARENTS = r"爸妈|爸爸?|妈妈?|父亲|母亲|父母|爹|娘(?!家)|老爷子"
# Each kind of holder in a notice's words and in people's.
_HOLDERS = (
    (r"本人|申请人|业主(?!的)|户主|借款人|缴存人|参保人", r"我|俺|咱|自己|本人|自个儿?"),
    (r"配偶|夫妻|夫妇", r"老公|老婆|丈夫|妻子|爱人|媳妇|配偶|先生|太太|夫妻|两口子"),
    (r"(?<!配偶)父母|双亲|直系亲属", rf"(?<![祖姑姨舅叔伯岳养])(?:{_PARENTS})"),
    (r"子女|直系亲属", r"(?<!侄)(?:儿子|女儿|闺女|孩子|子女|娃)"),
    (r"兄弟姐妹", r"[表堂]?(?:弟弟?|哥哥?|姐姐?|妹妹?)|兄弟|姐妹"),
    (r"祖父母", r"爷爷|奶奶|外公|外婆|姥姥|姥爷"),
    (r"岳父母|公婆", r"岳父|岳母|丈人|公公|婆婆"),
    (r"单位|企业|公司|法人(?!代表)", r"公司|单位|厂里?|企业|店里?"),
    (r"法定代表人|法人代表|负责人", r"老板|法人|法人代表|法定代表人|负责人"),
    (r"朋友|他人", r"朋友|同事|同学|亲戚|邻居|房东|别人|前任|前夫|前妻"),
)  # fmt: skip
_ANY = "|".join(said for _, said in _HOLDERS)
_TOLD = re.compile(
    rf"(?:登记|挂|写|落|记|放|买|办|上)?在?(?:我们?|俺|咱们?)?(?:家)?(?P<whose>{_ANY})"
    r"(?:自己|本人|那边|家)?的?(?:名下|名字|名义|户头)"
    rf"|挂[在靠的]?(?:我们?|俺|别人的?)?(?P<at>{_ANY})"
)
_NOT = re.compile(r"(?:不|没有?|未)(?:是|在|登记|写|挂)*$")


def judge_name(words: str, text: str) -> ConditionState | None:
    """Whether a thing is in one of the names in which it has to be; None where a condition is on no name or
    none is told. Whose name it is not in alone leaves the others open."""
    demanded = _DEMANDED.search(words)
    if demanded is None:
        return None
    for told in _TOLD.finditer(text):
        if _NOT.search(text[: told.start()]):
            continue
        whose = told["whose"] or told["at"]
        allowed = (s for theirs, s in _HOLDERS if re.search(theirs, demanded["whose"]))
        return _MET if any(re.fullmatch(s, whose) for s in allowed) else _UNMET
    return None
