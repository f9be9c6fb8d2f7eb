"""The routes of the page: itself, what it hears, what it asks. Never who may come (`guard`), never what it shows."""

import json
from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.errors import TelcolinkError
from bot.sandbox.demo.people import NotShown
from bot.sandbox.demo.web.broadcast import Broadcast
from bot.sandbox.demo.web.simulator import Simulator
from bot.sandbox.demo.web.snapshot import catalogue
from bot.sandbox.demo.web.winding import NotNow
from bot.sandbox.emulators.telegram.people import Impossible

LARGEST = 200_000  # bytes of a script, or of anything else that the page sends
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
SHOWN = {"image/png", "image/jpeg", "image/webp", "image/gif"}  # every other file is only saved
PAGE = files(__name__.rpartition(".")[0]) / "page"
# What somebody asks for and cannot have, with a reason that people can read.
REASONS = (TelcolinkError, NotShown, NotNow, Impossible, LookupError, ValueError)


class PageRoutes:
    """What Starlette needs of one simulator and its broadcast."""

    def __init__(self, simulator: Simulator, broadcast: Broadcast) -> None:
        self._simulator = simulator
        self._broadcast = broadcast

    def app(self) -> Starlette:
        """The application behind the guard."""
        routes = [
            Route("/", self._page),
            Route("/page/{name}", self._part),
            Route("/catalogue", self._catalogue),
            Route("/events", self._events),
            Route("/pictures/{who}/{name}", self._picture),
            Route("/run.chat", self._run),
            Route("/do", self._do, methods=["POST"]),
            Route("/load", self._load, methods=["POST"]),
        ]
        return Starlette(routes=routes)

    async def _page(self, _: Request) -> Response:
        return Response((PAGE / "index.html").read_bytes(), media_type=TYPES[".html"])

    async def _part(self, request: Request) -> Response:
        name = request.path_params["name"]
        found = {each.name: each for each in PAGE.iterdir()}.get(name)
        kind = TYPES.get(f".{name.rpartition('.')[2]}")
        return Response(found.read_bytes(), media_type=kind) if found and kind else PlainTextResponse("Not found", 404)

    async def _catalogue(self, _: Request) -> Response:
        return JSONResponse(catalogue())

    async def _events(self, _: Request) -> Response:
        return StreamingResponse(self._broadcast.events(), media_type="text/event-stream")

    async def _picture(self, request: Request) -> Response:
        phone = self._simulator.scene.phones.get(request.path_params["who"])
        found = phone.picture(request.path_params["name"]) if phone else None
        if not found:
            return PlainTextResponse("Not found", 404)
        kind, content = found
        headers = {} if kind in SHOWN else {"Content-Disposition": "attachment"}
        return Response(content, media_type=kind, headers=headers)

    async def _run(self, _: Request) -> Response:
        headers = {"Content-Disposition": 'attachment; filename="run.chat"'}
        return Response(self._simulator.scene.recording.text, media_type="text/plain", headers=headers)

    async def _do(self, request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return _refuse("the page asks in JSON", 415)
        body = await _read(request)
        return await _try(lambda: self._simulator.do(_asked(body)))

    async def _load(self, request: Request) -> Response:
        body = await _read(request)
        name = request.query_params.get("name", "script.chat")
        return await _try(lambda: self._simulator.load(_text(body), name))


async def _read(request: Request) -> bytes:
    """The body, or as much of it as is needed to see that it is too much."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            break
    return body


def _text(body: bytes) -> str:
    if len(body) > LARGEST:
        raise ValueError("the file is larger than any conversation")
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise ValueError("the file is no text in UTF-8") from None


def _asked(body: bytes) -> dict[str, Any]:

    asked = json.loads(_text(body))
    if not isinstance(asked, dict):
        raise ValueError("what is asked is an object")  # noqa: TRY004 - of the page's JSON, not of our types
    return asked


async def _try(work: Callable[[], Awaitable[None]]) -> Response:
    try:
        await work()
    except REASONS as reason:
        return _refuse(str(reason))
    return JSONResponse({})


def _refuse(why: str, status: int = 409) -> Response:
    return JSONResponse({"error": why}, status)
