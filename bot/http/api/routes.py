"""The web application of the business's programs: which address is which endpoint's, who is let in, what goes wrong.

Never what an endpoint does. Every answer that is no success is a problem (RFC 9457).
"""

from collections.abc import Awaitable, Callable, Sequence
from importlib.resources import files
from typing import cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.config.api_keys import ApiKey
from bot.http.api.access import ApiAccess
from bot.http.api.links import LinkEndpoints
from bot.http.api.problems import ApiProblem
from bot.http.api.report import ReportEndpoint
from bot.ports import Clock
from bot.turns.programs import ProgramTurns
from conversations.link import Addresses
from storage.errors import StorageError

DOCUMENT = "/api/openapi.json"  # the only address that asks for no key

Handler = Callable[[Request], Awaitable[Response]]


def api_routes(
    keys: Sequence[ApiKey], programs: ProgramTurns, addresses: Callable[[], Addresses], clock: Clock, proxies: int
) -> list[Route]:
    """`/api`, and all that begins with `/api/`. `proxies` is how many stand in front of this service."""
    links, report = LinkEndpoints(programs, addresses, clock), ReportEndpoint(programs, clock)
    routes = [
        _address("/api/links", POST=links.make, GET=links.find_external),
        _address("/api/links/{reference}", GET=links.find, DELETE=links.cancel),
        _address("/api/report", GET=report.show),
        _address(DOCUMENT, GET=_show_document),
    ]
    programs_only = _Programs(ApiAccess(keys, clock, proxies), routes)
    return [Route("/api", programs_only), Route("/api/{rest:path}", programs_only)]


class _Programs:
    """An application of its own, which nobody comes into without a key."""

    def __init__(self, access: ApiAccess, routes: Sequence[Route]) -> None:
        self._access = access
        handlers = {
            ApiProblem: _respond,
            HTTPException: _refuse,
            ClientDisconnect: _give_up,
            StorageError: _be_unavailable,
            Exception: _break,
        }
        self._app = Starlette(routes=routes, exception_handlers=handlers)
        self._app.router.redirect_slashes = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        try:
            self._access.admit(request, is_for_all=scope["path"] == DOCUMENT)
        except ApiProblem as problem:
            await problem.respond()(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _address(path: str, **answers: Handler) -> Route:
    """What each method does there."""

    async def answer(request: Request) -> Response:
        return await answers["GET" if request.method == "HEAD" else request.method](request)

    return Route(path, answer, methods=list(answers))


async def _show_document(_: Request) -> Response:
    document = files(__name__.rpartition(".")[0]).joinpath("openapi.json")  # asked for once a year: not kept
    return Response(document.read_bytes(), media_type="application/json")


async def _respond(_: Request, problem: Exception) -> Response:
    return cast("ApiProblem", problem).respond()


async def _refuse(_: Request, error: Exception) -> Response:
    """What the framework itself refuses: an address that there is not, or a method that an address does not have."""
    refused = cast("HTTPException", error)
    kind = "not-found" if refused.status_code == 404 else "method-not-allowed"
    return ApiProblem(kind, f"`{DOCUMENT}` says what there is.", headers=refused.headers).respond()


async def _give_up(_: Request, __: Exception) -> Response:
    """Whoever asked hung up before all of it had come: nothing was done, and nobody hears this."""
    return Response(status_code=400)


async def _be_unavailable(_: Request, __: Exception) -> Response:
    return ApiProblem("unavailable", "Nothing was done. Ask again soon.", headers={"Retry-After": "5"}).respond()


async def _break(_: Request, __: Exception) -> Response:
    return ApiProblem("internal", "It is logged here. Ask again with the same Idempotency-Key.").respond()
