"""Bytes to text: which of the encodings that Chinese offices save in a file is.

Tried are byte order marks, UTF-8, then GB18030, Big5 and UTF-16 side by side. Bytes of one of the latter
often decode in another without an error, so the reading with the largest share of everyday characters wins:
a wrong one is made of rare characters.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from corpus import patterns as re
from corpus.errors import BinaryFile, WrongEncoding

__all__ = ["decode", "plausibility"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16-le", "utf-16-be")
# cp950 is Windows' Big5; the Hong Kong supplement holds characters that it lacks
_NARROW = ("gb18030", "cp950", "big5hkscs")
_ENOUGH = (
    0.25  # the share of everyday characters in Chinese prose is 0.4 and more, in misread bytes below 0.1
)
_SAMPLE = 20_000
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")

# The most frequent characters of running Chinese, and those that notices add to them, in both scripts.
_EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学"
    "法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外"
    "天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很"
    "情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她"
    "手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思"
    "术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科"
    "张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千"
    "周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格"
    "养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龄请附费申评审核材聘职网站岗考试凭补贴额缴登"
    "為個國時來們發動產種過後對會經進著說現實電體機當點從業應開還間樣與關線內數質氣變條沒結問題軍總長員設級圖統頭將見計"
    "別資農區強決幹戰隊據給導領東壓濟階術極聯認權證改轉風類單務達積議報鬥離華確張馬節話萬傳場車許廣記連斷難觀織裝響約"
    "歷劃選標寫親養層狀專廠識適屬圓調滿縣參細聽鐵價嚴齡請費評審網繳額覽須勞書複辦備處貼試補輔項訂"
    "。，、；：？！“”‘’（）《》〈〉【】「」『』〔〕—…·￥％０１２３４５６７８９ 　"
)


def decode(path: Path, data: bytes) -> str:
    """The text of `data`, a byte order mark removed; `path` is named in what is raised.

    Raises:
        BinaryFile: the bytes are no text.
        WrongEncoding: they are text in none of the encodings tried.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strict(data, name)
            if text is None:
                raise WrongEncoding(
                    path, f"开头标明是 {name[:6].upper()}，内容却不是；请用编辑器另存为 UTF-8"
                )
            return text.removeprefix("\ufeff")
    wide = b"\x00" in data
    if not wide and (plain := _strict(data, "utf-8")) is not None:
        return plain
    best = max(((plausibility(t), t) for t in _readings(data, wide)), default=(0.0, ""), key=lambda x: x[0])
    if best[0] >= _ENOUGH:
        return best[1]
    if wide or _looks_binary(data):
        raise BinaryFile(path, "不是文本文件；请另存为 UTF-8 编码的 .txt，或用正确的扩展名放入")
    reason = "不是 UTF-8，也不像 GB18030、Big5 或 UTF-16 编码的中文；请用编辑器另存为 UTF-8"
    raise WrongEncoding(path, reason)


def plausibility(text: str) -> float:
    """How much `text` reads like Chinese: the share of everyday characters among those beyond ASCII.

    0 where it holds what no text holds; 1 for plain ASCII.
    """
    sample = text[:_SAMPLE]
    if _FORBIDDEN.search(sample):
        return 0.0
    foreign = [c for c in sample if ord(c) > 0x7F]
    if not foreign:
        return 1.0
    return sum(c in _EVERYDAY for c in foreign) / len(foreign)


def _readings(data: bytes, wide: bool) -> list[str]:
    """What `data` may say: UTF-16 holds zero bytes wherever it holds ASCII, the others never."""
    even = len(data) % 2 == 0
    names = (*(() if wide else _NARROW), *(_WIDE if even else ()))
    return [text for name in names if (text := _strict(data, name)) is not None]


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_binary(data: bytes) -> bool:
    head = data[:8192]
    controls = sum(b < 0x20 and b not in b"\t\n\r\x0b\x0c\x1b" for b in head)
    return controls > 0.02 * len(head)
