"""Routes of a link's page, `GET /l/{token}` and its picture. They change nothing: a preview never spends a link."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.drawing.qr import draw_png
from bot.http.headers import UNSEEN
from bot.http.pages.answers import MINUTE, PAGES, notice, refuse_for, show_html, unavailable
from bot.http.pages.facts import LookUp, PageFacts
from bot.http.pages.rendering import render_link
from bot.http.pages.visitors import ANYBODY, Visitors
from bot.http.paths import LINKS
from bot.http.rate_limit import RateLimit
from bot.ports import Clock
from storage.errors import StorageError

PICTURES = 600  # a messaging platform fetches the pictures of all links from a few addresses

WriteAnswer = Callable[[Request, PageFacts], Response]


def link_routes(look_up: LookUp, prefix: str, clock: Clock, visitors: Visitors = ANYBODY) -> list[Route]:
    """`GET /l/{token}` and `GET /l/{token}/qr.png`. `prefix` is what a token is appended to for the page's address.

    200 for an open link. 404, the same to the byte, for every other token, whatever is wrong with it; 429 with the
    seconds to wait; 503 when the disk fails.
    """
    endpoint = _LinkEndpoint(look_up, prefix, clock, visitors)
    pictures, pages = RateLimit(PICTURES, MINUTE), RateLimit(PAGES, MINUTE)

    async def draw(request: Request) -> Response:
        return await endpoint.answer(request, pictures, endpoint.write_picture)

    async def show(request: Request) -> Response:
        return await endpoint.answer(request, pages, endpoint.write_page)

    return [
        Route(f"{LINKS}{{token}}/qr.png", draw, methods=["GET"]),
        Route(
            f"{LINKS}{{token:path}}", show, methods=["GET"]
        ),  # all that begins so, for malformed tokens are tokens too
    ]


class _LinkEndpoint:
    """What page and picture have in common."""

    def __init__(self, look_up: LookUp, prefix: str, clock: Clock, visitors: Visitors) -> None:
        self._look_up = look_up
        self._prefix = prefix
        self._clock = clock
        self._visitors = visitors

    async def answer(self, request: Request, limit: RateLimit, write: WriteAnswer) -> Response:
        """Every token takes the same way, so that time tells no more of it than the answer does."""
        language = self._visitors.language_of(request)
        wait = limit.admit(self._visitors.address_of(request), self._clock.now())
        if wait:
            return refuse_for(language, wait)
        try:
            facts = await self._look_up(request.path_params["token"])
        except StorageError:
            return unavailable()
        if facts is None:
            return notice(language, "page-gone", 404)
        return write(request, facts)

    def write_page(self, request: Request, facts: PageFacts) -> Response:
        language = self._visitors.language_of(request, facts.language)
        page = render_link(facts, language, self._address_of(request), self._clock.now())
        return show_html(page, language)

    def write_picture(self, request: Request, _: PageFacts) -> Response:
        return Response(draw_png(self._address_of(request)), media_type="image/png", headers=UNSEEN)

    def _address_of(self, request: Request) -> str:
        return self._prefix + str(request.path_params["token"])
