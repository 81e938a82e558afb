"""Steps of a procedure, in order, with who takes them."""

from __future__ import annotations

from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from corpus.values.steps import Step, steps_of


def notice(text: str, markdown: bool = False) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text, markdown=markdown), "n.txt")


def brief(step: Step) -> tuple[int, str, str]:
    return step.number, step.actor, step.text


def test_numbered_items_with_their_actors():
    text = (
        "一、办理流程\n\n1、申请人登录平台填写申请表。\n\n2、所在单位审核并盖章。\n\n3、公示后发放。\n\n"
        "二、查询方式\n\n1、登录网站查询。\n"
    )
    read = notice(text)
    found = steps_of(read)
    assert [brief(s) for s in found] == [
        (1, "申请人", "申请人登录平台填写申请表。"),
        (2, "所在单位", "所在单位审核并盖章。"),
        (3, "", "公示后发放。"),
    ]
    assert {read.clause_text(s.procedure) for s in found} == {"一、办理流程"}
    assert all(text[s.span.start : s.span.end] == s.text for s in found)


def test_a_chain_is_its_links_and_a_path_through_a_site_is_one_step():
    text = (
        "一、评审程序\n\n1、网上注册——提交材料——申请人缴费\n\n"
        "2、登录“服务”网站——首页——专栏——公告\n\n二、附则\n"
    )
    found = steps_of(notice(text))
    assert [s.text for s in found] == [
        "网上注册",
        "提交材料",
        "申请人缴费",
        "登录“服务”网站——首页——专栏——公告",
    ]
    assert [s.number for s in found] == [1, 2, 3, 4]
    assert [text[s.span.start : s.span.end] for s in found] == [s.text for s in found]


def test_stages_hand_their_actor_on():
    text = "# 通知\n\n## 申报流程\n\n### 准备（申报人）\n\n1. 收集业绩。\n\n### 受理\n\n1. 受理点审核材料。\n"
    found = steps_of(notice(text, markdown=True))
    assert [(s.stage, s.actor) for s in found] == [("准备（申报人）", "申报人"), ("受理", "受理点")]


def test_a_named_stage_at_the_head_of_an_item():
    text = (
        "一、申报程序\n\n（一）单位审核。申报人所在单位登录平台，审核信息。\n\n"
        "（二）推荐。主管部门推荐人选。\n\n二、附则\n"
    )
    found = steps_of(notice(text))
    assert [(s.stage, s.actor) for s in found] == [("单位审核", "申报人所在单位"), ("推荐", "主管部门")]


def test_sentences_stand_where_there_are_no_items_and_documents_are_no_steps():
    text = (
        "一、申报方式\n\n申报方式分为两种。申请人登录平台注册；审核通过后3日内缴费。\n\n"
        "申报时须提交以下材料：\n\n1、身份证。\n\n2、照片2张。\n\n二、附则\n"
    )
    found = steps_of(notice(text))
    assert [brief(s) for s in found][:2] == [
        (1, "申请人", "申请人登录平台注册；"),
        (2, "申请人", "审核通过后3日内缴费。"),
    ]
    assert not any("身份证" in s.text for s in found)


def test_no_procedure_no_steps():
    assert (
        steps_of(notice("一、计算机程序设计员\n\n1、填写表格。\n\n二、联系方式\n\n1、到窗口领取。\n")) == ()
    )
    assert steps_of(notice("")) == ()


def test_a_lead_in_to_documents_is_no_step():
    text = "一、申报方式\n\n申报人登录平台注册账号。申报时须提交以下材料：\n"
    assert [s.text for s in steps_of(notice(text))] == ["申报人登录平台注册账号。"]
