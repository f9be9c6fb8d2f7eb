"""Page of a one-time file, `GET /d/{token}`, whose one button fetches it by `POST`. It says of no token whether it is.

A chat looks at an address before anybody opens it, so opening it must not spend it.
"""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.http.headers import UNSEEN
from bot.http.pages.answers import MINUTE, PAGES, notice, refuse_for, show_html, unavailable
from bot.http.pages.markup import POLICY
from bot.http.pages.rendering import render_file
from bot.http.pages.visitors import ANYBODY, Visitors
from bot.http.paths import FILE_PAGES
from bot.http.rate_limit import RateLimit
from bot.ports import Clock
from conversations.secret import FileToken
from storage.database import Database
from storage.errors import StorageError
from storage.one_time_files import OneTimeFiles

_POSTING = POLICY.replace("form-action 'none'", "form-action 'self'")


def file_page_routes(
    database: Database, files: OneTimeFiles, clock: Clock, visitors: Visitors = ANYBODY
) -> list[Route]:
    """The page for whoever asks, the file once for who taps. 404 and 429 as pages, 503 when the disk fails."""
    tries = RateLimit(PAGES, MINUTE)

    async def show(request: Request) -> Response:
        language = visitors.language_of(request)
        return show_html(render_file(language), language, policy=_POSTING)

    async def give_out(request: Request) -> Response:
        language = visitors.language_of(request)
        if wait := tries.admit(visitors.address_of(request), clock.now()):
            return refuse_for(language, wait, _POSTING)
        token = FileToken(request.path_params["token"])
        try:
            file = await database.run(lambda tx: files.take(tx, token, clock.now()), files.wanted(token))
        except StorageError:
            return unavailable()
        if file is None:
            return notice(language, "page-file-gone", 404, policy=_POSTING)
        shown = {"Content-Disposition": f'attachment; filename="{file.name}"', **UNSEEN}
        return Response(file.content, media_type=file.content_type, headers=shown)

    path = f"{FILE_PAGES}{{token:path}}"
    return [Route(path, show, methods=["GET"]), Route(path, give_out, methods=["POST"])]
