"""Questions that any notice may be asked, of every kind: what the first ones after a start are answered with.

Patterns are compiled and traits of passages found (`bot.traits`) where they are first needed, and kept; these
questions need nearly all of them. Asked before anybody else asks, they leave later answers little to wait
for.
"""

from __future__ import annotations

__all__ = ["QUESTIONS"]

QUESTIONS = (
    "多少钱？",
    "电话是多少？",
    "邮箱是什么？",
    "网址是什么？",
    "在什么地址办理？",
    "在哪个平台办理？",
    "多久办一次？",
    "周末上班吗？",
    "什么时候截止？",
    "现在还能报名吗？",
    "比例是多少？",
    "合格分数线是多少分？",
    "多久能办好？",
    "人数是多少？",
    "需要什么材料？",
    "怎么办理？",
    "有哪些通知？",
    "收入增长了多少？",
    "我能报哪些？",
    "可以补考吗？",
    "证书怎么领？",
    "作弊了怎么处理？",
    "什么是相关人员？",
    "没有材料可以办吗？",
    "我今年30岁，本科毕业5年，一直在工作，没有犯罪记录，可以申请吗？",
    "2015年7月大专毕业，做了8年技术工作，有高级证书，社保交了24个月，符合条件吗？",
    "我是女的，1990年3月出生，本地户口，已婚，有两个孩子，名下没有房，还能办吗？",
    "我在公司上班，断过3个月，退休了还可以参加吗？",
    "費用一共係幾多，可唔可以退？",
    "How much is the fee and when does it close?",
    "各项一共多少，最高的比最低的多多少？",
    "要交几份，一共几次？",
    "去年评过，今年还算数吗，隔多久能再报？",
    "我没有证书，专业对口，差两个月满5年，够不够？",
)
