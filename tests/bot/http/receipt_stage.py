"""A linked line with its receipt, and the routes that tell whether it holds. Never what they should tell."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette

from bot.http.headers import with_headers
from bot.http.pages.receipts import receipt_routes
from bot.receipts.signing import ReceiptKeys
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import ButtonTapped
from storage.receipt_pages import ReceiptPages
from tests.bot.turns.engine_stage import Bench, open_bench, texts_of
from tests.scenes import RULES

PREFIX = "https://kudi.example/r/"
TODAY = replace(RULES, terms=replace(RULES.terms, business="Kudi Loans"))


class ReceiptSite:
    """The routes over a bench's own database."""

    def __init__(self, bench: Bench, keys: ReceiptKeys) -> None:
        self.bench = bench
        pages = ReceiptPages(bench.store.keyring, PREFIX)
        routes = receipt_routes(bench.database, pages, keys, lambda: {"keys": list(keys.public)}, bench.clock)
        self.web = with_headers(Starlette(routes=routes))

    async def get(self, address: str) -> httpx.Response:
        wire = httpx.ASGITransport(app=self.web, client=("192.0.2.1", 1234))
        async with httpx.AsyncClient(transport=wire) as browser:
            return await browser.get(address)

    async def address(self) -> str:
        """As the customer reads it on their receipt."""
        (receipt,) = [text for text in texts_of(await self.bench.say("/receipt")) if PREFIX in text]
        return PREFIX + receipt.partition(PREFIX)[2].split()[0]

    async def path(self) -> str:
        """The same without the host."""
        return httpx.URL(await self.address()).path

    async def narrow(self) -> None:
        """The customer takes back one part of what they agreed to."""
        await self.bench.say("hide my balance")
        await self.bench.hear(ButtonTapped(Choice.HIDE_BALANCES, None))

    async def end(self) -> None:
        await self.bench.say("unlink", "yes")


@asynccontextmanager
async def open_site() -> AsyncIterator[ReceiptSite]:
    async with open_bench(rules=TODAY, receipts_at=PREFIX) as bench:
        await bench.link()
        yield ReceiptSite(bench, ReceiptKeys(bench.store.keyring))
