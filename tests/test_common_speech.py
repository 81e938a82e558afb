"""Dialect and English in questions, put into plain Chinese."""

from __future__ import annotations

import pytest

from bot.speech.common_speech import in_chinese, in_common_speech


@pytest.mark.parametrize(
    ("said", "common"),
    [
        ("申请要几多钱", "申请要多少钱"),
        ("没被录上咋整", "未被录取怎么办"),
        ("秋天招多少娃", "秋天招多少人"),
        ("让女儿帮忙去办行吗", "代办行吗"),
        ("去柜台要带哪些东西", "去柜台要带哪些材料"),
        ("四级和三级的考务费差多少", "四级和三级的考务费相差多少钱"),
        ("几时截止", "什么时候截止"),
        ("侬好，啥辰光截止", "什么时候截止"),
        ("成绩啥时候能出来", "多久出成绩"),
        ("係咪要本人去", "是不是要本人去"),
        ("去邊度交表", "去哪里交表"),
        ("要啥子材料", "要什么材料"),
        ("孩子9月2号生的，今年赶得上不", "孩子9月2号生的,今年能报不"),
        ("两年到期了还能续租吗", "两年期满还能续租吗"),
        ("宿舍轮得到我么", "宿舍能轮我么"),
        ("五级证 干了三年 能报？", "五级证,干了三年,能报吗?"),
        ("五级什么时候能报？", "五级什么时候能报?"),
        ("咋个报名", "怎么报名"),
        ("要交好多钱", "要交多少钱"),
        ("录取结果哪天出", "录取结果哪天公布"),
        ("啥时候出名单", "啥时候公布名单"),
        ("几号之前要交", "最晚几号要交"),
        ("phone number", "电话"),
        ("为啥停水", "什么原因停水"),
        ("饭卡能干啥", "饭卡能用来干啥"),
        ("到哪里去领证", "去哪里领证"),
        ("吾三级能报伐？", "我三级能报吗?"),
        ("呒没证书可以伐", "没有证书可以吗"),
        ("好久截止", "什么时候截止"),
        ("有没得补贴，给好多？", "有没有补贴,给多少?"),
        ("论文要好多字", "论文要多少字"),
        ("没得证书，得不得行", "没有证书,可不可以"),
        ("三级能报嘛", "三级能报吗"),
        ("成績唔理想，能報名咩？", "成绩不理想,能报名吗?"),
        ("算唔算", "算不算"),
        ("多钱一次", "多少钱一次"),
        ("补一本多少银子", "补一本多少钱"),
        ("3级和4级", "三级和四级"),
        ("涨了好多", "涨了多少"),
        ("考务非多少", "考务费多少"),
        ("要带那些材料", "要带哪些材料"),
        ("去那儿登记", "去哪儿登记"),
        ("那个包最贵", "哪个包最贵"),
        ("三即能报马", "三级能报吗"),
        ("考一次多少前", "考一次多少钱"),
        ("招几个认", "招几个人"),
        ("总价50完", "总价50万"),
        ("三级考得了吗我", "三级能考吗"),
        ("户口落得了不", "户口能落不"),
        ("评不评得上", "能不能评"),
        ("能报得上不", "能报不"),
        ("这样够得上条件吗", "这样够条件吗"),
        ("是不是报不了了", "是不是不能报"),
        ("今年评不成了吗？", "今年不能评吗?"),
        ("我还能报吗：大专，干了三年", "我还能报吗,大专,干了三年"),
        ("眼下还收不收申报了", "现在还能申报吗"),
        ("二手房作不作数", "二手房算不算数"),
        ("怎么个交法", "怎么交"),
        ("一天班都没上过", "没上过班"),
        ("初审已经过了", "初审通过了"),
        ("刚从技校出来", "刚从技校毕业"),
        ("本科出来三年了", "本科毕业三年了"),
        ("四级想报，干了五年", "想报四级,干了五年"),
        ("那本五级是补考拿的", "那本五级证是补考拿的"),
        ("最慢几号交", "最晚几号交"),
        ("这样合不合条件", "这样符合条件吗"),
        ("干了五年，年头够了没", "干了五年,年限够了没"),
        ("三级能报不能报", "三级能报吗"),
        ("交完材料多久能批", "交上去多久能批"),
        ("又报了同一级", "又报了同级别"),
        ("今晚8点还能报吗", "今天晚上8点还能报吗"),
        ("今年能读一年级吗", "今年能上一年级吗"),
        ("谁能报五级", "什么人能报五级"),
        ("得花几个钱", "得花多少钱"),
        ("啥时候能考上", "啥时候考试"),
        ("分数多久能下来", "多久出成绩"),
        ("从哪儿报名", "在哪里报名"),
        ("我们三个人去考一共多少", "我们三个人去考一共多少钱"),
        ("现在交还赶趟吗", "现在交,还来得及吗"),
        ("等到6月再交行不", "6月还能交吗"),
        ("查出来几年不能再考", "查出来禁考几年"),
        ("用了会不会出事", "用了有什么后果"),
        ("项目有哪几个", "项目有哪些"),
        ("现在报还赶得上吗", "现在报还来得及吗"),
        ("报名通道还开着没", "现在还能报名吗"),
        ("会不会因为这个进不去", "还能进吗"),
        ("啥证都没考过", "没考过证"),
        ("上了两年零三个月的班", "上班两年零三个月"),
        ("读完研就工作了", "研究生毕业就工作了"),
        ("家属指的是哪些人", "家属是怎么定义的"),
        ("笔试过了，实操没过，能只考实操吗", "笔试通过了,实操没过,能只补考实操吗"),
        ("120个平方的房子", "120平方米的房子"),
        ("材料交上去多久能批", "交上去多久能批"),
        ("学徒级别咋定", "学徒咋定级"),
        ("高工和助工", "高级工程师和助理工程师"),
        ("补贴每个月几号发", "补贴每个月几号发放"),
        ("而家仲赶唔赶得切", "现在还来得及吗"),
        ("仲申唔申得", "还能不能申"),
        ("三级考得未", "三级能考吗"),
        ("点先可以报", "怎么才可以报"),
        ("我系大专，啱啱毕业", "我是大专,刚毕业"),
        ("报名系边日", "报名是哪日"),
        ("我哋几时先有成绩", "我们什么时候才有成绩"),
        ("净系差半年，咁二级呢", "只是差半年,那二级呢"),
        ("克哪点拿证", "去哪里拿证"),
        ("现在还搞得赢不", "现在还来得及不"),
        ("遭逮到要遭禁几年", "被逮到要被禁几年"),
        ("四级得行不", "四级可以不"),
        ("今年上得成小学不", "今年能上小学不"),
        ("四级可以报冇问题吧", "四级可以报吗"),
        ("登记要带什么证件", "登记要带什么材料"),
        ("今年三级报得不", "今年三级能报不"),
        ("上个月才进软件中心,能报吗", "上个月才入职软件中心,能报吗"),
        ("交完费把哪些资料发邮箱", "交完费把提交哪些资料"),
    ],
)
def test_dialect_is_read_in_the_common_language(said, common):
    assert in_common_speech(said) == common


@pytest.mark.parametrize(
    "said",
    [
        "可以砍伐吗",
        "仲裁要多久",
        "考得不好能报吗",
        "计算机系的大专",
        "我系统登不上",
        "在职未满一年能报吗",
        "哪点不符合",
        "我已婚未育",
        "能带什么东西进去",
        "等了好久了还没出成绩",
        "写了好多代码,能报吗",
        "要哪些材料嘛",
        "差不多钱够了",
        "维吾尔族能报吗",
        "没得到奖能报吗",
        "cet-4级能报吗",
        "那个能报吗",
        "那三级呢",
        "我去那里报名可以吗",
        "是非题多少分",
        "非全日制能报吗",
        "二级及以上能报吗",
        "赛马能报吗",
        "好多年了",
        "值得报吗",
        "拿得到多少",
        "过了期",
        "结果出来了",
        "如今年满60岁",
        "提高工资",
        "高工龄的人",
        "120平方公里",
        "没考过试能报吗",
        "本科20年毕业",
        "211硕士能报吗",
        "我考上了什么时候报到",
        "三个人一组能报吗",
        "2024-2025学年",
        "赶得上二胎补贴",
        "上了两个月的班长",
    ],
)
def test_what_only_looks_like_dialect_stays(said):
    assert in_common_speech(said) == said


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("is the library open on Jan 30", ["1月30日", "图书馆"]),
        ("deadline on the 5th of June?", ["6月5日", "截止时间"]),
        ("can I register in May", ["5月"]),
        ("when does round 1 end", ["第一轮", "什么时候"]),
        ("how much is outpatient treatment reimbursed", ["门诊", "报销", "多少"]),
    ],
)
def test_dates_rounds_and_payments_in_english(said, held):
    common = in_common_speech(said)
    assert all(h in common for h in held)
    assert "收费" not in common


@pytest.mark.parametrize(
    ("said", "held", "not_held"),
    [
        ("when is the exam if I register in May", ["什么时候考试", "报名", "5月"], "截止"),
        ("what happens if I cheat with a phone", ["手机", "怎么处理"], "电话"),
        ("can I bring my phone into the exam", ["能", "携带手机吗"], "电话"),
        ("where can I check my results", ["去哪里查询", "成绩"], "地址"),
        ("are my documents fake", ["材料", "虚假"], "需要"),
        ("can a high school student apply", ["高中", "能申请吗"], "老年"),
        ("how many credit hours of continuing education", ["学时", "继续教育"], "学分"),
        ("contact person for senior engineer application", ["高级工程师"], "老年"),
        ("I have 30 months of coding, can I apply", ["开发30个月"], "年"),
        ("4 and a half years of coding, can I apply", ["开发4年半"], "4年,"),
        ("12 months of social insurance, can I apply", ["社保12个月"], "工作"),
        ("when can I print the admission ticket", ["打印", "准考证"], "门票"),
    ],
)
def test_what_english_words_mean_is_told_by_those_beside_them(said, held, not_held):
    common = in_common_speech(said)
    assert all(h in common for h in held)
    assert not_held not in common


def test_a_turn_is_put_into_common_speech_where_some_of_it_is_not():
    assert in_chinese("能報伐") == "能报吗"
    assert in_chinese("三級證 做了兩年") == "三級證 做了兩年"


def test_may_is_no_month_where_it_asks_for_leave():
    assert "月" not in in_common_speech("May I bring a friend")


def test_a_name_in_chinese_stays_in_an_english_question():
    assert "青山县" in in_common_speech("What is the phone number of the Qingshan office (青山县)?")


def test_a_blank_between_chinese_words_parts_them():
    assert in_common_speech("技师学院毕业 三级证 工作两年") == "技师学院毕业,三级证,工作两年"


def test_plain_chinese_is_left_as_it_is():
    assert in_common_speech("报名什么时候截止") == "报名什么时候截止"


def test_characters_set_apart_by_blanks_are_one_run():
    assert in_common_speech("三 级 报 名 费 多 少") == "三级报名费多少"
