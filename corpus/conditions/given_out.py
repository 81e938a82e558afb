"""What is given and how much may be asked for, which demands nothing of who somebody is.

最高补贴5万元; 笔试加5分; 按实际租金提取; 每人限报1个.
"""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.alternatives import inside_brackets

__all__ = ["only_gives", "without_gifts"]

_SUM = r"\d[\d.,]*[万亿]?(?:元|%|分(?![之钟])|倍|折)(?![^,;]{0,3}以[上下内])"
# Who gets it is only pointed to: 对符合条件的企业给予…; a kind with a bound of its own is a condition.
_BEFORE = r"(?:对?(?:符合|上述|以上)[^,;\d]{0,16}|[^,;\d的者]{0,14})"
_GIVES = re.compile(
    rf"(?![^,;]*(?:已经?|曾|未|没有|获得|领取过|收入|资产|存款|净值|年龄|应缴|缴纳))(?:(?:其中|且|并|同时))?(?:"
    rf"{_BEFORE}(?:最高|至多|最多|封顶)[^,;\d]{{0,8}}{_SUM}[^,;的]{{0,8}}"
    rf"|{_BEFORE}加计?{_SUM}(?<=分)[^,;的]{{0,8}}"
    rf"|{_BEFORE}按照?[^,;]{{1,24}}(?:提取|发放|补贴|补助|报销|支付|计发|资助|奖励|给予)[^,;的]{{0,8}}"
    rf"|{_BEFORE}(?:给予|发给|发放|奖励|补贴|补助|资助|提取|报销)[^,;\d的]{{0,10}}{_SUM}[^,;的]{{0,8}}"
    r"|[^,;]{0,4}可?以?(?:提取|贷款|补贴|补助|报销|资助|奖励)的?(?:总额|金额|额度|数额|额)(?:合计|累计)?不得?超过[^,;\d]{2,}|以?[一1]次为限"
    r"|(?:由[^,;]{2,12})?授予[^,;]{2,20}(?:称号|证书|奖[项章状牌])"
    r")"
)
_FEW = r"[\d一二两三四五六七八九十]{1,3}(?:个|项|名|次|篇|件|人|台|套|所|门|份|幅|首|部)"
_MOST = r"(?:限|只能|只可以?|仅能|最多|至多|不得?超过|不得多于)"
# 每人限报1个岗位, 每户年度内享受补贴的数量不超过5台: how much one may ask for.
_LIMITS = re.compile(
    rf"(?=[^,;]*[报推选申领派购补提贷享投借])(?:每[一人户位名个家单队企][^,;\d]{{0,24}}|同一[^,;\d]{{1,12}}){_MOST}[^,;\d]{{0,8}}{_FEW}[^,;]{{0,12}}"
)
_LIMITS_TOO = re.compile(rf"[^,;\d]{{0,16}}{_MOST}[^,;\d]{{0,4}}{_FEW}[^,;]{{0,8}}")


def only_gives(text: str) -> bool:
    """Whether a sentence, folded, says no more than what is given or how much may be asked for."""
    parts = [p for p in re.split(r"[,;。:]", re.sub(r"\([^()]*\)", "", text)) if p]
    limited = bool(parts) and _LIMITS.fullmatch(parts[0]) is not None
    return bool(parts) and all(
        _GIVES.fullmatch(p) or _LIMITS.fullmatch(p) or (limited and _LIMITS_TOO.fullmatch(p)) for p in parts
    )


def without_gifts(text: str) -> str:
    """A condition without its last parts that say what whoever meets it is given: 退役士兵，加5分."""
    while (at := text.rfind(",")) > 0 and not inside_brackets(text, at) and only_gives(text[at + 1 :]):
        text = text[:at]
    return text
