"""The names of documents inside an enumeration, and what stands beside them: how many, in which form.

All texts are compact (`corpus.values.compact`): in half width and without white space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import patterns as re
from corpus.values.facts import number

__all__ = [
    "Part",
    "is_document",
    "is_general",
    "joined_places",
    "read_condition",
    "read_count",
    "read_forms",
    "split_pair",
    "stripped_name",
]

_OPENING, _CLOSING = "(《“【〔〈[", ")》”】〕〉]"
_FORM = (
    r"(?:原件|复印件|扫描件|影印件|复制件|截图|打印件|正本|副本|电子版|电子档|电子件|电子文档|纸质版"
    r"|原本|抄本)"
)
_FORMS = re.compile(rf"(?:{_FORM}(?:各|和|及|与|或|或者|并|以及|、|/)?)+")
_BESIDE = r"\d一二两三四五六七八九十"
_COUNT = re.compile(rf"(?:一式)?([{_BESIDE}]{{1,3}})(份|张|套|本|页|册|篇|幅|联|枚|盒|件)(?!证)")
_HEADS = """
    证书 证明 证明书 证件 证 书 表 表格 单 簿 户口本 册 手册 函 信 照 照片 相片 近照 彩照 材料
    资料 文件 报告 合同 协议 发票 凭证 凭据 票据 收据 章程 决议 决定 名单 清单 目录 方案 计划
    规划 图 图纸 图样 蓝图 承诺 意见 批文 批复 批件 档案 论文 著作 论著 总结 陈述 简历 履历
    社保卡 保障卡 银行卡 信用卡 卡 存折 护照 执照 许可 光盘 须知 通知 请示 申请 说明 回执 译文
    译本 译稿 摘要 文本 底稿 样本 样品 样张 清样 教材 判决 裁定 账单 流水 成绩 简介 介绍 委托
    授权 声明 公证 附件 信息 数据 记录 笔录 登记 制度 办法 草案 账户 帐户 公告 公示 登报 印章
    公章 资质 资格 标准 依据 情况 公函 文书 令 合约 契约 纪要 预算 决算 报表 名册 台账 备案
    作品 手续 编号 号码 代码 口令 截屏 指标 条例 规程 细则 预案 画像 病历 处方 车辆 关系 评语
    佐证 自荐 推荐 标志 标识 铭牌 保单 保险单 海报 视频 函件 图件 信件 照会 号牌 评价 图录 誊本
    首页 小结 汇总 联次 一览 批准 认定 样式 安排 估算
"""
_HEAD = re.compile(rf"(?:{'|'.join(sorted(_HEADS.split(), key=len, reverse=True))}|》)”?$")
_NO_DOCUMENT = re.compile(
    r"不(?:需|用|再|得)|无需|免于?提[供交]|以上条件|网站$|系统$|[须应]由|均[须应需为]|"
    r"(?<![申邀聘])请(?![示求])|加盖|附件\d*为|另有|^附件$|[需须]提供|如下$|要求$|^(?:以下|下列|上述|前述|其(?!他|它))"
)
_GENERAL = re.compile(
    r"(?:(?:第[一二三四五六七八九十百]+|本)[条款项]|附件\d*|所[列需]|列明|上述|以上|以下|下列|如下|相关|有关|相应|申报|申请|报名|参评|书面|纸质|电子|网上|网络|全部|所有|各类|各项|其他|其它|完整|真实|有效|"
    r"必要|基本|规定|要求|本人|个人|单位|企业|项目|业绩|佐证|证明|送审|评审|辅助|多份|一份|的|和|及|与|等|、|)*"
    r"(?:材料|资料|文件|证件|证明|信息|数据|手续|依据|情况|申请|意见|记录|说明|计划|方案|成绩|标准|登记|办法|制度|账户|号码|通知|指标|作品)(?:目录|清单)?"
)
_LEADING = re.compile(
    r"^(?:(?:还|另|均|应|须|需|并|可|要|当|由)*(?:提供|提交|递交|出具|出示|携带|交验|准备|上传|填写|填报|撰写|附上|附(?![件录表则图页])|交(?=[^通])|持(?!有)|凭|加盖公章的)"
    r"|\(\d{1,2}\)|\d{1,2}[.、)](?!\d)|[①-⑳]|以及|及|和|与(?!.{2,14}(?:相应|相关|有关|一致|签订|签署))|或者?|并|其中|包括|例如|如(?=[^何期实])|本人的?|申请人的?|申报人的?|各自的?|有效的|相应的|齐全的|:)+"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of an enumeration: `name` without its forms and count, which may be shared by all before it.

    `count` is how many and of what, `each` marks 各一份, `shared` a form or count that holds for all.
    """

    start: int
    end: int
    name: str
    forms: tuple[str, ...]
    count: tuple[int, str] | None
    each: bool
    shared: bool


def is_document(name: str) -> bool:
    """Whether `name` ends in a word for a document."""
    plain = re.sub(r"(?:\([^()]*\)|之一)+$", "", name)
    return 1 < len(plain) <= 60 and bool(_HEAD.search(plain)) and not _NO_DOCUMENT.search(plain)


def is_general(name: str) -> bool:
    """Whether `name` stands for documents named elsewhere: 相关材料, 申报资料."""
    return _GENERAL.fullmatch(name) is not None


def stripped_name(name: str) -> str:
    """`name` without the quotation that alone encloses it and without what follows it in brackets."""
    plain = re.sub(r"(?:\([^()]*\))+$", "", name)
    alone = re.fullmatch(r"《([^《》]+)》", plain)
    return alone[1] if alone else plain


def joined_places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the entries of an enumeration; what 、 joins to a document without being one itself
    belongs to its name: 死亡、失踪的证明.
    """
    begin: int | None = None
    for first, last in _split_list(text, start, end):
        begin = first if begin is None else begin
        part = read_part(text, first, last)
        if text[last : last + 1] == "、" and not is_document(part.name) and not part.forms:
            continue
        yield (begin if is_document(part.name) else first), last
        begin = None


def _split_list(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the entries of `text[start:end]`, cut at 、 , ; outside brackets and quotation marks."""
    depth, begin = 0, start
    for position in range(start, end):
        character = text[position]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(depth - 1, 0)
        elif character in ":。" and depth == 0:
            end = position
            break
        elif character in "、,;" and depth == 0:
            if position > begin:
                yield begin, position
            begin = position + 1
    if end > begin:
        yield begin, end


def split_pair(text: str, start: int, end: int) -> Iterator[Part]:
    """An entry, or the two or more that 及, 和, 与 or 或 joins where each is a document of its own."""
    begin, depth = start, 0
    for position in range(start, end):
        depth += (text[position] in _OPENING) - (text[position] in _CLOSING)
        joint = re.compile(r"以及|及其?|和|与|或者?").match(text, position, end)
        if depth or joint is None or position <= begin:
            continue
        left, right = read_part(text, begin, position), read_part(text, joint.end(), end)
        whole = not _FORMS.match(text, joint.end(), end)
        if (
            whole
            and len(left.name) > 2
            and is_document(left.name)
            and is_document(right.name)
            and len(right.name) > 2
        ):
            yield left
            begin = joint.end()
    yield read_part(text, begin, end)


def read_part(text: str, start: int, end: int) -> Part:
    """One entry taken apart."""
    lead = _LEADING.match(text[start:end])
    start += lead.end() if lead else 0
    end -= len(text[start:end]) - len(text[start:end].rstrip("的等并"))
    words = text[start:end]
    count, forms = read_count(words), read_forms(words)
    name = re.sub(r"(?:\([^()]*\))+$", "", words)
    name = _COUNT.sub("", name)
    while (shorter := re.sub(rf"(?:{_FORM}|各|和|及|与|或|、|/|并|\([^()]*\))+$", "", name)) != name:
        name = shorter
    shared = re.search(r"[的等]$", name) is not None or "各" in words
    name = re.sub(r"等?(?:相关|有关)?(?:的|等)+$", "", name)
    return Part(start, end, name, forms, count, "各" in words, shared)


def read_condition(words: str) -> str:
    """Of whom a document is asked, where brackets at its end say so: (因病申请的), (证书遗失时)."""
    match = re.search(r"\(([^()]{2,30}[的时])\)$", words)
    return match[1] if match and not re.search(r"开具|出具|盖|签|含|指|附", match[1]) else ""


def read_count(words: str) -> tuple[int, str] | None:
    """How many, and of what: 一式三份, 2张."""
    match = _COUNT.search(words)
    value = number(match[1]) if match else None
    return (int(value), match[2]) if match and value else None


def read_forms(words: str, alone: bool = False) -> tuple[str, ...]:
    """原件, 复印件 and the like in `words`; with `alone` only where `words` says nothing else."""
    if alone and not _FORMS.fullmatch(_COUNT.sub("", words)):
        return ()
    return tuple(dict.fromkeys(re.findall(_FORM, words)))
