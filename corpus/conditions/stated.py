"""Whether a sentence in a section on conditions states a demand in which nothing can be typed.

参评者须品行端正，无违纪记录; 无红绿色盲; 未被列入失信名单.
"""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.matters import names_matter
from corpus.conditions.not_demanded import BENEFIT, CONDUCT, DUTY, HANDING, LATER, REPORTS

__all__ = ["states_openly"]

_WHO = (
    r"(?:(?:申请|申报|申领|报名|报考|应聘|参赛|参评|参选|参展|借款|购机|捐献|献血|承租|投标|供应|推荐|评选|本)?"
    r"(?:人员?|者|对象|单位|企业|家庭|学生|个人|商|作品|项目|机构|选手|职工|教师)|申请人及其[^,;]{2,10}|主体|法定代表人"
    r"|(?:本人|申请人|职工|参保人)?(?:[及和与、]?其?(?:本人|配偶|父母|未成年子女|子女))+|夫妻(?:双方)?|家庭成员)"
)
_DEMANDS = r"(?:还|均|都|同时|原则上|一般)*(?:须|应当?(?!届)|必须|需要?(?!提)|要求)(?:是|为)?"
_IS = (
    r"(?:具有|具备|持有|拥有|遵守|遵纪|遵循|热爱|拥护|服从|坚持|身体|身心|品行|思想|政治|信用|诚信|守信|作风"
    r"|无(?!论|需|须|偿|法)|未(?!经|按|尽|来|婚)|没有|不存在|能够?(?!否)|愿意|自愿|有(?!关|效|下列|以下|条件|意|权)|依法|经营状况|财务)"
)
_STATES = re.compile(
    rf"(?:{_WHO})?(?:在[^,;]{{1,10}}?|名下|均|都|目前|现){{1,4}}(?:无(?!论|需|须|偿|法)|没有|未(?!经|按|尽|来|婚)).{{2,}}"
    r"|[\u4e00-\u9fff]{2,8}?(?:须|应当|必须)(?:在同|为同|是同|属于|位于|归).{2,}"
    rf"|(?:(?:{_WHO}|[\u4e00-\u9fff]{{1,12}}[员者人户生商]),?)?(?:{_DEMANDS})(?![^,;]{{0,6}}[:：]).{{4,}}|(?:{_WHO})?{_IS}.{{2,}}"
    rf"|[^,;:]{{2,18}}(?:生|人员|户|者|企业|单位),(?:取得|已(?!满)|{_IS}).{{2,}}"
)
# 应…办理, 须…为准: how something is done or reckoned.
_ACTS = re.compile(
    r"^[二两三四五六七八九\d]*(?:者|以上|上述)|办理|登记(?!失业|注册)|系统|平台|网站|执行|为准|通过[^,;]{2,16}(?:报名|申报|申请)|报送|填报|公布|审核|核对|确认|注明|联系|选择|预约|承诺|回避|签订"
    r"|计算|认定为|视为|视同|指的?是|可以?(?:先|由|凭|用|申请|报|参|办|享)|优先|退还|退回|处理|负责|现场|复印|证明|材料|(?:委托|申请|授权|承诺|说明|推荐|介绍)[书信]|照片"
)

_DENIED = re.compile(r"(?:无|未|没有)[^,;]{2,12}")  # 无违纪处分: of no misconduct


def states_openly(text: str) -> bool:
    """Whether a sentence, folded, says what has to be true of who applies."""
    words = re.sub(r"^[^,:;]{2,10}:", "", text.strip("。;,"))  # 辨色力：无红绿色盲
    if words.endswith(":") or not _STATES.match(words) or _ACTS.search(words) or names_matter(text):
        return False
    affirmed = _DENIED.sub("", text)
    return not any(p.search(affirmed) for p in (HANDING, BENEFIT, REPORTS, CONDUCT, DUTY, LATER))
