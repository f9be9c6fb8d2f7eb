"""The doors by which other programs move people, updates and time: `/_emulator/...`, all JSON; never the bot's."""

from collections.abc import Callable, Coroutine
from functools import cached_property
from typing import Any

from pydantic import ValidationError, validate_call
from pydantic_core import to_jsonable_python
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.emulators.telegram.hanging_up import unless_hung_up
from bot.sandbox.emulators.telegram.journal import Journal
from bot.sandbox.emulators.telegram.people import Impossible
from bot.sandbox.emulators.telegram.screen import Screen
from bot.sandbox.emulators.telegram.world import World

Wait = Callable[[int, int, float], Coroutine[Any, Any, Screen]]


class Doors:
    """`POST /_emulator/<act>` with an object of keyword arguments runs one of the `acts`; GET is for looking.

    200 answers with what the act returns, 400 names wrong arguments, 404 an unknown act, chat or file,
    409 says why a person cannot do that.
    """

    def __init__(self, acts: list[Callable[..., Any]], wait: Wait, world: World, journal: Journal) -> None:
        self._given = acts
        self._wait = wait
        self._world = world
        self._journal = journal

    @cached_property
    def _acts(self) -> dict[str, Callable[..., Any]]:
        """Made when a door is first used: building the checks takes longer than most tests of the rest."""
        return {act.__name__: validate_call(act) for act in self._given}

    def routes(self) -> list[Route]:
        """For Starlette."""
        return [
            Route("/_emulator/chats/{chat_id:int}", self._show_chat),
            Route("/_emulator/people", self._show_people),
            Route("/_emulator/calls", self._show_calls),
            Route("/_emulator/files/{file_id}", self._show_file),
            Route("/_emulator/{act}", self._act, methods=["POST"]),
        ]

    async def _act(self, request: Request) -> Response:
        act = self._acts.get(request.path_params["act"])
        if act is None:
            return _no(404, "there is no such act")
        try:
            arguments = await request.json() if await request.body() else {}
            return _yes(act(**arguments))
        except (ValidationError, ValueError, TypeError) as wrong:
            return _no(400, str(wrong))
        except Impossible as impossible:
            return _no(409, str(impossible))

    async def _show_chat(self, request: Request) -> Response:
        """The screen; with `since` and `timeout` (seconds) once its revision is beyond `since`."""
        chat_id, query = request.path_params["chat_id"], request.query_params
        if chat_id not in self._world.chats:
            return _no(404, "there is no such chat")
        try:
            since, timeout = int(query.get("since", -1)), float(query.get("timeout", 0))
        except ValueError as wrong:
            return _no(400, str(wrong))
        await request.body()
        return _yes(await unless_hung_up(self._wait(chat_id, since, timeout), request.receive))

    async def _show_people(self, _: Request) -> Response:
        return _yes(list(self._world.people.values()))

    async def _show_calls(self, request: Request) -> Response:
        """How often each method was answered with which status; with `method`, its newest calls too."""
        counts: dict[str, dict[int, int]] = {}
        for (method, status), count in self._journal.counts.items():
            counts.setdefault(method, {})[status] = count
        return _yes({"counts": counts, "calls": self._journal.made(request.query_params.get("method", ""))})

    async def _show_file(self, request: Request) -> Response:
        content = self._world.files.get(request.path_params["file_id"])
        if content is None:
            return _no(404, "there is no such file")
        return Response(content, media_type="application/octet-stream")


def _yes(result: object) -> Response:
    return JSONResponse(to_jsonable_python(result))


def _no(status: int, reason: str) -> Response:
    return JSONResponse({"error": reason}, status)
