"""Routes of a receipt: `GET /r/{id}` says whether it holds, and no more; its signed form; the keys to check that with.

They change nothing, and every address that is no receipt's gets the same answer.
"""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.http.headers import UNSEEN
from bot.http.pages.answers import MINUTE, PAGES, notice, refuse_for, show_html, unavailable
from bot.http.pages.rendering import render_receipt
from bot.http.pages.visitors import ANYBODY, Visitors
from bot.http.paths import RECEIPTS
from bot.http.rate_limit import RateLimit
from bot.ports import Clock
from bot.receipts.about import WELL_KNOWN
from bot.receipts.content import content_of
from bot.receipts.signing import ReceiptKeys
from conversations.consent import Receipt, has_ended
from storage.database import Database
from storage.errors import StorageError
from storage.receipt_pages import ReceiptPages

SIGNED = "/receipt.json"

TellOfUs = Callable[[], dict[str, Any]]  # what this service tells of itself to everybody


def receipt_routes(
    database: Database,
    pages: ReceiptPages,
    keys: ReceiptKeys,
    tell: TellOfUs,
    clock: Clock,
    visitors: Visitors = ANYBODY,
) -> list[Route]:
    """200 for a receipt that was given, whatever became of it; 404 for every other address; 429 and 503 as a link's."""
    endpoint = _ReceiptEndpoint(database, pages, keys, tell, clock, visitors)

    async def well_known(_: Request) -> Response:
        return JSONResponse(tell(), headers={"Cache-Control": "public, max-age=60"})

    return [
        Route(WELL_KNOWN, well_known, methods=["GET"]),
        Route(f"{RECEIPTS}{{id}}{SIGNED}", endpoint.signed, methods=["GET"]),
        Route(f"{RECEIPTS}{{id:path}}", endpoint.page, methods=["GET"]),
    ]


class _ReceiptEndpoint:
    """What the page and the signed receipt have in common."""

    def __init__(
        self,
        database: Database,
        pages: ReceiptPages,
        keys: ReceiptKeys,
        tell: TellOfUs,
        clock: Clock,
        visitors: Visitors,
    ) -> None:
        self._database, self._pages, self._keys, self._tell = database, pages, keys, tell
        self._clock, self._visitors = clock, visitors
        self._visits = RateLimit(PAGES, MINUTE)

    async def page(self, request: Request) -> Response:
        return await self._answer(request, self._show)

    async def signed(self, request: Request) -> Response:
        return await self._answer(request, self._give)

    async def _answer(self, request: Request, show: Callable[[Request, Receipt], Response]) -> Response:
        language = self._visitors.language_of(request)
        if wait := self._visits.admit(self._visitors.address_of(request), self._clock.now()):
            return refuse_for(language, wait)
        try:
            receipt = await self._database.read(lambda tx: self._pages.find(tx, request.path_params["id"]))
        except StorageError:
            return unavailable()
        return show(request, receipt) if receipt else notice(language, "page-receipt-unknown", 404)

    def _show(self, request: Request, receipt: Receipt) -> Response:
        language = self._visitors.language_of(request)
        ended = has_ended(receipt, self._clock.now())
        state = "ended" if ended else "narrowed" if receipt.narrowed_at else "valid"
        values = {
            "business": receipt.asked.terms.business if receipt.asked else self._tell()["business"],
            "at": receipt.agreement.at,
            "end": receipt.agreement.until or receipt.agreement.at,
            "narrowed": receipt.narrowed_at or receipt.agreement.at,
            "ended": ended or receipt.agreement.at,
        }
        signed = f"{self._pages.prefix}{request.path_params['id']}{SIGNED}"
        return show_html(render_receipt(state, language, values, signed), language)

    def _give(self, request: Request, receipt: Receipt) -> Response:
        page = f"{self._pages.prefix}{request.path_params['id']}"
        given = self._keys.sign(content_of(receipt, page, self._clock.now()))
        name = f'attachment; filename="receipt-{receipt.agreement.reference}.json"'
        return Response(given, media_type="application/json", headers={"Content-Disposition": name, **UNSEEN})
