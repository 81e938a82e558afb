"""Whom a sentence lets in: X的，可以申请; X的，由学校接收."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.not_demanded import HANDING, WAIVES

__all__ = ["GIVES", "GRANTED", "NAMED_LAST", "kind_let_in", "stands_alone"]

# What whoever meets the conditions may do is no condition.
GRANTED = re.compile(
    r"(?:的|者|(?P<kind>人员?|户|企业|单位|学生|家庭|员工|职工|公民|儿童|青年|居民|子女)|,)(?:的|者)?,?(?:均|都|方|即|也)?可(?:以)?(?!能|见|支配|靠|持续|再生|信|适当放|放宽|延长|免[予于除修考缴交])"
    r"[^,()]{2,}[^()]*(?:\([^()]*\)[^()]*)*$"
)
# …的，由学校接收; …的，按直接安排办理; …的，每人发给2000元: what whoever is described gets.
GIVES = re.compile(
    r"的,(?:由(?!原|迁出|外|其他|其它|对方)[^,]{2,24}(?:接收|安排|录取|解决|发放|办理)|(?:直接)?按[^,]{2,14}(?:安排|办理|享受|录取)"
    r"|(?:[^,]{0,8}?(?:给予|发给|补贴|补助|定额|奖励|核发|准予|予以(?:补贴|奖励|认定|录取|资助))[^,]+))[^;]*$"
    # 非本镇户籍但住满2年的老人,参照本镇居民执行: let in as others are.
    r"|(?:的|者|(?P<kind>人员?|户|企业|单位|学生|家庭|职工|居民|儿童|子女)),(?:可以?|均|也)*(?:参照|比照)[^,;]{1,24}"
    r"(?:执行|享受|办理|对待|安排|给予|认定)[^,;]{0,8}$"
)


def stands_alone(text: str) -> bool:
    """Whether a clause below a heading lets somebody in or frees them by itself, and is no item of a list."""
    plain = text.strip("。;")
    return not plain.endswith(":") and bool(GRANTED.search(plain) or WAIVES.search(plain))


_LETS_IN = re.compile(
    r",?(?:均|都|方|即|也)?可以?(?:向[^,]{2,24})?(?:提出|办理|享受|参加)?(?:申[请报领]|报名|报考|参保|参评|办理)[^,]{0,14}$"
)
# Who somebody is, at the end of a sentence that describes applicants: 在本省经营苗种的单位或者个人.
_APPLICANTS = re.compile(
    r"(?:人员|人士|者|人|个人|自然人|法人|组织|单位|企业|机构|组织|合作社|农民|工人|员工|老人|儿童|妇女|青年|孤儿|人才|社团|团体|公民|居民|村民|农户|家庭|父母|子女|学生|毕业生|教师|职工|士兵|干部|军人|用户|客户|经营户|合作社|场|(?<![账帐])户)(?:及其配偶|等)?$"
)
_NO_KIND = re.compile(
    r"符合[^,]{0,6}条件|上述|以上条件|下列|以下|应当?(?!届)|须|必须|不得|不予|需要?提供|通知|规定的?条件"
)


def kind_let_in(text: str) -> str:
    """The kind of applicants that a sentence in a section on conditions describes; `""` where it does not."""
    granted = _LETS_IN.search(text)
    who = re.sub(r"\([^()]*\)$", "", text[: granted.start()] if granted else text)
    plain = (
        len(who) <= 120
        and re.search(r"的|以上", who)
        and not _NO_KIND.search(who)
        and not HANDING.search(who)
    )
    return who if plain and len(who) >= 6 and _APPLICANTS.search(who) else ""


# …已取得产权证的，产权人及其配偶可以迁入: who may, after who they are.
NAMED_LAST = re.compile(
    r"(?<=的),(?![^,;]*(?:具有|持有|取得|缴纳|从事|符合|[有已无在满]|未(?!成年)))[^,;\d]{2,24}$"
)
