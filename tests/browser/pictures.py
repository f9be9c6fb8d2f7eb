"""`make pictures`: the pictures of a link's page and of the demo, as a phone and a desktop show them. Never a test."""

import asyncio
import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser

from bot.sandbox.demo.cast import BUSINESS
from conversations.wording import Business
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

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PICTURES: dict[str, tuple[Screen, Scheme]] = {
    "link-page-phone": (SMALL_PHONE, "light"),
    "link-page-phone-dark": (SMALL_PHONE, "dark"),
    "link-page-desktop": (DESKTOP, "light"),
}
TOKEN = "one-link-for-a-picture"  # always the same, so that a picture changes only when the page does
NAMES = ("BUSINESS_NAME", "BUSINESS_PURPOSE", "SUPPORT_CONTACT", "PRIVACY_URL")
MORE_COLOURS = 96  # two channels have more
COLOURS = 64  # enough for a page of flat colours, in a third of the bytes
# What the page is set in on nearly every phone of its readers; without it, in whatever font this machine has.
FONTS = """<fontconfig>
<include>/etc/fonts/fonts.conf</include>
<match><edit name="family" mode="prepend" binding="strong"><string>Roboto</string></edit></match>
</fontconfig>"""


async def take_all() -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".conf") as fonts:
        fonts.write(FONTS)
        fonts.flush()
        async with open_chromium(FONTCONFIG_FILE=fonts.name) as browser:
            for name, (screen, scheme) in PICTURES.items():
                picture = await take(browser, screen, scheme)
                save(picture, FOLDER, name, COLOURS)
            async for name, picture in take_demo(browser):
                save(picture, FOLDER, name, MORE_COLOURS)


async def take(browser: Browser, screen: Screen, scheme: Scheme) -> Image.Image:
    """At twice the pixels, which a phone has; a desktop's are then put together again, smoother than it draws them."""
    name, purpose, support, privacy = (BUSINESS[setting] for setting in NAMES)
    site = Site(replace(OPEN, business=Business(name, purpose, support, privacy)), token=TOKEN)
    window = await open_window(browser, screen, scale=2)
    async with look(window, site.web, TOKEN, scheme):
        picture = Image.open(BytesIO(await window.screenshot())).convert("RGB")
    if not screen.is_phone:
        picture = picture.reduce(2)
    return picture


if __name__ == "__main__":
    sys.exit(asyncio.run(take_all()) if CHROMIUM else MISSING)
