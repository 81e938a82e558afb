import stat
from itertools import pairwise
from pathlib import Path

import jieba
import pytest

from corpus.library import Library
from index.normal import search_key
from index.segmentation import Segmenter, domain_terms


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(["计算机程序设计员", "C语言培训"])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("请于2022年8月31日前提交", "2022年8月31日"),
        ("二〇二六年三月一日起施行", "二〇二六年三月一日"),
        ("补贴1,500元每人", "1,500元"),
        ("在10个工作日内办结", "10个工作日"),
        ("登录https://www.gov.cn/a?b=1办理", "https://www.gov.cn/a?b=1"),
        ("发到a.b@c.com即可", "a.b@c.com"),
        ("致电021-62520070咨询", "021-62520070"),
        ("熟悉C++和Python开发", "c++"),
        ("比例为3.5%左右", "3.5%"),
        ("依据〔2022〕12号文", "〔2022〕12号"),
        ("参加C语言培训", "c语言培训"),
        ("报考计算机程序设计员三级", "计算机程序设计员"),
    ],
)
def test_words_keeps_literals_and_terms_whole(segmenter: Segmenter, text: str, whole: str) -> None:
    words = segmenter.words(text)
    assert whole in words
    assert "".join(words) == search_key(text)


def test_tokens_are_words_pairs_and_characters(segmenter: Segmenter) -> None:
    tokens = segmenter.tokens("知识产权")
    words, pairs = ["▁知识", "▁产权", "▁知识产权"], ["知识", "识产", "产权"]
    assert sorted(tokens) == sorted([*words, *pairs, *"知识产权"])


def test_tokens_counts_a_word_of_two_characters_as_a_word_and_as_a_pair(segmenter: Segmenter) -> None:
    tokens = segmenter.tokens("大补贴，补贴")
    assert [tokens.count(t) for t in ("补贴", "▁补贴", "大补", "▁大补")] == [2, 2, 1, 0]


def test_cut_says_where_everything_is(segmenter: Segmenter) -> None:
    cut = segmenter.cut("凭 C语言培训 证书，2022年8月31日前提交")
    assert [cut.key[a:b] for a, b in cut.mixed] == ["c语言培训"]
    assert "2022年8月31日" in [cut.key[a:b] for a, b in cut.literals]
    assert [cut.key[a:b] for a, b in cut.runs] == ["凭", "语言培训证书", "前提交"]
    assert {"证书", "培训"} <= {cut.key[a:b] for a, b in cut.words}


def test_tokens_drops_stop_words_and_marks(segmenter: Segmenter) -> None:
    tokens = segmenter.tokens("我的补贴吗？（含）")
    assert "补贴" in tokens
    assert not {"我", "的", "吗", "我的", "▁我的", "的补", "贴吗", "？", "?", "("} & set(tokens)


def test_tokens_finds_parts_of_literals(segmenter: Segmenter) -> None:
    assert {"2022年8月31日", "2022年", "8月31日"} <= set(segmenter.tokens("2022年8月31日"))
    assert {"1500元", "1500"} <= set(segmenter.tokens("１，５００元"))
    assert set(segmenter.tokens("1,500元")) == set(segmenter.tokens("1500元"))
    assert "gov" in segmenter.tokens("www.gov.cn")


def test_tokens_of_traditional_and_simplified_text_agree(segmenter: Segmenter) -> None:
    assert segmenter.tokens("軟體企業補貼") == segmenter.tokens("软件企业补贴")


def test_frequency_is_that_of_the_dictionary_alone() -> None:
    segmenter = Segmenter()
    before = segmenter.frequency("软件")
    segmenter.add_terms(["软件", "人工智能训练师"])
    assert segmenter.frequency("软件") == before > 0
    assert segmenter.frequency("人工智能训练师") == 0
    assert segmenter.words("人工智能训练师") == ["人工智能训练师"]


def test_segmenters_do_not_share_terms() -> None:
    Segmenter(["甲乙丙丁戊"])
    assert Segmenter().words("甲乙丙丁戊") != ["甲乙丙丁戊"]


def test_the_cache_is_private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    Segmenter()
    folder = tmp_path / "wenze"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [p.suffix for p in folder.iterdir()] == [".cache"]


def test_domain_terms(make_notice) -> None:  # type: ignore[no-untyped-def]
    notice = make_notice(
        "a",
        "关于开展知识产权示范企业认定的通知",
        [
            ("heading", "一、申报条件", -1),
            ("item", "依据《示范企业管理办法》，高新技术企业（以下简称“高企”）可申报。", 0),
            ("item", "由市经信局（以下简称市局）受理，共3家。", 0),
            ("table", "职业名称 等级", -1),
            ("row", "职业名称=人工智能训练师（算法测试）|等级=3|人数=100", 3),
        ],
    )
    terms = domain_terms(Library((notice,), (), "x"))
    expected = {
        "申报条件",
        "示范企业管理办法",
        "高企",
        "市局",
        "职业名称",
        "等级",
        "人工智能训练师",
        "算法测试",
    }
    assert expected <= set(terms)
    assert terms == tuple(sorted(set(terms)))
    assert not {"3", "100"} & set(terms)
    assert all(2 <= len(t) <= 20 for t in terms)


def test_a_tag_is_that_of_the_dictionary() -> None:
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    out_of_order = [later for line, later in pairwise(lines) if later.split()[0] < line.split()[0]]
    assert out_of_order  # these are found another way
    segmenter = Segmenter(["费用合计"])
    for line in (lines[0], lines[-1], *lines[::4001], *out_of_order):
        word, _, tag = line.split()
        assert segmenter.part_of_speech(word) == tag
    assert [segmenter.part_of_speech(w) for w in ("费用合计", "沒有的詞兒", "")] == ["", "", ""]
