"""Messages with figures as a chat on a phone shows them, of histories that are always the same. Never a test."""

import base64
import html
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

from PIL import Image
from playwright.async_api import Browser

from bot.drawing.png import draw_now
from bot.sandbox.emulators.mono.invented_histories import InventedHistory, invent_history
from conversations.account import Direction, LineTransaction, Money
from conversations.agents.reporting import say_report
from conversations.drawing.usage_picture import UsagePicture
from conversations.effects import Say, sentence
from conversations.link import Milestone, Reason, Stage
from conversations.report import LinkTally, report_of
from conversations.usage import History, usage_of
from conversations.wording import Business, Rendered, render
from conversations.wording.usage import months_of, span_of
from tests.browser.browser_stage import Scheme, Screen, open_window

NOW = datetime(2026, 11, 23, 13, 5, tzinfo=UTC)
CHAT = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>
body { margin: 0; padding: 8px; font: 15px/1.4 Roboto, sans-serif; background: #d9e3ea; color: #111 }
div { max-width: 296px; overflow: hidden; border-radius: 12px; background: #fff }
img { display: block; width: 100% }
p { margin: 0; padding: 8px 10px 10px; white-space: pre-wrap }
@media (prefers-color-scheme: dark) { body { background: #0e1621; color: #f5f5f5 } div { background: #182533 } }
</style><div><img src="data:image/png;base64,$png" alt=""><p>$text</p></div>"""


def usage_message(business: Business) -> Rendered:
    """What `/usage` answers for the emulator's line of six months."""
    rows = tuple(
        LineTransaction(Direction(each.type), Money(each.amount), each.narration, each.at)
        for each in invent_history(InventedHistory.LIFELIKE, "08030000149", NOW)
    )
    usage = usage_of(History(rows, NOW))
    line = {"network": "MTN", "number": "0803 ••• 0149"}
    words = (sentence("usage", usage=usage, **line), sentence("as-of", at=NOW, today="yes"))
    picture = UsagePicture(usage, line["network"], span_of(usage), months_of(usage))
    return render(Say(words, picture=picture), "en", business)


def report_message(business: Business) -> Rendered:
    """What `/report 30` answers an administrator of two agents."""
    first, last = date(2026, 10, 25), date(2026, 11, 23)
    came = (
        (Stage.MADE, Milestone.EXPIRED, Reason.NONE, 27),
        (Stage.OPENED, Milestone.DECLINED, Reason.NONE, 9),
        (Stage.AGREED, Milestone.STUCK, Reason.NOT_ON_NETWORK, 4),
        (Stage.CODE_SENT, Milestone.EXPIRED, Reason.WRONG_CODE, 12),
        (Stage.LINKED, Milestone.WITHDRAWN, Reason.NONE, 3),
        (Stage.LINKED, Milestone.LINKED, Reason.NONE, 88),
    )
    where = (
        ("MTN", "en", "WhatsApp", "Ada Obi", 5),
        ("Airtel", "pcm", "Telegram", "Tunde", 3),
        ("MTN", "en", "WhatsApp", "Tunde", 1),
    )
    tallies = [
        LinkTally(stage, milestone, reason, network, language, channel, agent, links * share // 9)
        for stage, milestone, reason, links in came
        for network, language, channel, agent, share in where
    ]
    linked = {first + timedelta(days=day): (day * 7 + day // 3) % 6 for day in range(30) if (first.day + day) % 7}
    report = report_of(first, last, tallies, linked=linked, median=timedelta(minutes=4, seconds=20), billed=1_370)
    return render(say_report(report), "en", business)


async def take_message(browser: Browser, message: Rendered, screen: Screen, scheme: Scheme) -> Image.Image:
    """The message alone in its chat, as long as it is."""
    png = base64.b64encode(draw_now(message.picture)).decode()
    page = CHAT.replace("$png", png).replace("$text", html.escape(message.text))
    window = await open_window(browser, screen, scale=2)
    await window.emulate_media(color_scheme=scheme)
    await window.set_content(page)
    return Image.open(BytesIO(await window.locator("body").screenshot())).convert("RGB")
