"""Whether a question asks if something must be done, which no verdict on whether one may do it answers."""

from __future__ import annotations

from bot.speech.time_asked import asking_part
from corpus import patterns as re

__all__ = ["PARTICLES", "asks_duty", "asks_duty_of_nobody"]

# 得 before a complement asks whether it can be done: 这条路走得通吗.
_DUTY = re.compile(
    r"要不要|需不需要|用不用|须不须|是不是(?:必须|一定|非得|非要|得|要)|(?:必须|非得|非要|一定要|一定得|需要)(?!什么|哪|多)[^,，。]{1,14}(?:吗|么|不)[?？]?$"
    r"|(?<![不想只主重首纪摘觉记获取懂晓值来赶])(?:还|都)?(?:得(?![通了到起动完成及住清见着][吗么不]|[进出上下过回起][来去])|要|用)(?!求|是|及|点|素)[^,，。么什哪]{1,14}(?:吗|么|不)[?？]?$"
)
_MAY = re.compile(r"能|可以|可否|行[吗么不]|(?<![进执举运银施发旅游送])行$|让|允许")
PARTICLES = re.compile(r"[吗么嘛呢吧啊呀不没否?？!！。\s]+$")
_SPEAKER = re.compile(r"[我俺咱你您]")


def asks_duty(text: str) -> bool:
    """Whether a question asks if one must: 要不要带身份证, 必须本人去吗."""
    asking = asking_part(text)
    return _DUTY.search(asking) is not None and not _MAY.search(PARTICLES.sub("", asking))


def asks_duty_of_nobody(text: str) -> bool:
    """Whether it asks so of no person that it names: 单位审核要公示吗."""
    return asks_duty(text) and not _SPEAKER.search(text)
