from corpus.rules.condition_sentences import condition_sentences


def test_the_sentences_on_conditions_are_found_with_their_places(make_notice) -> None:  # type: ignore[no-untyped-def]
    clauses = [
        ("heading", "申请条件", -1),
        ("item", "在望舒市 注册。有**固定**场所。", 0),
        ("paragraph", "评审范围：望舒市企业的在职人员。", -1),
        ("heading", "咨询", -1),
        ("paragraph", "电话：12333。", 3),
    ]
    notice = make_notice("grant", "补贴办法", clauses)
    found = condition_sentences(notice)
    assert [(s.clause, s.text) for s in found] == [
        (1, "在望舒市注册。"),
        (1, "有固定场所。"),
        (2, "评审范围:望舒市企业的在职人员。"),
    ]
    printed = [notice.text[s.span.start : s.span.end] for s in found]
    assert printed == ["在望舒市 注册。", "有**固定**场所。", "评审范围：望舒市企业的在职人员。"]
