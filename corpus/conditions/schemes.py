"""Things that one notice decides about side by side, by their sections and by what its sentences apply for.

A section is about a thing of its own where its heading names what is given: 一、学历人才迁入 beside
二、购房迁入, 三、稳岗返还. A sentence is where it says what is applied for: 申报工程师，应具备…;
…的，可以申报高级工程师.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re
from corpus.conditions.asked_things import asked_things
from corpus.conditions.sections_apart import sections_apart
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice

__all__ = ["aim_granted", "aim_of", "is_no_thing", "scheme_sections", "without_aim"]

# What a notice gives: the last word of a heading that opens a thing to apply for.
_GIVEN = re.compile(
    r"(?:补贴|补助|津贴|返还|奖励|奖学金|助学金|资助|贷款|贴息|免试|保送|破格|迁入|落户|入户|投靠|引进|安置"
    r"|减免|奖[章状项]?|称号|荣誉|公租房|住房|配租|配售|供养|救助|补偿|计划|直升|转学|扶持)$"
)
# What a section is about that gives nothing: its heading is no name of a thing.
_ABOUT = re.compile(
    r"哪些|怎么|如何|什么|哪里|多少|谁|几时|吗|呢|条件|资格|要求|对象|范围|报名|考试|时间|地点|方式|流程|程序|步骤|材料|资料|收费|费用|联系|咨询|监督|其他"
    r"|[附总]则|说明|待遇|标准|公示|审核|评审|职责|纪律|名额|数量|程度|办理|不予|处理|依据|目的|原则|组织|问题"
    r"|附件|须知|规定|成绩|使用|处罚|责任|义务|权利|信息|内容|概况|简介|通知|公告|领取|发放|申[领报请]|公布"
    r"|录取|复核|变更|终止|退出|保障|日期|期限|机构|办法|事项|安排|服务|管理|措施|情形|总体|基本"
)
# 二级考试报考条件 beside 一级考试报考条件: what the conditions are for.
_OF_THING = re.compile(r"(?<=考试)的?(?:报考|报名|申报|申请)(?:的?(?:条件|资格|要求))(?:如下)?$")
_EXAM = re.compile(r"(?<=[\u4e00-\u9fff]{2})考试$")
_LONGEST = 16  # characters of a heading that is a name


def is_no_thing(name: str) -> bool:
    """Whether a title is of a matter, and names nothing that is applied for: 报名时间, 学历."""
    return _ABOUT.search(name) is not None or _MATTER.search(name) is not None


@once_per_notice
def scheme_sections(notice: Notice) -> dict[int, str]:
    """The headings that each open a thing of their own, with its name."""
    by_parent: dict[int, dict[int, str]] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind is ClauseKind.HEADING and clause.children:
            name = notice.clause_text(index).removeprefix(clause.marker).strip(" 　【】★：:")
            name = _OF_THING.sub("", name)
            if 3 <= len(name) <= _LONGEST and not _ABOUT.search(_EXAM.sub("", _bare(name))):
                by_parent.setdefault(clause.parent, {})[index] = name
    apart = asked_things(notice) | sections_apart(notice) | _conditions_for(notice)
    return apart | {
        i: n
        for above, names in by_parent.items()
        for i, n in names.items()
        if _is_thing(n, names)
        or (
            len(names) > 1
            and _opens_conditions(notice, above)
            and not any(map(_MATTER.search, names.values()))
        )
    }


# 摊位报名条件 beside 展台报名条件: the conditions for each of several things.
_CONDITIONS_FOR = re.compile(
    r"(?P<thing>[\u4e00-\u9fffA-Za-z]{2,10}?)的?(?:报考|报名|申报|申请|申领|办理|招募|参加|入选|承租|租赁|购买|认领)的?(?:条件|资格|要求)(?:如下)?"
)


def _conditions_for(notice: Notice) -> dict[int, str]:
    """The headings side by side that each open the conditions for a thing of its own, with its name."""
    by_parent: dict[int, dict[int, str]] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind is ClauseKind.HEADING and clause.children:
            own = notice.clause_text(index).removeprefix(clause.marker).strip(" 　【】★：:")
            named = _CONDITIONS_FOR.fullmatch(own)
            if named and not is_no_thing(named["thing"]) and not _OF_ALL.search(named["thing"]):
                by_parent.setdefault(clause.parent, {})[index] = named["thing"]
    several = (names for names in by_parent.values() if len(set(names.values())) > 1)
    return {i: n for names in several for i, n in names.items()}


_OF_ALL = re.compile(r"一般|普通|共同|特殊|优先|优惠|破格|其[他它]|本[市区县次校]|相关|各类|所有")
# 学历和资历, 业绩: of what conditions are, and not what they are for.
_MATTER = re.compile(
    r"学[历位]|资历|年[限龄]|业绩|论文|教育|品德|健康|身体|职称|能力|经历|经验|政治|思想|考核|户[籍口]|收入|资产|财产|社保|技能|外语|计算机|成果|贡献|专业|素质|信用"
)


def _opens_conditions(notice: Notice, index: int) -> bool:
    """Whether a heading opens conditions: each name below it is of what they are for."""
    return index >= 0 and _CONDITIONS.search(notice.clause_text(index).strip(" 　【】★：:")) is not None


_CONDITIONS = re.compile(
    r"(?:推荐|申报|申请|报名|报考|评选|参评|参赛|认定|评审|招聘|入选|办理|提取|支取|贷款|补贴|补助|资助|奖励|报销|领取|享受)"
    r"(?:的?(?:条件|资格|要求))(?:[、和及与](?:要求|额度|标准|金额|材料|方式))*$"
)


def _bare(name: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", name)


def _is_thing(name: str, beside: dict[int, str]) -> bool:
    """Whether a heading names what is given, by its last word or by that which it shares with another."""
    own = _bare(name)
    return bool(_GIVEN.search(own)) or any(
        own[-2:] == _bare(other)[-2:] and own != _bare(other) for other in beside.values()
    )


_VERB = r"(?:申报|申请|报考|应聘|竞聘|申领|评审|晋升|参评)"
_NO_AIM = (
    r"(?!人|者|单位|企业|对象|材料|本|上述|以上|该|前款|表|书|条件|之|日|截止|资料|所|相应|相关|其他|下列|以下"
    r"|一|各|参加|报名|办理|期间|家庭|学生|同|两|多)"
)
_OPENS = re.compile(
    rf"(?:第[一二三四五六七八九十]+条\s*)?{_VERB}{_NO_AIM}(?P<aim>(?:[^，,。；;：:、的（()）]|[（(][^（()）]*[)）]){{2,20}}?)(?<!时)"
    r"(?:的(?:人员|人才|个人|企业|单位|家庭|学生|职工|居民|农户|儿童)?)?[，,：:]?(?:除[^，,。；;]{2,24}外[，,])?"
    r"(?=(?:一般|还|均|都|同时)*(?:应当?(?!届)|须|必须|需|具备|符合|具有)|[^，,。；;：:]{2,20}(?:应当?(?!届)|须|必须))"
)
_GRANTS = re.compile(
    rf"可以?(?:直接|破格|优先|提前)*{_VERB}{_NO_AIM}(?P<aim>[^，,。；;：:、（(的]{{2,16}})(?=[，,。；;：:]|$)"
)


def aim_granted(sentence: str) -> str:
    """What whoever a sentence describes may apply for: …满4年的，可以申报工程师; `""` where it says none."""
    found = _GRANTS.search(sentence)
    return found["aim"] if found and not _OPENS.match(sentence) else ""


@once_per_notice
def _aims(notice: Notice) -> dict[int, str]:
    """What each clause says at its beginning that is applied for, where there are several such things."""
    found = dict(_opened(notice)) or _aged(notice)
    return found if len(set(found.values())) > 1 else {}


# 长跑组队员限20岁以上 beside 短跑组限16岁以上: each takes part in one thing, at an age of its own.
_AGED = re.compile(
    r"(?P<aim>(?!.{0,12}(?:年龄|出生))[\u4e00-\u9fffA-Za-z]{2,12}?)"
    r"(?:的?(?:参加者|参与者|参赛者|选手|队员|学员))?(?:[:：]|限于?|须|需|应|要求)+"
    r"(?:年龄|年满|满|在|为|不低于|不超过)*\d{1,2}(?:周岁|岁|至|-|~)"
)
_PERSON = re.compile(r"(?:[人员者]|配偶|子女|父母|家长|男性?|女性?)$")


def _aged(notice: Notice) -> dict[int, str]:
    """The things that clauses side by side each set an age for, where their names end alike."""
    by_parent: dict[int, dict[int, str]] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind not in (ClauseKind.ROW, ClauseKind.TABLE):
            match = _AGED.match(notice.clause_text(index).removeprefix(clause.marker).strip())
            if match and not _PERSON.search(match["aim"]):
                by_parent.setdefault(clause.parent, {})[index] = match["aim"]
    return {
        i: name
        for names in by_parent.values()
        for i, name in names.items()
        if any(name != other and name[-2:] == other[-2:] for other in names.values())
    }


def _opened(notice: Notice) -> Iterator[tuple[int, str]]:
    for index, clause in enumerate(notice.clauses):
        if clause.kind not in (ClauseKind.ROW, ClauseKind.TABLE):
            text = notice.clause_text(index).removeprefix(clause.marker).strip()
            if match := _OPENS.match(text):
                yield index, _LEFT_OUT.sub("", match["aim"])
            elif text.endswith(("：", ":")) and (granted := aim_granted(text)):
                yield index, _LEFT_OUT.sub("", granted)


# 我校硕士研究生（不含法律硕士）: whose it is, and what it is not; 提取…账户余额: what it is taken from.
_LEFT_OUT = re.compile(
    r"^(?:我校|我院|本校|本院|我单位|本单位)(?=.{2})|[（(](?:不含|不包括|除)[^（()）]*[)）]"
    r"|(?<=.{4})(?:账户)?(?:内|里)?的?(?:存储)?余额$"
)


def aim_of(notice: Notice, index: int) -> str:
    """The one of several things that a clause says is applied for, to demand or to grant; `""` for none."""
    aims = _aims(notice)
    if index in aims or not aims:
        return aims.get(index, "")
    text = notice.clause_text(index)
    granted = aim_granted(text) or _aim_refused(text)
    return granted if granted in aims.values() else ""


# 公职人员不得申请创业补贴: shut out of that alone.
_REFUSES = re.compile(
    rf"(?:不得|不能|不可以?|不予){_VERB}{_NO_AIM}(?P<aim>[^，,。；;：:、（(的]{{2,16}})(?=[。；;]?$)"
)


def _aim_refused(sentence: str) -> str:
    found = _REFUSES.search(sentence.strip())
    return found["aim"] if found else ""


def without_aim(notice: Notice, index: int, text: str) -> str:
    """A sentence of a clause, folded, without the words that say what is applied for."""
    return _OPENS.sub("", text, count=1) if index in _aims(notice) and _OPENS.match(text) else text
