import pytest

from index.normal import search_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("申報軟體企業補貼", "申报软件企业补贴"),
        ("申報軟件企業補貼", "申报软件企业补贴"),
        ("網路課程的繳費", "网络课程的缴费"),
        ("計算機程序設計員", "计算机程序设计员"),
        ("計算機程式設計員", "计算机程序设计员"),
        ("申請文件與人事檔案", "申请文件与人事档案"),
        ("資料庫與申報資料", "数据库与申报资料"),
        ("資料分析與大資料", "数据分析与大数据"),
        ("申请文件、审批程序、软件著作权", "申请文件、审批程序、软件著作权"),
        ("Ｑ２：ＡＩ　平台", "q2:ai平台"),
        ("2022 年 8 月 31 日", "2022年8月31日"),
        ("通 知\n公 告", "通知公告"),
        ("Visual  Studio\tCode", "visual studio code"),
    ],
)
def test_search_key(text: str, key: str) -> None:
    assert search_key(text) == key
    assert search_key(key) == key


def test_simplified_text_keeps_words_that_the_taiwan_table_would_change() -> None:
    assert search_key("程序文件指标档案") == "程序文件指标档案"


def test_grades_of_taiwan_are_those_of_the_mainland() -> None:
    assert search_key("高階工程師與中階、初階職務") == "高级工程师与中级、初级职务"
