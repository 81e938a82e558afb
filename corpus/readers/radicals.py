"""Radicals that a PDF prints in the place of characters: ⻋⼯ for 车工.

Fonts share one glyph between a character and the radical that looks the same, and some programs write the
radical's code into the text layer. What is printed is the character; one stands for one, so places stay.
Source: Unicode, EquivalentUnifiedIdeograph.txt, of the radicals that are whole characters.
"""

from __future__ import annotations

import unicodedata

__all__ = ["characters_for_radicals"]

_KANGXI = range(0x2F00, 0x2FD6)  # NFKC knows these
_SUPPLEMENT = dict(
    zip(
        "⺝⺟⺠⺧⺩⺮⺶⺷⻁⻃⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "月母民牛王竹羊羊虎覀西见角贝足车長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_CHARACTERS = str.maketrans({chr(c): unicodedata.normalize("NFKC", chr(c)) for c in _KANGXI} | _SUPPLEMENT)


def characters_for_radicals(text: str) -> str:
    """The text with each radical as the character that it looks like; as long as it was."""
    return text.translate(_CHARACTERS)
