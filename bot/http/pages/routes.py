"""Routes of a link's page, `GET /l/{token}` and its picture. They change nothing: a preview never spends a link."""

import math
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.http.pages.facts import LookUp, PageFacts
from bot.http.pages.languages import choose_language
from bot.http.pages.markup import POLICY
from bot.http.pages.rate_limit import RateLimit, address_of
from bot.http.pages.rendering import render_link, render_notice
from bot.ports import Clock
from bot.qr import draw_png
from storage.errors import StorageError

MINUTE = timedelta(minutes=1)
PAGES = 30  # a minute for each address; a person opens two or three
PICTURES = 600  # a messaging platform fetches the pictures of all links from a few addresses
UNSEEN = {"X-Robots-Tag": "noindex, nofollow, noarchive"}

Write = Callable[[Request, PageFacts], Response]


def link_routes(look_up: LookUp, prefix: str, clock: Clock, proxies: int = 0) -> list[Route]:
    """`GET /l/{token}` and `GET /l/{token}/qr.png`. `prefix` is what a token is appended to for the page's address.

    200 for an open link. 404, the same to the byte, for every other token, whatever is wrong with it; 429 with the
    seconds to wait; 503 when the disk fails. `proxies` is how many stand in front of this service.
    """
    endpoint = _LinkEndpoint(look_up, prefix, clock, proxies)
    pictures, pages = RateLimit(PICTURES, MINUTE), RateLimit(PAGES, MINUTE)

    async def draw(request: Request) -> Response:
        return await endpoint.answer(request, pictures, endpoint.write_picture)

    async def show(request: Request) -> Response:
        return await endpoint.answer(request, pages, endpoint.write_page)

    return [
        Route("/l/{token}/qr.png", draw, methods=["GET"]),
        Route("/l/{token:path}", show, methods=["GET"]),  # all that begins so, for malformed tokens are tokens too
    ]


class _LinkEndpoint:
    """What page and picture have in common."""

    def __init__(self, look_up: LookUp, prefix: str, clock: Clock, proxies: int) -> None:
        self._look_up = look_up
        self._prefix = prefix
        self._clock = clock
        self._proxies = proxies

    async def answer(self, request: Request, limit: RateLimit, write: Write) -> Response:
        """Every token takes the same way, so that time tells no more of it than the answer does."""
        wait = limit.admit(address_of(request, self._proxies), self._clock.now())
        if wait:
            return refuse_for(request, wait)
        try:
            facts = await self._look_up(request.path_params["token"])
        except StorageError:
            return PlainTextResponse("503", status_code=503, headers={"Retry-After": "5", **UNSEEN})
        if facts is None:
            return notice(request, "page-gone", 404)
        return write(request, facts)

    def write_page(self, request: Request, facts: PageFacts) -> Response:
        language = language_of(request, facts.language)
        page = render_link(facts, language, self._address_of(request), self._clock.now())
        return show_html(page, language)

    def write_picture(self, request: Request, _: PageFacts) -> Response:
        return Response(draw_png(self._address_of(request)), media_type="image/png", headers=UNSEEN)

    def _address_of(self, request: Request) -> str:
        return self._prefix + str(request.path_params["token"])


def refuse_for(request: Request, wait: timedelta) -> Response:
    response = notice(request, "page-busy", 429, {"wait": wait})
    response.headers["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return response


def notice(request: Request, entry: str, status: int, values: Mapping[str, Any] | None = None) -> Response:
    language = language_of(request)
    return show_html(render_notice(entry, language, values), language, status)


def language_of(request: Request, *chosen: str) -> str:
    return choose_language(request.query_params.get("lang"), request.headers.get("accept-language", ""), *chosen)


def show_html(page: str, language: str, status: int = 200) -> Response:
    own = {"Content-Security-Policy": POLICY, "Content-Language": language, "Vary": "Accept-Language"}
    return HTMLResponse(page, status_code=status, headers={**own, **UNSEEN})
