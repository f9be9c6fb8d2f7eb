"""The control routes, by which other programs read SMS, wind the clock, order faults and reset; never Mono's API.

    GET  /_emulator/sms?phone=08030000101   what lies in the inbox of a phone, oldest first
    GET  /_emulator/journal                 the newest calls of the API: method, path, phone, time
    POST /_emulator/advance                 {"seconds": 600}
    POST /_emulator/fail                    {"path": "/v2/telecom/*", "fault": {"status": 500}, "times": 2}
    POST /_emulator/cast_next               {"name": "busy"}: the next number that logs in behaves as that test number
    POST /_emulator/slow_down               {"seconds": 0.3} before every answer
    POST /_emulator/set_webhook             {"url": ..., "secret": ..., "lose": 0, "double": 0}
    POST /_emulator/send_event              {"event": {"event": "mono.events.sync_failed", "data": {...}}}
    POST /_emulator/reset                   {}

What is asked wrongly is answered with 400 and `{"error"}`, an action that there is not with 404.
"""

from collections.abc import Callable, Iterable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.emulators.control_routes import ControlActions
from bot.sandbox.emulators.mono.journal import MonoJournal
from bot.sandbox.emulators.mono.state import Sms


class MonoControlRoutes:
    """`actions` are called by their names with the keyword arguments in the body; the rest is for looking."""

    def __init__(
        self, actions: Iterable[Callable[..., None]], sms: Callable[[str], list[Sms]], journal: MonoJournal
    ) -> None:
        self._actions = ControlActions(actions)
        self._sms = sms
        self._journal = journal

    def routes(self) -> list[Route]:
        """For Starlette."""
        return [
            Route("/_emulator/sms", self._show_sms, methods=["GET"]),
            Route("/_emulator/journal", self._show_journal, methods=["GET"]),
            Route("/_emulator/{action}", self._act, methods=["POST"]),
        ]

    async def _show_sms(self, request: Request) -> Response:
        inbox = self._sms(request.query_params.get("phone", ""))
        return JSONResponse([{"from": sms.sender, "text": sms.text, "at": sms.at.isoformat()} for sms in inbox])

    async def _show_journal(self, _: Request) -> Response:
        calls = [
            {"method": call.method, "path": call.path, "phone": call.phone, "at": call.at.isoformat()}
            for call in self._journal.calls
        ]
        return JSONResponse({"calls": calls})

    async def _act(self, request: Request) -> Response:
        await self._actions.run(request)
        return JSONResponse({"ok": True})
