"""What the bot says in a chat besides its answers."""

from __future__ import annotations

from bot.service.schemas import NoticeSummary

__all__ = [
    "ADD_TO_CALENDAR",
    "BAD_TOKEN",
    "COMMANDS",
    "HELLO",
    "HOW",
    "NOTHING_TO_EXPLAIN",
    "NO_NOTICES",
    "NO_QUESTION",
    "NO_TOKEN",
    "OUTDATED",
    "QUESTION_LIMIT",
    "SORRY",
    "STARTED_OVER",
    "TEXT_ONLY",
    "TOO_LONG",
    "button_label",
    "long_replies",
    "notice_line",
]

QUESTION_LIMIT = 2000
LABEL_LIMIT = 30  # characters that a button shows on a telephone

HELLO = (
    "您好，我根据官方通知回答问题，并给出依据的条款原文。\n"
    "直接发消息提问即可，例如能不能报名、费用多少、什么时候截止、要交哪些材料。\n\n"
    "/how 上一个回答怎么得出的\n/new 重新开始一段对话\n/notices 查看有哪些通知\n/help 使用说明"
)
COMMANDS = (
    ("how", "上一个回答怎么得出的"),
    ("new", "重新开始一段对话"),
    ("notices", "查看有哪些通知"),
    ("help", "使用说明"),
)
HOW = "怎么得出的"
ADD_TO_CALENDAR = "加入日历"
NOTHING_TO_EXPLAIN = "还没有可以说明的回答，请先提问。"
STARTED_OVER = "好的，之前说过的情况不再沿用，请提问。"
TEXT_ONLY = "抱歉，目前只看得懂文字消息，请把问题打成文字发给我。"
TOO_LONG = f"这条消息太长了（上限{QUESTION_LIMIT}个字），请把问题说得短一些，或分几次问。"
OUTDATED = "这个选项已经过时了，请直接把问题打出来发给我。"
SORRY = "抱歉，刚才出了点问题，没能回答。请稍后再试一次。"
NO_QUESTION = "我在，请在提到我的同时写上您的问题。"
NO_NOTICES = "目前没有收录任何通知。"
NO_TOKEN = (
    "没有设置 Telegram 机器人的令牌：请向 @BotFather 申请，"
    "再设置环境变量 WENZE_TELEGRAM_TOKEN=令牌 后重新运行"
)
BAD_TOKEN = (
    "Telegram 不接受这个机器人令牌：请核对环境变量 WENZE_TELEGRAM_TOKEN，必要时向 @BotFather 重新申请"
    "（使用自建服务器时，也请核对 WENZE_TELEGRAM_BASE_URL）"
)


def notice_line(number: int, notice: NoticeSummary) -> str:
    """One line of the list of notices."""
    about = "，".join(str(part) for part in (notice.issuer, notice.issued) if part)
    restated = "，重述" if notice.restated else ""
    return f"{number}. 《{notice.title}》" + (f"（{about}{restated}）" if about or restated else "")


def button_label(number: int, reply: str) -> str:
    """What a button shows: the reply, or its number in the list of long replies and how it begins."""
    return reply if len(reply) <= LABEL_LIMIT else f"{number}. {reply[: LABEL_LIMIT - 5]}…"


def long_replies(replies: tuple[str, ...]) -> str:
    """The replies that no button shows in full, numbered as on their buttons."""
    return "\n".join(f"{n}. {reply}" for n, reply in enumerate(replies, 1) if len(reply) > LABEL_LIMIT)
