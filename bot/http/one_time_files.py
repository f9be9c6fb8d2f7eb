"""Route of one-time files, `GET /f/{token}`: each is given out once, and nothing is said of any other. Never whose."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.http.headers import UNSEEN
from bot.http.paths import FILES
from bot.ports import Clock
from conversations.secret import FileToken
from storage.database import Database
from storage.errors import StorageError
from storage.one_time_files import OneTimeFiles


def one_time_file_routes(database: Database, files: OneTimeFiles, clock: Clock) -> list[Route]:
    """200 with the file, once; 404 for whatever else is asked for, and 503 when the disk fails.

    Whoever only asks whether it is there (HEAD) is not told, for the platform must still get it.
    """

    async def give_out(request: Request) -> Response:
        if request.method != "GET":
            return PlainTextResponse("405", status_code=405, headers={"Allow": "GET", **UNSEEN})
        token = FileToken(request.path_params["token"])
        try:
            file = await database.run(lambda tx: files.take(tx, token, clock.now()), files.wanted(token))
        except StorageError:
            return PlainTextResponse("503", status_code=503, headers={"Retry-After": "5", **UNSEEN})
        if file is None:
            return PlainTextResponse("404", status_code=404, headers=UNSEEN)
        shown = {"Content-Disposition": f'inline; filename="{file.name}"', **UNSEEN}
        return Response(file.content, media_type=file.content_type, headers=shown)

    return [Route(f"{FILES}{{token:path}}", give_out, methods=["GET"])]
