"""Whether the work that somebody tells of is in the field that a condition names: 从事审计工作满3年."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from bot.person.breaths import words_around
from bot.person.work_history import matter_of_span
from bot.speech.amounts import spans_in
from bot.speech.lexicon import lexicon
from bot.speech.regions import is_region
from corpus import patterns as re

__all__ = ["field_wanted", "in_another_field"]

_KEPT = 2048  # conditions and texts of which it is kept what field they name
_FIELD = re.compile(
    r"(?:从事|担任|在|^)(?P<field>(?:(?!从事|担任|在|取得|后)[\u4e00-\u9fff、]){2,16}?)"
    r"(?:专业|技术|业务|相关|一线|等)*(?:工作|岗位|行业|领域|职业|服务|教学)(?!单位|日|证|者|年限?要求)"
)
# 本专业, 同一单位, 基层: no field, or that of the notice.
_NO_FIELD = re.compile(
    r"本|该|此|其|相[关近应]|所|同一|上述|规定|一线|实际|原|现|参加|连续|累计|单位|企业|公司|机构|部门|[境省市区县乡镇村]|基层|岗|全职|专职|技术"
)
_GENERAL = re.compile(
    r"工作经[验历]|上班|打工|务工|就业|入职|入行|在职|单位|公司|企业|机关|厂里?|累计|连续|一直|已经?|正好|刚好|将近|差不多|现在|至今|目前"
    r"|本?专业|本?职业|本?行业?|相关|这个|岗位?|工种|经验|工龄|年限|毕业|开始|以[前后上内]|之[前后]|期间|一线|基层|合同|社保|退休|登记"
    r"|头尾|前后|总共|一共|加起来|合起来|加一起|实打实|到|我|俺|本人|自己|这里?|那边?|咱们?|[儿女]子?|今年|年底|时间|学历|全日制"
    r"|本科|大专|专科|中专|高中|初中|[硕博]士|研究生|[初中高]级(?:职称|工)?|助理?|工程师|技师|证书?|职称|拿|取得|考|报|能|可以|吗"
    r"|工作|从事|从业|丢|找|签|呆|待|干|做|搞|当|上|下|进|来|去|年|月|天|号|[\d一二两三四五六七八九十半几多整满快刚才就也都有了过的没是在连着里又再还后前那]|[A-Za-z\s]"
)
_FEWEST = 2  # characters that name a field


@lru_cache(maxsize=_KEPT)
def field_wanted(words: str) -> str:
    """The field in which a condition wants work to have been done; `""` where it names none."""
    found = [m["field"] for m in _FIELD.finditer(words)]
    return next((field for field in reversed(found) if not _NO_FIELD.search(field)), "")


def in_another_field(field: str, text: str) -> bool:
    """Whether somebody names what they have worked in, and nothing that they say names `field`."""
    told = _fields_told(text)
    return bool(told) and not _speaks_of(field, text) and not set(field) & set("".join(told))


@lru_cache(maxsize=_KEPT)
def _fields_told(text: str) -> tuple[str, ...]:
    """What is said in the breaths that tell how long somebody has worked, without what is no field."""
    breaths = (
        "".join(words_around(text, span.start, span.end))
        for span in spans_in(text)
        if matter_of_span(text, span) == "work"
    )
    told = (_GENERAL.sub(" ", breath) for breath in breaths)
    return tuple(w for t in told for w in t.split() if len(w) >= _FEWEST and not _is_place(w))


def _is_place(words: str) -> bool:
    return is_region(words) or words[-1] in "省市区县镇乡村"


def _speaks_of(field: str, text: str) -> bool:
    """Whether a text says two characters of a field in a row, or another word for it."""
    pairs = {a + b for a, b in pairwise(field)}
    others = (w for pair in pairs for w in lexicon().synonyms.get(pair, ()))
    return any(p in text for p in pairs) or any(w in text for w in others)
