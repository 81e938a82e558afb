"""Dialect, slang and English that people mix in, in the plain words that facts are read in."""

from __future__ import annotations

from bot.speech.lexicon import lexicon
from bot.speech.regions import is_region
from bot.speech.spoken_numbers import numerals_in
from corpus import patterns as re
from corpus.rewriting import Rewriting

__all__ = ["in_plain_words"]

_FULL_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# 读大学二年级 is 大二; 18年入的行 is 入行的.
_YEAR_OF_STUDY = re.compile(r"(?:读|上|念)?(?:大学|本科)([一二三四五])年级")
# 15年到17年做测绘: years of the calendar and no length of time.
_YEARS_DONE = re.compile(
    r"(?<![\d.])([0-3]\d)年?(?:到|至|-|~|—)([0-3]\d)年(?=[^，。；\d]{0,2}(?:在|干|做|搞|读|上|当|从事|工作|待|教|开|跑))"
)
# 入行第六个年头, 做会计都第八年了: more than so many whole years less one.
_NTH_YEAR = re.compile(
    r"(?P<work>(?:入行|入职|工作|从业|从事|上班|干|做|当|教|这[个一]?行)[^，。；第]{0,8})第(?P<n>[\d一二三四五六七八九十]{1,3})"
    r"(?:个年头|年)(?=了|[，。；？]|$)"
)
# 同事说要满四年才够三级: what others say is demanded is nothing that the person has; the grade is the aim.
_HEARSAY = re.compile(
    r"(?<![^，。；！？])(?:但是?|可是?|不过|后来|我|也|又|还)*"
    r"(?:听|据|有人|(?:别|有的)人|人家|大家|他们|网上|群里|同事|同学|朋友|邻居|亲戚|老板|领导|老师|师傅|中介|客服|窗口)(?:们|都|也|跟我|和我|又|还|老)*说"
    r"(?=[^，。；？]*(?:要|得|必须|须|才|只有|不够|不能|不行|不算|不可以))[^，。；？]*"
)
# 来云浦才八个月: since when somebody lives there.
_CAME = re.compile(
    r"(?:来|到)(?P<place>[\u4e00-\u9fff]{2,3}?)(?:市|这边|这里)?(?:才|都|已经|有|快|也|刚)*"
    r"(?=(?:\d+|[一二两三四五六七八九十半]+)个?(?:多)?[年月](?![前后内初份底]))"
)
# 学位证2021年6月拿的: when somebody left school.
_DIPLOMA = r"(?:学位|毕业|学历)证书?(?!明|编)"
_DAY = r"(?P<day>(?:(?:19|20)?\d{2}年|[去今前]年)(?:\d{1,2}月)?(?:\d{1,2}[日号]|初|底|份)?)"
_DIPLOMA_TAKEN = re.compile(
    rf"{_DIPLOMA}(?:是|在)?{_DAY}(?:才|就)?(?:拿|发|取得|领|下来|到手)(?:到|下来)?(?:手)?[的了]?"
    rf"|{_DAY.replace('<day>', '<then>')}(?:才|就)?(?:拿|取得|领)(?:到)?[的了]?{_DIPLOMA}"
)
_PARTED_BY_DE = re.compile(r"([\u4e00-\u9fff])的([\u4e00-\u9fff])(?=$|[，。；？！、])")
_ENGLISH = Rewriting(
    (re.compile(rf"\s*(?<![a-z])(?:{words})(?![a-z])\s*", re.IGNORECASE), plain)
    for words, plain in (
        (r"i'?m|i am|i have", "我"),
        (r"(?:years?|yrs?)[\s-]*old", "岁"),
        (r"(?:years?|yrs?)(?:\s*of)?(?:\s*work(?:ing)?)?\s*experience", "年工作经验"),
        (r"years?|yrs?", "年"),
        (r"months?", "个月"),
        (r"(?:bachelor|undergraduate)(?:'?s)?(?:\s*degree)?", "本科"),
        (r"master(?:'?s)?(?:\s*degree)?", "硕士"),
        (r"ph\.?d\.?|doctorate", "博士"),
    )
)


def in_plain_words(text: str) -> str:
    """`text`, simplified and half width, in plain words, its marks full width and 1,250 as 1250."""
    text = _THOUSANDS.sub("", text).translate(_FULL_MARKS)
    text = _ENGLISH(lexicon().dialect(text))
    text = _DIPLOMA_TAKEN.sub(lambda m: f"{m['day'] or m['then']}毕业", text)
    text = _CAME.sub(_lives_there, _HEARSAY.sub(_the_aim, text))
    text = _YEARS_DONE.sub(r"20\1年到20\2年", _YEAR_OF_STUDY.sub(r"大\1", text))
    return _PARTED_BY_DE.sub(_joined, _NTH_YEAR.sub(_more_than, text))


def _the_aim(hearsay: re.Match[str]) -> str:
    grade = re.search(r"[一二三四五]级(?!证)", hearsay[0])
    return f"想报{grade[0]}" if grade else ""


def _lives_there(came: re.Match[str]) -> str:
    here = is_region(came["place"]) or came["place"] in ("本地", "本市", "这边", "这里", "城里")
    return f"在{came['place']}住了" if here else came[0]


def _more_than(nth: re.Match[str]) -> str:
    whole = int(next(iter(numerals_in(nth["n"] + "年"))).value.low) - 1
    return f"{nth['work']}{whole}年多" if whole else f"{nth['work']}不到一年"


def _joined(parted: re.Match[str]) -> str:
    verb = parted[1] + parted[2]
    return f"{verb}的" if verb in lexicon().separable else parted[0]
