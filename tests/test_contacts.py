import pytest

from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.contacts import Contact, ContactKind, Owner, Role, contacts_of

ISSUER = "望舒市考核服务中心"


def notice(text: str, issuer: str = ISSUER) -> Notice:
    text = ("# 关于某事的通知\n## 一、说明\n" + text + "\n").replace("\n", "\n\n")
    return Notice("n", "关于某事的通知", issuer, text, parse_clauses(text, 0, True), "n.txt")


def read(text: str) -> list[Contact]:
    return list(contacts_of(notice(text)))


@pytest.mark.parametrize(
    ("text", "kind", "role", "value"),
    [
        ("咨询电话：0999-5550138。", ContactKind.PHONE, Role.ENQUIRY, "0999-5550138"),
        ("技术支持电话：0999-5550138。", ContactKind.PHONE, Role.TECHNICAL, "0999-5550138"),
        ("缴费咨询请发邮件至pay@wangshu.example。", ContactKind.EMAIL, Role.ENQUIRY, "pay@wangshu.example"),
        ("材料发送至pilot@wangshu.example。", ContactKind.EMAIL, Role.SUBMISSION, "pilot@wangshu.example"),
        ("报名网址：https://wangshu.example/apply", ContactKind.URL, Role.REGISTRATION, None),
        ("受理地址：银杏路38号2号楼103室。", ContactKind.ADDRESS, Role.ACCEPTANCE, "银杏路38号2号楼103室"),
        ("政策咨询可拨打12345。", ContactKind.PHONE, Role.ENQUIRY, "12345"),
        ("电话：0999-5550138。", ContactKind.PHONE, Role.GENERAL, "0999-5550138"),
    ],
)
def test_what_a_contact_is_for(text: str, kind: ContactKind, role: Role, value: str | None) -> None:
    (found,) = read(text)
    assert (found.kind, found.role, found.owner) == (kind, role, Owner.ISSUER)
    assert value is None or found.value == value
    assert found.organisation == ISSUER


def test_roles_in_one_sentence() -> None:
    found = read("咨询电话：0999-5550138；监督电话：0999-5550139。")
    assert [(f.role, f.owner) for f in found] == [
        (Role.ENQUIRY, Owner.ISSUER),
        (Role.SUPERVISION, Owner.SUPERVISOR),
    ]


def test_whose_the_supervising_telephone_is() -> None:
    found = read(
        "监督电话：拨打望舒市考核服务中心的监督电话，号码为0999-5550138；拨打银汉省鉴定管理局的监督电话，号码为0999-5550139。"
    )
    assert [(f.owner, f.organisation) for f in found] == [
        (Owner.ISSUER, ISSUER),
        (Owner.SUPERVISOR, "银汉省鉴定管理局"),
    ]


def test_another_organisation() -> None:
    found = read("报名登记地点：银杏小学，电话88832177；青松小学，电话88832178。")
    assert [(f.owner, f.organisation) for f in found] == [
        (Owner.OTHER, "银杏小学"),
        (Owner.OTHER, "青松小学"),
    ]


def test_ourselves_and_a_shortened_name_are_the_issuer() -> None:
    assert [f.owner for f in read("咨询请致电我中心，电话0999-5550138。")] == [Owner.ISSUER]
    assert [f.owner for f in read("望舒考核中心电话：0999-5550138。")] == [Owner.ISSUER]


def test_further_numbers() -> None:
    assert [f.value for f in read("咨询电话：0999-5550138、5550139。")] == ["0999-5550138", "5550139"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "受理时间：周一至周五，上午9:00至11:30，下午14:00至17:00。",
            "周一至周五,上午9:00至11:30,下午14:00至17:00",
        ),
        ("办公时间为工作日9：00-17：00。", "工作日9:00-17:00"),
    ],
)
def test_hours(text: str, value: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.role, found.value) == (ContactKind.HOURS, Role.ACCEPTANCE, value)


def test_a_reposting_site() -> None:
    body = "\n".join(f"第{i}段正文说明有关事项。" for i in range(8))
    footer = "版权所有：青鸟教育科技有限公司 客服热线：400-555-0199"
    found = read(f"咨询电话：0999-5550138。\n{body}\n{footer}\n联系电话：0999-5550177")
    assert [(f.value, f.owner) for f in found] == [
        ("0999-5550138", Owner.ISSUER),
        ("400-555-0199", Owner.REPOSTER),
        ("0999-5550177", Owner.REPOSTER),
    ]
    assert found[1].organisation == "青鸟教育科技有限公司"


@pytest.mark.parametrize(
    "banner",
    ["客服热线：400-555-0199", "欢迎来到青鸟教育网 电话：400-555-0199", "加微信：x 咨询电话：400-555-0199"],
)
def test_a_banner_above_the_title_is_the_reposting_sites(banner: str) -> None:
    text = f"{banner}\n首页\n关于某事的通知\n一、说明\n咨询电话：0999-5550138。\n"
    made = Notice("n", "关于某事的通知", ISSUER, text, parse_clauses(text, title="关于某事的通知"), "n.txt")
    assert [(c.value, c.owner) for c in contacts_of(made)] == [
        ("400-555-0199", Owner.REPOSTER),
        ("0999-5550138", Owner.ISSUER),
    ]


def test_the_issuers_own_telephone_above_the_title_is_the_issuers() -> None:
    text = f"{ISSUER}\n客服热线：0999-5550138\n关于某事的通知\n一、说明\n请知悉。\n"
    made = Notice("n", "关于某事的通知", ISSUER, text, parse_clauses(text, title="关于某事的通知"), "n.txt")
    assert [c.owner for c in contacts_of(made)] == [Owner.ISSUER]


def test_the_issuers_own_site_is_no_reposter() -> None:
    assert [f.owner for f in read(f"正文。\n版权所有：{ISSUER} 电话：0999-5550138")] == [Owner.ISSUER]


@pytest.mark.parametrize(
    "text",
    ["考试时间为9:00至11:30。", "本科目满分100分。", "见某发〔2020〕12345号。", "计划招收12345人。"],
)
def test_no_contact(text: str) -> None:
    assert read(text) == []


def test_spans_are_exact() -> None:
    made = notice("受理地址：银杏路３８号２号楼，咨询电话：0999-5550138（转12）。")
    assert [made.text[c.span.start : c.span.end] for c in contacts_of(made)] == [
        "银杏路３８号２号楼",
        "0999-5550138（转12）",
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("场地预约问望舒体育馆3450128；器材租借问3450129。", ["3450128", "3450129"]),
        ("政策咨询:3450128;闸机报修:3450129;占位举报:3450130。", ["3450128", "3450129", "3450130"]),
        ("电话：种苗咨询，望舒市林业站3450128；小程序故障，3450129。", ["3450128", "3450129"]),
        ("业务咨询：东苑区 3450128，西苑区 3450129。", ["3450128", "3450129"]),
        ("资产编号：3450128；合同金额：3450129元。", []),
        ("全市常住人口，3450128人。", []),
    ],
)
def test_a_number_of_seven_digits_behind_whom_or_what_it_is_for(text: str, numbers: list[str]) -> None:
    assert [f.value for f in read(text) if f.kind is ContactKind.PHONE] == numbers


def test_a_column_of_telephones() -> None:
    text = "|片区|站点|电话|\n|---|---|---|\n|东片|东苑站|3450128|\n|西片|西苑站|3450129|"
    found = read(text.replace("\n", "\n"))
    assert [f.value for f in found] == ["3450128", "3450129"]


def test_the_purpose_of_one_telephone_is_not_that_of_the_next() -> None:
    found = read("缴费操作：望舒市税务局3450128；残疾等级：望舒市残联3450129。")
    assert [f.role for f in found] == [Role.PAYMENT, Role.GENERAL]


def test_what_is_done_by_the_number_stands_behind_it() -> None:
    (found,) = read("窗口人员不得收取手续费，遇到的可以拨打3450128举报。")
    assert found.role is Role.COMPLAINT
