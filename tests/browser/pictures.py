"""`make pictures`: the pictures of a link's page, of figures in a chat and of the demo. Never a test."""

import asyncio
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser

from bot.sandbox.demo.cast import BUSINESS
from conversations.wording import Business, Rendered
from tests.bot.http.pages_stage import OPEN, Site
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
from tests.browser.demo_pictures import save, take_demo
from tests.browser.figures import report_message, take_message, usage_message

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
FONTS = """<fontconfig>
<include>/etc/fonts/fonts.conf</include>
<match><edit name="family" mode="prepend" binding="strong"><string>Roboto</string></edit></match>
</fontconfig>"""


BUSINESS_SHOWN = Business(
    BUSINESS["BUSINESS_NAME"], BUSINESS["BUSINESS_PURPOSE"], BUSINESS["SUPPORT_CONTACT"], BUSINESS["PRIVACY_URL"]
)
MESSAGES: dict[str, tuple[Callable[[Business], Rendered], Scheme]] = {
    "usage-phone": (usage_message, "light"),
    "usage-phone-dark": (usage_message, "dark"),
    "report-phone": (report_message, "light"),
    "report-phone-dark": (report_message, "dark"),
}


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
            for name, (message, scheme) in MESSAGES.items():
                picture = await take_message(browser, message(BUSINESS_SHOWN), SMALL_PHONE, scheme)
                save(picture, FOLDER, name, 2 * COLOURS)


async def take(browser: Browser, screen: Screen, scheme: Scheme) -> Image.Image:
    """At twice the pixels, which a phone has; a desktop's are then put together again, smoother than it draws them."""
    site = Site(replace(OPEN, business=BUSINESS_SHOWN), token=TOKEN)
    window = await open_window(browser, screen, scale=2)
    async with look(window, site.web, TOKEN, scheme):
        picture = Image.open(BytesIO(await window.screenshot())).convert("RGB")
    if not screen.is_phone:
        picture = picture.reduce(2)
    return picture


if __name__ == "__main__":
    sys.exit(asyncio.run(take_all()) if CHROMIUM else MISSING)
