"""Page of a one-time file, `GET /d/{token}`, whose one button fetches it by `POST`. It says of no token whether it is.

A chat looks at an address before anybody opens it, so opening it must not spend it.
"""

import math
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.http.pages.languages import choose_language
from bot.http.pages.markup import POLICY
from bot.http.pages.rate_limit import RateLimit, address_of
from bot.http.pages.rendering import render_file, render_notice
from bot.ports import Clock
from conversations.secret import FileToken
from storage.database import Database
from storage.errors import StorageError
from storage.one_time_files import OneTimeFiles

PATH = "/d/"
TRIES, WITHIN = 30, timedelta(minutes=1)  # of each address; a person taps once
UNSEEN = {"X-Robots-Tag": "noindex, nofollow, noarchive"}
_POSTING = POLICY.replace("form-action 'none'", "form-action 'self'")


def file_page_routes(database: Database, files: OneTimeFiles, clock: Clock, proxies: int = 0) -> list[Route]:
    """The page for whoever asks, the file once for who taps. 404 and 429 as pages, 503 when the disk fails."""
    tries = RateLimit(TRIES, WITHIN)

    async def show(request: Request) -> Response:
        return _html(render_file(_language_of(request)), _language_of(request), 200)

    async def give_out(request: Request) -> Response:
        wait = tries.admit(address_of(request, proxies), clock.now())
        if wait:
            busy = _notice(request, "page-busy", 429, wait)
            busy.headers["Retry-After"] = str(math.ceil(wait.total_seconds()))
            return busy
        token = FileToken(request.path_params["token"])
        try:
            file = await database.run(lambda tx: files.take(tx, token, clock.now()))
        except StorageError:
            return PlainTextResponse("503", status_code=503, headers={"Retry-After": "5", **UNSEEN})
        if file is None:
            return _notice(request, "page-file-gone", 404)
        shown = {"Content-Disposition": f'attachment; filename="{file.name}"', **UNSEEN}
        return Response(file.content, media_type=file.content_type, headers=shown)

    path = f"{PATH}{{token:path}}"
    return [Route(path, show, methods=["GET"]), Route(path, give_out, methods=["POST"])]


def _notice(request: Request, entry: str, status: int, wait: timedelta | None = None) -> Response:
    language = _language_of(request)
    return _html(render_notice(entry, language, {"wait": wait} if wait else None), language, status)


def _language_of(request: Request) -> str:
    return choose_language(request.query_params.get("lang"), request.headers.get("accept-language", ""))


def _html(page: str, language: str, status: int) -> Response:
    own = {"Content-Security-Policy": _POSTING, "Content-Language": language, "Vary": "Accept-Language"}
    return HTMLResponse(page, status_code=status, headers={**own, **UNSEEN})
