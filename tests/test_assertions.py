"""Whether a person affirms or denies a condition that has no type."""

from __future__ import annotations

import pytest

from bot.judging.assertions import is_expected, said_of


@pytest.mark.parametrize(
    ("condition", "said", "state"),
    [
        ("无自有住房", "我没有房子", "met"),
        ("患有哮喘、癫痫等疾病", "孩子有癫痫", "met"),
        ("由单位缴纳社会保险的月份", "影响领社保补贴吗", "unknown"),
        ("由单位缴纳社会保险的月份", "这个灵活就业社保补贴我能领不", "unknown"),
        ("由单位缴纳社会保险的月份", "单位给我缴着社保，能领吗", "met"),
        ("有未结清的购车贷款", "本市购车提取，二手车算不算", "unknown"),
        ("有未结清的购车贷款", "购车贷款还没还清，能提取吗", "met"),
        ("无自有住房", "名下有住房一套", "unmet"),
        ("无自有住房", "人均住房11平方米", "unknown"),
        ("在本市无自有住房", "公租房，我外地的", "unknown"),
        ("在本市无自有住房", "有套房，我外地的", "unmet"),
        ("名下登记有商铺、写字楼", "我没房没商铺", "unmet"),
        ("名下登记有商铺、写字楼", "家里有间商铺", "met"),
        ("办理延长退休手续的", "延退也没办", "unmet"),
        ("办理延长退休手续的", "没办延退", "unmet"),
        ("办理延长退休手续的", "延迟退休没有办理", "unmet"),
        ("获得省级劳动模范称号", "去年评上劳模了", "met"),
        ("未享受过人才住房优惠", "没拿过人才房优惠", "met"),
        ("已经参加职工医保", "职工医保上个月断了", "unmet"),
        ("已经享受其他助学金", "我能申请助学金吗", "unknown"),
        ("正在享受周转房、人才房的", "清河区周转房，单身能申请吗", "unknown"),
        ("正在享受周转房、人才房的", "我现在住着周转房", "met"),
        ("名下登记有商铺、写字楼等非住宅房屋", "人均住房10平米", "unknown"),
        ("上一学年无不及格记录", "上学年没挂科", "met"),
        ("未达到《林业技术职务条例》规定的学历资历条件", "学历资历没达到，但带过课题", "met"),
        ("未达到《林业技术职务条例》(林人字〔1988〕9号)规定的担任农艺师职务学历条件", "我学历不够", "met"),
        ("具备《林业技术职务条例》规定的学历资历条件", "学历资历不够", "unmet"),
        ("但主持过两个以上(含两个)相关专业领域课题", "没主持过课题", "unmet"),
        ("但主持过一个以上(含一个)相关专业领域课题", "带过一个徒弟", "unknown"),
        ("名下登记有商铺、写字楼", "我没房没够着商铺", "unmet"),
        ("上一学年无不及格记录", "上学年挂科了", "unmet"),
        ("因自然灾害受损", "去年发大水", "met"),
        ("只缴纳医疗保险", "养老医疗保险都自己交", "unknown"),
        ("只缴纳医疗保险", "只交了医疗保险", "met"),
        ("以前享受过危房改造补助的", "房子是危房", "unknown"),
        ("能够参加岗前培训", "岗前培训我去不了", "unmet"),
        ("服从调剂和轮岗安排", "轮岗我做不到", "unmet"),
        ("曾有酗酒、赌博违法行为", "我以前赌博被抓过", "met"),
        ("患有传染性疾病", "我肺结核还没治好", "met"),
        ("2023年虚报面积被查处的主体", "前年多报面积被查处过", "met"),
        ("具有驾驶经验", "我喜欢唱歌", "unknown"),
        ("取得与岗位相适应的教师资格证书", "我没有教师资格证", "unmet"),
        ("取得与岗位相适应的教师资格证书", "教师资格证还没考", "unmet"),
        ("取得与岗位相适应的教师资格证书", "我没有房子", "unknown"),
        ("中级岗位", "我38岁，能报中级岗位吗", "met"),
        ("初级岗位", "我38岁，能报中级岗位吗", "unmet"),
        ("初级岗位", "我38岁，能报吗", "unknown"),
        # a denial belongs to the verb that it stands before
        ("名下有营业执照、尚未注销的", "我没执照没领失业金", "unmet"),
        ("名下有营业执照、尚未注销的", "执照早就注销了", "unmet"),
        ("名下有营业执照、尚未注销的", "名下有个营业执照还没注销", "met"),
        ("拖欠职工工资尚未了结的", "没欠薪", "unmet"),
        ("拖欠职工工资尚未了结的", "不欠工资", "unmet"),
        ("拖欠职工工资尚未了结的", "拖欠工人工资还没解决", "met"),
        ("拖欠职工工资尚未了结的", "自己交职工养老", "unknown"),
        ("残疾人", "我不残疾，也不吃低保", "unmet"),
        ("毕业后尚未就业", "毕业后一直没就业", "met"),
        ("未入读小学的城区常住人口适龄子女", "孩子还没上过小学", "met"),
        ("未入读小学的城区常住人口适龄子女", "孩子已经上了小学", "unmet"),
        ("休学期间的", "我现在休学", "met"),
        ("休学期间的", "没休过学", "unmet"),
        # a valid paper that has lapsed, and what was before the time that counts
        ("持有有效期内的登高作业操作证", "登高作业操作证过期了", "unmet"),
        ("持有有效期内的登高作业操作证", "登高作业操作证没过期", "met"),
        ("自2023年4月1日以来没有住房转让记录", "去年把一套房卖了", "unmet"),
        ("自2023年4月1日以来没有住房转让记录", "2020年把一套房卖了", "unknown"),
        ("在本市就业、居住或者就读", "在砚川读技校", "met"),
        ("应聘小学教师岗位的", "我想应聘小学老师岗", "met"),
    ],
)
def test_said(condition: str, said: str, state: str) -> None:
    assert said_of(condition, said).value == state


@pytest.mark.parametrize(
    ("condition", "expected"),
    [("遵纪守法，品行端正", True), ("无犯罪记录", True), ("无自有住房", False), ("持有驾驶证", False)],
)
def test_what_is_expected_of_everybody(condition: str, expected: bool) -> None:
    assert is_expected(condition) is expected


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("有摩托车", "met"),
        ("没有摩托车", "unmet"),
        ("不持有摩托车", "unmet"),
        ("没有房子、摩托车", "unmet"),
        ("摩托车早就注销了", "unmet"),
        ("没有房子，有摩托车", "met"),
        ("养了一条狗", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_denial_reaches_over_the_list_that_it_opens(said: str, state: str) -> None:
    assert said_of("持有摩托车", said).value == state
    turned = {"met": "unmet", "unmet": "met"}.get(state, state)
    assert said_of("未持有摩托车", said).value == turned


@pytest.mark.parametrize(("floor", "state"), [(0.2, "met"), (1.0, "unknown")])
def test_how_much_of_a_condition_has_to_be_said(floor: float, state: str) -> None:
    assert said_of("参加过县级青年手工竞赛集训", "去年在手工竞赛里", floor).value == state


@pytest.mark.parametrize(
    ("words", "text", "state"),
    [
        ("年度考核不合格", "考核都合格", "unmet"),
        ("年度考核不合格", "去年考核不合格", "met"),
        ("年度考核为合格以上", "去年考核不合格", "unmet"),
        ("受过处分，仍在影响期内", "处分影响期上个月就过了", "unmet"),
        ("现役军人", "当过两年兵，退伍军人", "unmet"),
    ],
)
def test_a_judgement_and_what_is_over_deny(words: str, text: str, state: str) -> None:
    assert said_of(words, text).value == state


def test_what_is_owned_is_told_with_what_counts_it() -> None:
    for told, state in (("有辆12万的车", "unmet"), ("没车", "met"), ("有车位", "unknown")):
        assert said_of("家庭成员名下无机动车", told).value == state
    assert said_of("家庭在本市无房", "有一套60平的房").value == "unmet"


@pytest.mark.parametrize("said", ["外来务工行不行", "外来务工可以吗", "外来务工成吗"])
def test_what_stands_before_a_bare_request_is_told(said: str) -> None:
    assert said_of("外来务工人员", said).value == "met"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("从事堤坝拆除的单位或个人", "我们店里一共4个人"),
        ("从事堤坝拆除的单位或个人", "打零工，无单位"),
        ("受聘于学堂从事校外辅导工作", "在家带孩子，没工作"),
        ("图纸在规定的有效期内", "居住证过期没续"),
        ("在岛上长期居住", "居住证过期没续"),
        ("公告注册证书作废的", "没职称没证书"),
        ("参加堤坝拆除的单位", "我们单位有工会"),
        ("单位因合并等原因迁出的", "社保断断续续交了六年"),
        ("无酒后驾驶记录", "驾照拿了4年"),
        ("在生产、经营、管理中开展船模推广活动", "经营得不好"),
        ("全日制学堂非灯塔类本科及以上学历", "高中文凭"),
        ("住房的转让记录", "没提过公积金"),
        ("取得无损检测资格", "一直做检测"),
        ("能够自主坐立", "没结婚能自己申请吗"),
        ("设有中央厨房", "城里没买房"),
        ("持有居民身份证", "没别的证"),
        ("已编制潮汐影响报告", "没编制"),
        ("登记失业人员", "失业险一直足额缴着"),
        ("信用记录良好", "被列入失信名单一年半了"),
        ("经灯塔协会考核合格", "有船模比赛合格证明"),
        ("在岛上就业的青年人", "没大人跟着"),
        ("学生的法定监护人", "我到法定退休年龄了"),
        ("应届毕业生", "大三在校生"),
    ],
)
def test_words_that_only_resemble_a_condition_decide_nothing(words: str, text: str) -> None:
    assert said_of(words, text).value == "unknown"


@pytest.mark.parametrize(
    ("words", "text", "state"),
    [
        ("获得县级劳动模范称号", "去年评上劳模了", "met"),
        ("零就业家庭成员", "非低保 非零就业家庭 自己交社保", "unmet"),
        ("报名材料齐全", "材料不齐给打回来了", "unmet"),
        ("取得潜水员资格证", "没别的证", "unmet"),
        ("有商品房", "没买房", "unmet"),
        ("有机动车", "家里有车", "met"),
        ("单亲母亲", "我是单亲妈妈", "met"),
        ("拖欠职工工资", "从来不欠工资", "unmet"),
        ("在本县无自有住房而租房自住", "我们家在县里没房子", "met"),
        ("独居居民", "我奶奶一个人住", "met"),
        ("离异不带子女", "我离婚了没带孩子", "met"),
        ("离异不带子女", "我离婚了", "unknown"),
        ("名下没有本县登记的小客车", "名下没车", "met"),
        ("落实灭虫措施的", "没做灭虫", "unmet"),
        ("取得灯塔管理资格证书", "没职称没证书", "unmet"),
    ],
)
def test_what_is_said_in_short_or_by_another_word_decides(words: str, text: str, state: str) -> None:
    assert said_of(words, text).value == state


@pytest.mark.parametrize(
    ("words", "text", "state"),
    [
        ("经考察合格", "体测加起来29，过没过", "unknown"),
        ("失业人员、学徒、退役人员", "没工作也没房", "met"),
        ("登记失业人员、学徒、退役人员", "没工作也没房", "unknown"),
        ("在岸上就业", "家里不是零就业家庭", "unknown"),
        ("欠缴社会保险费", "一直领着灵活就业社保补贴", "unknown"),
        ("由监护人持户口簿代办", "没户口，能参加吗", "unknown"),
        ("有未结清的购船贷款", "购船贷款还没还清", "met"),
    ],
)
def test_what_is_asked_or_said_of_something_else_denies_nothing(words: str, text: str, state: str) -> None:
    assert said_of(words, text).value == state
