"""The control routes, by which other programs move people, updates and time: `/_emulator/...`; never the Bot API."""

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from pydantic import TypeAdapter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.emulators.control_routes import ControlActions, refuse
from bot.sandbox.emulators.loopback import unless_hung_up
from bot.sandbox.emulators.telegram.journal import TelegramJournal
from bot.sandbox.emulators.telegram.people import Impossible
from bot.sandbox.emulators.telegram.screen import Screen
from bot.sandbox.emulators.telegram.state import TelegramState

Wait = Callable[[int, int, float], Coroutine[Any, Any, Screen]]
_ANYTHING = TypeAdapter[object](object)


class TelegramControlRoutes:
    """`POST /_emulator/<action>` with an object of keyword arguments runs one of the `actions`; GET is for looking.

    200 answers with what the action returns, 400 names wrong arguments, 404 an unknown action, chat or file,
    409 says why a person cannot do that.
    """

    def __init__(
        self, actions: Iterable[Callable[..., Any]], wait: Wait, state: TelegramState, journal: TelegramJournal
    ) -> None:
        self._actions = ControlActions(actions)
        self._wait = wait
        self._state = state
        self._journal = journal

    def routes(self) -> list[Route]:
        """For Starlette."""
        return [
            Route("/_emulator/chats/{chat_id:int}", self._show_chat),
            Route("/_emulator/people", self._show_people),
            Route("/_emulator/journal", self._show_journal),
            Route("/_emulator/files/{file_id}", self._show_file),
            Route("/_emulator/{action}", self._act, methods=["POST"]),
        ]

    async def _act(self, request: Request) -> Response:
        try:
            return _show(await self._actions.run(request))
        except Impossible as impossible:
            return refuse(409, impossible)

    async def _show_chat(self, request: Request) -> Response:
        """The screen; with `since` and `timeout` (seconds) once its revision is beyond `since`."""
        chat_id, query = request.path_params["chat_id"], request.query_params
        if chat_id not in self._state.chats:
            return refuse(404, "there is no such chat")
        try:
            since, timeout = int(query.get("since", -1)), float(query.get("timeout", 0))
        except ValueError as wrong:
            return refuse(400, str(wrong))
        await request.body()
        return _show(await unless_hung_up(self._wait(chat_id, since, timeout), request.receive))

    async def _show_people(self, _: Request) -> Response:
        return _show(list(self._state.people.values()))

    async def _show_journal(self, request: Request) -> Response:
        """How often each method was answered with which status; with `method`, its newest calls too."""
        counts: dict[str, dict[int, int]] = {}
        for (method, status), count in self._journal.counts.items():
            counts.setdefault(method, {})[status] = count
        return _show({"counts": counts, "calls": self._journal.made(request.query_params.get("method", ""))})

    async def _show_file(self, request: Request) -> Response:
        content = self._state.files.get(request.path_params["file_id"])
        if content is None:
            return refuse(404, "there is no such file")
        return Response(content, media_type="application/octet-stream")


def _show(result: object) -> Response:
    return JSONResponse(_ANYTHING.dump_python(result, mode="json"))
