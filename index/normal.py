"""Search keys: what queries and passages are compared by. The stored text is never changed by them."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import opencc

from corpus import patterns as re

__all__ = ["search_key"]

# OpenCC's Taiwan table is one of computing words: it makes 文件 into 文档, 程序 into 进程 and 指標 into 指针.
# These words mean in a notice what they mean on the mainland and are converted character by character.
_KEPT_WORDS = (
    "文件|程序|檔案|指標|批次|查詢|建立|執行|核心|宣告|檢視|類比|整合|訪問|設定|簡報|對象|物件|數位|實例|支援|新增"
    "|外接|陣列|連結|結束|模擬|界面|高級|進階|低階|影片|通道|啟用|裝置|圖像|實體|元件|效能|區域|分割|記憶"
    "|(?<!大)資料(?![庫包夾來探倉分中安])"
)
_MAINLAND = {
    "程式設計員": "程序设计员",
    "程式設計師": "程序设计师",
    "程式設計": "程序设计",
    "高階": "高级",
    "中階": "中级",
    "初階": "初级",
}
_CJK = r"[\u2e80-\u9fff]"
_BESIDE_CJK = re.compile(rf"(?<={_CJK})\s+|\s+(?={_CJK})")
_RUN = re.compile(r"\s+")
_LITERAL = re.compile(f"({'|'.join(_MAINLAND)}|{_KEPT_WORDS})")  # _MAINLAND has its longer words first


@lru_cache(maxsize=16384)
def search_key(text: str) -> str:
    """The form of `text` that is searched: NFKC, simplified characters and words, lower case.

    White space between or beside Chinese characters is removed, other runs become one blank. Applying it
    twice changes nothing more. Conversion is OpenCC's `tw2sp` (軟體 → 软件), run only where a character
    occurs that simplified text does not use, so that the key of simplified text keeps all its words.
    """
    key = unicodedata.normalize("NFKC", text)
    if not _traditional().isdisjoint(key):
        key = "".join(_simplified(part) for part in _LITERAL.split(key))
    return _RUN.sub(" ", _BESIDE_CJK.sub("", key.lower())).strip()


def _simplified(part: str) -> str:
    if part in _MAINLAND:
        return _MAINLAND[part]
    literal = _LITERAL.fullmatch(part) is not None
    return str(_converter("t2s" if literal else "tw2sp").convert(part))


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


@cache
def _traditional() -> frozenset[str]:
    """Characters that OpenCC simplifies and that GB 2312, the set of simplified text, does not hold."""
    table = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    found = set()
    for line in table.read_text(encoding="utf-8").splitlines():
        key, _, values = line.partition("\t")
        if key not in values.split() and not _in_gb2312(key):
            found.add(key)
    return frozenset(found)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
