"""The bot's messages as a chat on a phone shows them: a picture, words, a table, answers to tap. Never a test."""

import base64
import html
from io import BytesIO

from PIL import Image
from playwright.async_api import Browser

from bot.channels.telegram.messages import keyboard_of
from bot.drawing.png import draw_now
from conversations.wording import Rendered
from tests.browser.browser_stage import Scheme, Screen, open_window

CHAT = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>
body { margin: 0; padding: 8px; font: 15px/1.4 Roboto, sans-serif; background: #d9e3ea; color: #111 }
div { max-width: 296px; overflow: hidden; border-radius: 12px; background: #fff }
img { display: block; width: 100% }
p { margin: 0; padding: 8px 10px 10px; white-space: pre-wrap; overflow-wrap: anywhere }
code { display: block; padding: 4px 0; font: 13.5px/1.35 monospace }
nav { display: flex; gap: 4px; max-width: 296px; margin-top: 4px }
b { flex: 1; padding: 7px 4px; border-radius: 8px; background: #64798a; color: #fff }
b { font-weight: 500; text-align: center }
b.danger { background: #bb3a33 }
div + div, nav + div { margin-top: 8px }
@media (prefers-color-scheme: dark) {
  body { background: #0e1621; color: #f5f5f5 } div { background: #182533 } b { background: #2b3a4a }
  b.danger { background: #8e2f2a }
}
</style>"""


async def take_messages(
    browser: Browser, messages: tuple[Rendered, ...], screen: Screen, scheme: Scheme
) -> Image.Image:
    """They alone in their chat, as long as they are."""
    window = await open_window(browser, screen, scale=2)
    await window.emulate_media(color_scheme=scheme)
    await window.set_content(CHAT + "".join(map(_bubble, messages)))
    return Image.open(BytesIO(await window.locator("body").screenshot())).convert("RGB")


def _bubble(message: Rendered) -> str:
    drawn = base64.b64encode(draw_now(message.picture)).decode() if message.picture else ""
    picture = f'<img src="data:image/png;base64,{drawn}" alt="">' if drawn else ""
    rows = keyboard_of(message).get("inline_keyboard", ())
    return f"<div>{picture}<p>{_words(message)}</p></div>" + "".join(map(_row, rows))


def _words(message: Rendered) -> str:
    text = html.escape(message.text)
    if not message.table:
        return text
    lines, aligned = html.escape(message.table.lines), html.escape(message.table.aligned)
    return text.replace(f"{lines}\n", f"<code>{aligned}</code>")


def _row(row: list[dict[str, str]]) -> str:
    keys = (f'<b class="{key.get("style", "")}">{html.escape(key["text"])}</b>' for key in row)
    return f"<nav>{''.join(keys)}</nav>"
