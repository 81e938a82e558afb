"""What a lead-in makes of the list below it: ways of which one will do, demands, or exclusions."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.conditions import GroupKind
from corpus.conditions.quotas import quota_of
from corpus.values.periods import fold

__all__ = ["ABOUT_CONDUCT", "FREES_LISTED", "count_of", "gives_more", "kind_of"]

_ANY = re.compile(r"之一|任[一意]一?[条项种]|其一(?:即可|的|者|[：:]|$)|(?:其中|任选)[一1][条项个种]")
_NONE = re.compile(
    r"不(?:得|予|可|能|适用|受理|接受|允许|准|录[用取]|聘用|招[收录]|认定|支持|纳入|在此列|享受|补(?!充)|发|给|参加|参评|办理|安排|接收|换|借|评(?!审)|批|返还|资助|提取|报销|贷|奖励|救助|减免|赔付)|除外|一票否决"
    r"|(?:暂缓|停止|禁止|延迟|推迟|延期|延后)(?:受理|申报|申请|报名|报考|参加|参评|晋升|评审|办理)"
    # 有下列情形之一的，处理完才能办理: until then they are kept out
    r"|(?:处理|纠正|整改|解除|结清|缴清|还清|办结)(?:完毕?)?(?:之?后)?[，,]?(?:才|方)(?:能|可)"
    # 有下列情形之一的，不符合救助条件: the list says who does not meet it
    r"|(?:之一|情[形况]|的|者|人员|家庭|企业)[，,]?(?:即|均|一律|视为|认定为)?不(?:再)?(?:符合|具备|满足|属于|在)[^，,。；：:]{0,14}(?:条件|资格|要求|对象|范围|之列)[：:]?$"
)
_ALL = re.compile(
    r"同时|(?:满足|符合|具备)(?:以下|下列|下面)|下列条件|以下条件|(?:具备|符合|满足).{0,8}条件|(?:申报|申请|申领|报名|报考|受理|办理|认定|准入|入选|应聘|招聘|参评|参赛|参加)条件"
    r"|(?:招募|招收|招生|录取|参保|参加|办证|申办|购买|承租|租赁|入会|入学|入伍|入户|落户|迁入|应征|录用|招录|享受|领取|发放|救助|补贴|资助|贷款|借款|提取|加入|注册|登记|年龄与?学历|的|(?:对象|范围)[和与及、])条件(?:如下|包括)?[：:]?\s*$"
    r"|(?:资格|任职|招聘|应聘|报考|报名|申报|参赛|基本)(?:条件|资格)?[和及与、]?要求[：:]?\s*$|(?:基本|必备|一般|通用)条件(?:如下|包括)?[：:]?\s*$|要求[：:]|以下(?:两点|要求)|还须(?:满足|符合|具备)|(?:须|应)(?:满足|符合|具备)"
)
ABOUT_CONDUCT = re.compile(
    r"行为|取消|违纪|违规|材料|资料|证明|佐证|凭证|清单|提供|携带|方式|流程|程序|提交|步骤|注意事项"
)
_CONDITIONS = re.compile(
    r"(?:以下|下列|下面|如下)[一二两三四五六七八九十几各\d][点条项]|同时(?:具备|符合|满足)[^，。；：:]{0,6}[：:]?$|条件|资格|要求|范围|对象|不适用|情形|情况|哪些"
)


# What a notice gives, or takes somebody in for.
_BESTOWS = "返还|补助|补贴|资助|提取|录取|录用|贷款|支持|报销|奖励|救助|减免"
_OPENS_ROUTES = re.compile(
    rf"(?:人员|人|者|单位|家庭|企业|情形)?(?:之一的?,?)?(?:都|均)?可以?(?:申请|申报|申领|参加|报名|报考|办理|享受|领取|{_BESTOWS})[^。；：:]{{0,16}}[：:]$"
    rf"|(?:下列|以下|如下)[^，,。；;：:不]{{1,12}}[，,]?(?:可以?|可给|给予|予以|由[^，,。；;：:]{{1,8}}|均|都){{1,4}}[^，,。；;：:不]{{0,6}}(?:{_BESTOWS})[：:]$"
)


# All of what is listed has to hold, where no 之一 says otherwise: 符合下列全部条件的，可以申请：.
_WHOLE = re.compile(
    r"同时|(?:全部|所有|各项|每一?项)的?(?:\w{0,4})条件|条件的?全部|(?:具备|符合|满足)(?:下列|以下)[^，。；：]{0,4}条件[的者]|应当?(?:同时)?(?:具备|符合|满足)[^，。；：]{0,8}条件"
)
# One of the conditions listed: 满足以下一条条件.
_SINGLE = re.compile(r"(?:下列|以下|上述|其中)(?:任[何意]?)?(?:一|1)[条项个种](?:条件|情形|情况|要求)")


# A heading that shuts out all below it: 不予认定, 不得申请的情形.
_SHUT = re.compile(
    rf"[\W\d一二三四五六七八九十]*(?:一律)?不(?:予|得|能|可以?|再)?(?:受理|认定|申请|申报|报名|报考|批准|登记|办理|发放|享受|参加|参评|推荐|给予|{_BESTOWS})"
    r"(?:的(?:情形|情况|人员|对象)?)?[：:]?|[\W\d一二三四五六七八九十]*一票否决(?:的?(?:情形|事项|项目|条款|条件))?[：:]?"
)


# 下列人员不能享受: a heading or a lead-in that says of whom the list below it is.
_SHUT_PEOPLE = re.compile(
    r"^[\W\d]*(?:(?:有|属于)?(?:下列|以下|如下)(?:的|之一的?|者)?[，,]?(?:一律|均|都|暂)*不(?:予|再|给)?(?:补|受理|办|发|收|供|接|录|参|享受|适用)[^，,。；;：:]{0,6}[：:]?$)|"
    r"(?:下列|以下|如下)[^，,。；;：:]{0,6}(?:人员|对象|人群|单位|企业|家庭|学生|考生|者|项目|费用|机具|车辆|作品|产品|设备|房屋|支出)(?:[，,]|一律|均|都|暂)*不(?!限|受[^，,]*限)"
    r"|(?:下列|以下|如下)[^，,。；;：:]{0,10}(?:者|人员|人群|情形|情况|疾病|的)[，,]?[^，,。；;：:]{0,4}(?:禁止|严禁|谢绝|不宜|请勿|切勿)"
)
# 有下列情形之一的，应当退出: what becomes of those who are in already.
_ENDS = re.compile(
    r"(?:情形|情况|行为|条件)(?:之一)?的?[，,]?[^，,。：:不]{0,14}(?:退出|腾退|退回|退还|追回|收回|终止|中止|解除|停发|停止(?:发放|领取|享受|支付)|注销|撤销|清退|移出|除名|开除|处分|处罚|罚款|追究|解聘|辞退|(?:应当?|必?须|责令|限期)[^，,。：:不]{0,4}(?:返还|归还|偿还))"
)


# 下列人员不受年龄限制：, above a list of them or before it in one line.
FREES_LISTED = re.compile(
    r"(?:凡|对)?(?:有|属于|符合|具备)?(?:下列|以下)[^,，:：]{0,10}?(?:之一)?(?:的|者)?[,，]?(?:可以?|均|都)?不受(?P<what>[^,，:：]{1,24}?)的?限制[^:：。]*[:：](?P<list>.*)$"
)


# 有健康证明，且具备下列条件之一：, whatever else the lead-in names.
_LAST_OF_CONDITIONS = re.compile(
    r"(?:具备|符合|满足)(?:下列|以下)条件(?:之一)?的?[^，。；：:]{0,12}[：:]?\s*$"
)


# 有下列情形之一的，应当办理变更登记：, 保证金不予退还：: what somebody has to do, and what is not given back.
_OF_OTHERS = re.compile(
    r"(?:情形|情况|行为|变化)(?:之一)?的?[，,][^。；;：:不]{0,30}(?:变更|注销|备案|报告|告知|补办|缴回|交回|换领)[^，,。；;：:]{0,8}[：:]?\s*$"
    r"|(?:保证金|押金|定金|费用?|学费|租金|价款|货款|材料|作品)[^，,。；;：:]{0,4}不(?:予|再)?(?:退|返)[还回费款]?[：:]?\s*$"
)


# The last sentence of a lead-in speaks of what is listed below it.
_LAST = re.compile(r"[。；;]\s*(?P<last>(?=[^。；;]*(?:下列|以下|如下|之一|情形|条件))[^。；;]{6,}[：:]\s*$)")


def kind_of(text: str) -> GroupKind | None:
    """What a lead-in makes of the list below it: by its last sentence where that speaks of a list, else as
    a whole."""
    text = text.rstrip("】〕》")
    last = _LAST.search(text)
    return _kind_of(last["last"] if last else text)


def _kind_of(text: str) -> GroupKind | None:
    if FREES_LISTED.match(text):
        return None
    if _SHUT.fullmatch(text) or _SHUT_PEOPLE.search(text):
        return GroupKind.NONE
    if _ENDS.search(text) or _OF_OTHERS.search(text):
        return None
    quota = quota_of(fold(text))
    whole = _WHOLE.search(text) and not _ANY.search(text)
    if _OPENS_ROUTES.search(text) and not _NONE.search(text) and not whole and quota < 2:
        return GroupKind.ANY
    about_conduct = ABOUT_CONDUCT.search(text) and not _LAST_OF_CONDITIONS.search(text)
    if about_conduct or not (_CONDITIONS.search(text) or _ANY.search(text)):
        return None
    if _NONE.search(re.sub(r"[（(][^（）()]*[)）]", "", text)):
        return GroupKind.NONE
    if quota > 1:
        return GroupKind.AT_LEAST
    if quota == 1 or _ANY.search(text) or _SINGLE.search(text):
        return GroupKind.ANY
    return GroupKind.ALL if whole or _ALL.search(text) else None


def count_of(kind: GroupKind, lead: str) -> int:
    """How many items of a list have to be true for it to be met, or to keep out; 0 for the usual number."""
    counts = kind in (GroupKind.AT_LEAST, GroupKind.NONE)
    return quota if counts and (quota := quota_of(fold(lead))) > 1 else 0


# 对具备下列条件的给予加分：, 同等条件下优先录用：: what some get besides.
_GIVES_MORE = re.compile(
    r"可以?(?:申请)?免(?:试|考|修|交|缴)[^，。：:]{0,6}(?:科目?|《|部分|基础|公共|费)|加分|同等条件下|优先(?:录用|聘用|考虑|录取|招聘|推荐|安排|资助|补助|支持|扶持|救助|受理|选择)"
)
# 持卡可享受下列待遇：, above a list of what is given.
_GIVES_LISTED = re.compile(
    r"(?:享受|享有|获得|提供)(?:下列|以下|如下)[^，。；：:]{0,6}(?:待遇|优惠|权益|服务|礼遇|福利)[：:]?\s*$"
)
# 符合下列情形的可减免：, where the notice is about another thing.
_REDUCED = re.compile(r"(?P<what>减免|减收|减半|免收|免缴|免交|优惠|打折|照顾)[^，。；：:]{0,8}[：:]\s*$")


def gives_more(lead: str, title: str) -> bool:
    """Whether a lead-in opens a list of what some get besides, or are spared, in a notice so titled."""
    reduced = _REDUCED.search(lead)
    more = _GIVES_MORE.search(lead) or _GIVES_LISTED.search(lead)
    return bool(more or (reduced and reduced["what"] not in title))
