"""What is said around a question to whoever answers it: greetings, apologies, that one asks, thanks, haste.

None of it says anything of a notice, but its words stand in notices too: 了解, 咨询, 老师. How a question
is drawn out at its end (能报吗呀, 多少钱？？？) says as little.
"""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["without_courtesies"]

_SIMPLIFIED = str.maketrans(
    "請問謝詢話師煩幫個這樣擾們線諮瞭說聽訴緊勞領導復幾見報貴",
    "请问谢询话师烦帮个这样扰们线咨了说听诉紧劳领导复几见报贵",
)
_SYMBOLS = re.compile(
    "[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]|\\[[\u4e00-\u9fff]{1,3}\\](?=[\\s\\[]*$)"
)  # 🙏, and the [抱拳] of chat programs at the end
_END = r"(?=[\s,，。;；!！?？]|$)"
_DRAWN_OUT = (
    (re.compile(r"(?<!\d)[~～]+|[~～]+(?!\d)|…+|·{2,}|\.{3,}|。{2,}|-{2,}|—{2,}(?=$)"), "，"),
    (re.compile(r"[?？!！\s]*[?？][?？!！]*"), "？"),
    (re.compile(r"[!！]+"), "！"),
    (re.compile(rf"(?<=[吗嘛么不没吧嗎麼沒])[啊呀呢哦噢哈哇啦噻嘞哩嘛呐]+{_END}"), ""),
    (re.compile(rf"(?<=呢)[啊呀呢哦噢哈哇嘛]+{_END}"), ""),
    (re.compile(rf"[啊呀哦噢哈哇诶]+{_END}"), ""),
    (re.compile(r"[\s,，]+(?=[?？!！。]|$)"), ""),
)

_PAUSE = r"[\s,，。.、;；:：!！?？~～…·—\-]"
_WHO = (
    "(?:老师|客服|亲们?|小编|小姐姐|小哥哥|大佬|大神|专家|同志|领导|管理员|工作人员|朋友|前辈|各位|大家|师傅|小伙伴"
    "|机器人|助手)"
)
_YOU = rf"(?:[你您]们?|{_WHO}们?|这边)"
_ME = r"(?:我们?|俺|本人|咱)"
_GREETING = (
    rf"(?:[你您]们?好|{_WHO}们?[你您]?好|(?:早上|上午|中午|下午|晚上)好|早安|晚安|在吗|在不在|在么|有人在?吗"
    "|hi|hello|hey|嗨|哈喽|哈啰|喂)"
)
_SORRY = (
    "(?:(?:真|很|非常)?(?:不好意思|抱歉|对不起)|(?:冒昧)?打扰(?:一下|下|[你您]|大家|各位|到)*了?"
    "|麻烦(?:[你您]们?|大家|各位|老师|一下|了)+)"
)
_HESITATION = "(?:那个|就是|就是说|嗯+|呃+|额+|啊|哎|诶|欸|唉|话说|是这样的?|情况是这样的?|你看|您看|急+)"

# 想咨询, 问一下, 麻烦问下, 请问, 帮我看下, 替同事问一句: with what makes a verb of asking no act.
_SPEAK = "(?:请教|请问|咨询|打听|询问|问|了解|知道|确认|核实|求助|求教|弄?搞?清楚|明白|查|看|查询)"
_A_BIT = "(?:一下|下子?|一?句|[一几两]?个?(?:小?问题|事儿?|事情)|件事儿?|一件事|一嘴|一声|问)"
_MEANS_TO = (
    "(?:想|要|来|请|麻烦|劳烦|劳驾|烦请|冒昧|弱弱[地的]?|斗胆|顺便|顺带|就是|其实|先|再|就|只|还|也|很|特别|主要"
    "|另外|又)"
)
_OTHERS = "(?:朋友|同学|同事|别人|室友|邻居|亲戚|人家|人)"
_FOR = rf"(?:(?:帮|替|代|给)(?:我|忙|俺|咱)?{_OTHERS}?)"
_TO = rf"(?:(?:跟|向|和)?{_YOU})?"
_ASKING = (
    rf"(?:{_ME}?{_MEANS_TO}+{_FOR}?{_TO}{_SPEAK}{{1,2}}(?:{_YOU}|{_A_BIT})*的?(?:是|就是)?"
    rf"|{_ME}?{_FOR}?{_TO}{_SPEAK}(?:{_YOU})?{_A_BIT}+"
    rf"|(?:{_WHO}|{_OTHERS}|家里?人)?(?:让|叫|托|喊)(?:我|俺)(?:来|帮忙?|给)?{_SPEAK}{{1,2}}(?:{_A_BIT})*"
    "|请问|敢问|试问|我(?:有|还有)[一几两]?个(?:小?问题|疑问)"
    "|有个(?:小?问题|疑问|事)(?:想(?:请教|咨询|问)(?:一下|下)?)?|我的(?:问题|疑问)是)"
)
_LEADING = re.compile(
    rf"(?:(?:{_GREETING}|{_SORRY}|{_WHO}们?(?={_PAUSE})|{_HESITATION}(?={_PAUSE}))[呀啊哦哈呢了的]?{_PAUSE}*+"
    rf"|{_ASKING}{_PAUSE}*+)+",
    re.IGNORECASE,
)

_THANKS = (
    r"(?:先|万分|非常|十分|多|太)?(?:谢谢|感谢|谢过|多谢|谢啦|谢了|3q|thx|thanks?(?:\s*you)?|辛苦|不胜感激|拜托|麻烦)"
    rf"(?:[了啦啊呀哈哦]|{_YOU}|回复|解答|告知|指点|一下)*"
)
_HASTE = (
    "(?:在线等|急+|[挺很比较]+急的?|着急|急等|急需|等(?:着|你|您)?(?:回复|答复)"
    "|[望盼待求请](?:回复|解答|告知|指点|指教|答复|复|教)|跪求"
    "|求(?:助|解答?|告知|指点|教|大神|大佬|个准话|问))"
)
_TELL_ME = (
    "(?:(?:能|可以|请|麻烦|快)?[你您]?(?:告诉|跟|和|给)(?:一下)?我(?:说|讲)?(?:说|一下|一声|下|吧)?"
    "|(?:请|麻烦)?[你您]?帮(?:我|忙|俺)?(?:查|看|问|解答|确认)(?:一下|下|查|看|一看|问)?(?:吧|呗|嘛)?"
    "|给个(?:准话|准信|答复|说法|明白话)"
    "|(?:有|有没有)(?:人|谁|哪位|懂的|大佬|大神|哪个)?(?:知道|清楚|了解|懂)(?:的|的人)?(?:吗|么|没|不)?"
    "|(?:谁|哪位)(?:知道|清楚|懂)(?:吗|么|啊|呀)?)"
)
_TRAILING = re.compile(
    rf"(?:{_PAUSE}*+{_THANKS}|{_PAUSE}++(?:{_HASTE}|{_TELL_ME}|{_WHO}们?|{_SORRY})[了啦啊呀哈哦]*)$",
    re.IGNORECASE,
)
_PAUSES_BEHIND = re.compile(rf"(?<!{_PAUSE}){_PAUSE}++$")
_LONGEST = 80  # characters of one courtesy
_SAYS = re.compile(r"[^\W_]{2}")


def _before_courtesies(key: str, start: int) -> int:
    """Where what is said at the end of a question around it begins."""
    end = stop = len(key)
    while stop > start:
        pauses = _PAUSES_BEHIND.search(key, start, stop)
        stop = pauses.start() if pauses else stop
        trailing = _TRAILING.search(key, max(start, stop - _LONGEST), stop)
        if trailing is None:
            break
        end = stop = trailing.start()
    return end


def without_courtesies(typed: str) -> str:
    """What was typed without what is said around it; as it stands where nothing else is said.

    A verb of asking is a courtesy only as one asks with it (想咨询一下, 问个事): 咨询电话 and 查成绩 stay.
    """
    text = _SYMBOLS.sub(" ", typed)
    for drawn_out, plain in _DRAWN_OUT:
        text = drawn_out.sub(plain, text)
    key = text.translate(_SIMPLIFIED)
    start = len(key) - len(key.lstrip())
    if leading := _LEADING.match(key, start):
        start = leading.end()
    end = _before_courtesies(key, start)
    end += key[end : end + 1] in ("?", "？")
    left = text[start:end].strip()
    return left if _SAYS.search(left) else typed
