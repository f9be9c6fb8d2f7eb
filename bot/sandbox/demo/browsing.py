"""The browser in which people of the demo open what a message leads to: a page, a file. Never what they should see."""

import html
import re

from bot.outgoing.occasional import open_http
from bot.sandbox.demo.people import NotShown

_ADDRESS = re.compile(r"https?://[^\s/]+/[rd]/[\w-]+")  # of a receipt, or of a file
_TAG, _UNREAD = re.compile(r"<[^>]+>"), re.compile(r"<(?:head|svg).*?</(?:head|svg)>", re.DOTALL)
_NAME = re.compile(r'filename="([^"]+)"')


class DemoBrowser:
    """Opens the newest address that a message named."""

    def __init__(self) -> None:
        self._address = ""

    def note(self, text: str) -> None:
        if found := _ADDRESS.search(text):
            self._address = found[0]

    async def read(self) -> str:
        """What the page says. Raises `NotShown` where no message named one."""
        async with open_http() as browser:
            page = await browser.get(self._named)
        return " ".join(html.unescape(_TAG.sub(" ", _UNREAD.sub("", page.text))).split())

    async def fetch(self) -> str:
        """The name of the file that its one button gives, "" where it gives none. Raises `NotShown` as above."""
        async with open_http() as browser:
            given = await browser.post(self._named)
        found = _NAME.search(given.headers.get("content-disposition", ""))
        return found[1] if found else ""

    @property
    def _named(self) -> str:
        if not self._address:
            raise NotShown("an address")
        return self._address
