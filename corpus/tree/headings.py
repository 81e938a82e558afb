"""What a line without a numbering mark is: a title of what follows, the lead-in of a list, a caption."""

from __future__ import annotations

from corpus import patterns as re
from corpus.tree.blocks import TERMINAL, Block
from corpus.values.numbering import CHAPTER_STYLES

__all__ = [
    "HEADING_WIDTH",
    "is_bold",
    "is_caption",
    "is_framed",
    "is_lead_in",
    "is_title",
    "names_below",
    "names_section",
]

HEADING_WIDTH = 25
_SALUTATION = re.compile(r"(?:各|尊敬的).{1,40}[：:]")
_FRAMED = re.compile(r"[*【].{2,30}[*】][：:]?|【[^】]{2,12}】[^【】。；;，,：:]{1,12}")  # 【甲】共20间
_BOLD = re.compile(r"\*\*[^*。；;，,]{2,24}\*\*[：:]?")
_NO_TITLE = re.compile(r"[<>@=￥¥]|\d元|\d{6,}|\d{4}年|\d{4}-\d|[：:].|^[-•(（\[]")
# Words of a sentence that a list completes; a title that ends in a colon has none of them.
_LEAD_IN = re.compile(
    r"(?:[，,]|下列|以下|如下|之一|包括|分为|应当|(?:人员?|者|单位|企业|考生|学生|的|[均还另])[应须需可]"
    r"|[应须需](?:提[交供]|符合|具[备有]|满足|同时|携带|经|按)).*[：:]$"
)


# What the last word of a section's name says that it holds
_SECTION = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:对象|范围|条件|标准|材料|流程|程序|步骤|方式|方法|时间|时限|期限|地点|地址|依据|电话"
    r"|须知|说明|事项|要求|内容|项目|费用|收费|待遇|政策|机构|部门|渠道|途径|结果|罚则|附则|问题|监督|咨询|联系)"
    r"|[\u4e00-\u9fff]{2,6}(?:申请|受理|审核|审批|办理|领取|查询|报名|发放|认定))[：:]?"
)


def names_section(content: str) -> bool:
    """Whether a line is by its wording the name of a section, as 申请材料 is."""
    return len(content) >= 4 and _SECTION.fullmatch(content) is not None


def is_lead_in(content: str) -> bool:
    """Whether a line is a sentence that the list below it completes: 申请人应提交下列材料："""
    return _LEAD_IN.search(content) is not None


def is_framed(content: str) -> bool:
    """Whether a line is a title by the marks around it: 【申请材料】."""
    return _FRAMED.fullmatch(content) is not None


def is_bold(content: str) -> bool:
    """Whether a line of Markdown is a few words in bold and nothing else, which head what follows."""
    return _BOLD.fullmatch(content) is not None and _NO_TITLE.search(content.strip("*：:")) is None


def is_title(content: str) -> bool:
    """Whether a line may be a title by its looks: a few words without a stop, a figure or a value."""
    if _SALUTATION.fullmatch(content) or len(content) > HEADING_WIDTH or content[-1] in "。；;，,、）)":
        return False
    return bool(re.search(r"[\u4e00-\u9fff]{2}", content)) and not _NO_TITLE.search(content)


def names_below(content: str, following: Block, within: bool) -> bool:
    """Whether a line that may be a title names the block below it; `within` says that a clause is open."""
    if following.marker is not None:
        return following.marker.style not in CHAPTER_STYLES
    return content[-1] in "：:" or (len(following.text) > HEADING_WIDTH and within)


def is_caption(block: Block) -> bool:
    """Whether a paragraph above a table is its caption."""
    return len(block.text) <= 40 and len(block.lines) == 1 and block.text[-1] not in TERMINAL
