"""Wordings that demand nothing of who somebody is: papers, misconduct, duties, benefits, reports."""

from __future__ import annotations

from corpus import patterns as re

__all__ = [
    "BENEFIT",
    "COMPOSITION",
    "CONDUCT",
    "DUTY",
    "HANDING",
    "LATER",
    "OF_BENEFIT",
    "RECKONS",
    "REPORTS",
    "WAIVES",
]

# 自收到确认书之日起60日内开工: what somebody has to do who was let in.
DUTY = re.compile(
    r"自[^,]{2,30}(?:之日)?起[\d一二两三四五六七八九十]+个?(?:日|天|工作日|月|年)内"
    r"|[\d一二三四五六七八九十]{1,4}个?(?:日|天|工作日|月)(?:之)?内(?:向[^,;]{2,16})?(?:书面)?(?:报告|告知|变更|办理变更|申报变更|备案|交回|缴回|注销|补办|反馈)"
    r"|(?:收到|接到)[^,]{2,12}(?:之?后|起)(?:的)?[\d一二两三四五六七八九十]+个?(?:日|天|工作日|月)内"
)

# 享受补贴期间就业的，应在15日内报告: what happens to who was let in.
LATER = re.compile(
    r"^(?:在)?(?:享受|领取|发放|资助|聘用|录用|服务|合同|租赁|承租|任职|履约|建设|试用|在读|学习|培养)[^,]{0,8}期(?:间|内)"
    r"|^(?:录取|聘用|录用|入职|领取|获批|获得|发放|入学|签约|上岗)[^,]{0,6}(?:之|以)?后(?!从事|满|工作)"
)

# 提交…, 登录…: what has to be handed in or done to apply.
HANDING = re.compile(
    r"提交|提供|交验|查验|核验|电话|[加另须需]带|[另须需]交|填写|登录|携带|上传|出具|办理手续|前往|到场|签到|缴纳(?![^,;]{0,16}(?:保险|社保|公积金|满\d))|缴费(?!满|年限|时间)|下载|打印"
)

# 押金减半, 标准上浮20%: what some get is no demand.
BENEFIT = re.compile(r"减半|减免|免收|免交|优惠|加发|上浮|另加|打折|折扣|优先")
# 通过率达93%, 2019年入选…, 历史悠久, 可登录…查询: what has been reached is reported, and where something is
# to be found is told; neither is demanded.
REPORTS = re.compile(
    r"(?:通过|合格|优秀|就业|录取|完成|覆盖)率(?:为|达)|平均分为|[高低]于全[国省市]|同比|比上年"
    r"|\d{4}年(?:首批)?(?:入选|获批|荣获|被?评为|增设|成立|建成|更名)|历史悠久|享有盛誉|被誉为|(?:创办|成立|始建|创建)于"
    r"|可以?[^,;。的]{0,40}(?:查询|查看|查阅|咨询)(?:到|相关|$)"
)

# 弄虚作假, 逾期: what is sanctioned, or said of the papers.
CONDUCT = re.compile(
    r"虚假|弄虚作假|伪造|隐瞒|作弊|违纪|违规|冒|骗|逾期|放弃|转借|转租|挪用|拒不|材料不|不齐|未按|通知|公示|复印|原件"
)

# 女职工不少于推荐人数的30%: of whom a list of names has to be made up, which binds nobody who is on it.
COMPOSITION = re.compile(
    r"(?:推荐|申报|参评|表彰|获奖|入选|评选|名额|录取|招生|招聘)[^,;。]{0,6}(?:人数|名额|总数|总人数|总量|数量|比例|计划)?的\s*(?:\d{1,3}(?:\.\d+)?%|百分之|[一二三四五六七八九]分之)"
)

# 期限：最长不超过3年; 标准：每人2000元: what is given, and no demand.
OF_BENEFIT = re.compile(r"(?:[\u4e00-\u9fff]{0,6})(?:期限|标准|额度|金额|时限|数额)(?:为|是|如下)?:")

# 资历计算到2025年12月31日; 病休的时间不计入: how something is counted.
RECKONS = re.compile(
    r"^(?:工作|专业)?(?:年限|资历|业绩|成果|工龄)[^,;。]{0,10}(?:计算|截止|算)(?:到|至|为)"
    r"|^[^,;()]*(?:时间|期间|月份|年限|部分|经历|工龄),?(?:均|都|一律|则|也)*(?:不予?计入|计入|不予?计算|不算|可以?(?:累计|合并|连续)?计算|照常计入)"
    r"|^[^,;]{2,20}以[^,;。]{2,24}为准$|要求[^,;。]{0,10}(?:增加|减少|延长|缩短)\d|^[^,;]{2,16}不(?:再)?增加$"
)

# 退役军人不受此限, 学历不限: what frees some, or all, of what is demanded.
WAIVES = re.compile(
    r"(?P<who>[^,()]{2,60}?)(?:的|者|人员)?[,]?(?:可以?)?(?:不受(?P<what>[^,]{0,24}?)(?:的)?限制|不受此限|不在此限|(?:对)?(?P<free>[^,]{1,16}?)(?:没有(?:另外|其他)?要求|不作要求|不限(?!年龄|学历|专业|户籍|职称))"
    r"|不限(?P<unlimited>年龄|学历|专业|户籍|职称)(?=$|[,;]))"
)
