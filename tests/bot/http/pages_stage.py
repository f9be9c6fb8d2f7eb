"""A site with one open link, and what a browser makes of its pages."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import httpx
from starlette.applications import Starlette

from bot.http.headers import with_headers
from bot.http.pages.facts import PageFacts, WayOn
from bot.http.pages.routes import link_routes
from bot.http.pages.visitors import Visitors
from conversations.wording import LANGUAGES, Business
from storage.errors import StorageBusy

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TOKEN = secrets.token_urlsafe(16)
PREFIX = "https://kudi.example/l/"
KUDI = Business("Kudi Loans", "your loan application", "0700 000 5834", "https://kudi.example/privacy")
WAYS = (
    WayOn("WhatsApp", f"https://wa.me/2348000000000?text=Link%20{TOKEN}"),
    WayOn("Telegram", f"https://t.me/kudi_bot?start={TOKEN}"),
)
OPEN = PageFacts(KUDI, "Adaeze Okafor", WAYS, NOW + timedelta(hours=24))


class Site:
    """The routes under a clock that stands still until it is moved, with one open link."""

    def __init__(
        self,
        facts: PageFacts = OPEN,
        *,
        token: str = TOKEN,
        proxies: int = 0,
        languages: tuple[str, ...] = LANGUAGES,
        broken: bool = False,
    ) -> None:
        self.time = NOW
        self.looked_up: list[str] = []
        self._facts = facts
        self._token = token
        self._broken = broken
        self.web = with_headers(
            Starlette(routes=link_routes(self._look_up, PREFIX, self, Visitors(proxies, languages)))
        )

    def now(self) -> datetime:
        return self.time

    def call_later(self, seconds: float, call: Callable[[], object]) -> Callable[[], object]:
        raise AssertionError("nothing here is to happen by itself")

    async def sleep(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)

    async def get(self, path: str = TOKEN, peer: str = "192.0.2.1", **headers: str) -> httpx.Response:
        wire = httpx.ASGITransport(app=self.web, client=(peer, 1234))
        async with httpx.AsyncClient(transport=wire, base_url="https://kudi.example/l/") as browser:
            return await browser.get(path, headers={name.replace("_", "-"): text for name, text in headers.items()})

    async def _look_up(self, token: str) -> PageFacts | None:
        self.looked_up.append(token)
        if self._broken:
            raise StorageBusy("too many are waiting")
        return self._facts if token == self._token else None


class Outline(HTMLParser):
    """The tags of a page with their attributes, and what is read aloud of it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def links(self) -> list[str | None]:
        return [each["href"] for each in self.all("a")]

    def language(self) -> str | None:
        return self.all("html")[0]["lang"]
