"""`make pictures`: the pictures of pages, of what a linked line answers in a chat, and of the demo. Never a test."""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser

from bot.sandbox.demo.cast import BUSINESS
from conversations.changing import replace
from conversations.wording import Business, Rendered
from tests.bot.http.pages_stage import OPEN, Site
from tests.bot.http.receipt_stage import open_site
from tests.browser.browser_stage import (
    CHROMIUM,
    DESKTOP,
    MISSING,
    SMALL_PHONE,
    Scheme,
    Screen,
    look,
    open_chromium,
    open_window,
)
from tests.browser.chat_pictures import take_messages
from tests.browser.demo_pictures import save, take_demo
from tests.browser.figures import (
    balance_messages,
    mydata_messages,
    report_messages,
    transactions_messages,
    usage_messages,
)

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PICTURES: dict[str, tuple[Screen, Scheme]] = {
    "link-page-phone": (SMALL_PHONE, "light"),
    "link-page-phone-dark": (SMALL_PHONE, "dark"),
    "link-page-desktop": (DESKTOP, "light"),
}
TOKEN = "one-link-for-a-picture"  # always the same, so that a picture changes only when the page does
MORE_COLOURS = 96  # two channels have more
COLOURS = 64  # enough for a page of flat colours, in a third of the bytes
# Otherwise letters stand on a fraction of a pixel in one run and on a whole one in the next, of the same page.
STEADY = "--disable-font-subpixel-positioning"
# What the page is set in on nearly every phone of its readers; without it, in whatever font this machine has.
FONT = "Roboto"
FONTS = f"""<fontconfig>
<include>/etc/fonts/fonts.conf</include>
<match><test name="family" compare="not_eq" qual="all"><string>monospace</string></test>
<edit name="family" mode="prepend" binding="strong"><string>{FONT}</string></edit></match>
</fontconfig>"""
FONT_MISSING = (
    f"no picture was changed: {FONT}, in which they are set, is not here: apt-get install fonts-roboto-unhinted"
)


BUSINESS_SHOWN = Business(
    BUSINESS["BUSINESS_NAME"], BUSINESS["BUSINESS_PURPOSE"], BUSINESS["SUPPORT_CONTACT"], BUSINESS["PRIVACY_URL"]
)
MESSAGES: dict[str, Callable[[Business], tuple[Rendered, ...]]] = {
    "usage-phone": usage_messages,
    "transactions-phone": transactions_messages,
    "balance-phone": balance_messages,
    "mydata-phone": mydata_messages,
    "report-phone": report_messages,
}
SCHEMES: dict[str, Scheme] = {"": "light", "-dark": "dark"}


async def take_all() -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as fonts:
        fonts.write(FONTS)
        fonts.flush()
        async with open_chromium(STEADY, FONTCONFIG_FILE=fonts.name) as browser:
            for name, (screen, scheme) in PICTURES.items():
                picture = await take(browser, screen, scheme)
                save(picture, FOLDER, name, COLOURS)
            async for name, picture in take_demo(browser):
                save(picture, FOLDER, name, MORE_COLOURS)
            for (name, messages), (suffix, scheme) in product(MESSAGES.items(), SCHEMES.items()):
                picture = await take_messages(browser, messages(BUSINESS_SHOWN), SMALL_PHONE, scheme)
                save(picture, FOLDER, f"{name}{suffix}", 2 * COLOURS)
            for suffix, scheme in SCHEMES.items():
                save(await take_receipt(browser, scheme), FOLDER, f"receipt-page-phone{suffix}", COLOURS)


async def take(browser: Browser, screen: Screen, scheme: Scheme) -> Image.Image:
    """At twice the pixels, which a phone has; a desktop's are then put together again, smoother than it draws them."""
    site = Site(replace(OPEN, business=BUSINESS_SHOWN), token=TOKEN)
    window = await open_window(browser, screen, scale=2)
    async with look(window, site.web, f"/l/{TOKEN}", scheme):
        picture = Image.open(BytesIO(await window.screenshot())).convert("RGB")
    if not screen.is_phone:
        picture = picture.reduce(2)
    return picture


async def take_receipt(browser: Browser, scheme: Scheme) -> Image.Image:
    """As it stands after two days in which nothing was changed, on a phone."""
    window = await open_window(browser, SMALL_PHONE, scale=2)
    async with open_site() as site, look(window, site.web, await site.path(), scheme):
        return Image.open(BytesIO(await window.screenshot())).convert("RGB")


def what_is_missing(chromium: str | None = CHROMIUM) -> str:
    """ "" where all is here. Without the font every picture would be another, of the same pages."""
    if not chromium:
        return MISSING
    asked = shutil.which("fc-match")
    command = [asked or "fc-match", "--format=%{family}", FONT]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout if asked else ""
    return "" if FONT in found.split(",") else FONT_MISSING


if __name__ == "__main__":
    sys.exit(what_is_missing() or asyncio.run(take_all()))
