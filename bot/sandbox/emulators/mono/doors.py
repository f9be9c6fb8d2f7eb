"""The doors by which other programs read SMS, and wind, break and reset: `/_emulator/...`, all JSON; never Mono's.

    GET  /_emulator/sms?phone=08030000101   what lies in the inbox of a phone, oldest first
    GET  /_emulator/requests                every call of the API: method, path, phone, time
    POST /_emulator/advance                 {"seconds": 600}
    POST /_emulator/fail                    {"path": "/v2/telecom/*", "fault": {"status": 500}, "times": 2}
    POST /_emulator/slow_down               {"seconds": 0.3} before every answer
    POST /_emulator/set_webhook             {"url": ..., "secret": ..., "lose": 0, "double": 0}
    POST /_emulator/send_event              {"event": {"event": "mono.events.sync_failed", "data": {...}}}
    POST /_emulator/reset                   {}

What is asked wrongly is answered with 400 and `{"error"}`, an act that there is not with 404.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from pydantic import validate_call
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.emulators.mono.api_door import Call
from bot.sandbox.emulators.mono.world import Sms


class Doors:
    """`acts` are called by their names with the keyword arguments in the body; the other two are for looking."""

    def __init__(
        self, acts: list[Callable[..., None]], sms: Callable[[str], list[Sms]], calls: Callable[[], list[Call]]
    ) -> None:
        self._given = acts
        self._sms = sms
        self._calls = calls

    @cached_property
    def _acts(self) -> dict[str, Callable[..., None]]:
        """Made when a door is first used: building the checks takes longer than most tests of the rest."""
        return {act.__name__: validate_call(act) for act in self._given}

    def routes(self) -> list[Route]:
        """For Starlette."""
        return [
            Route("/_emulator/sms", self._show_sms, methods=["GET"]),
            Route("/_emulator/requests", self._show_calls, methods=["GET"]),
            Route("/_emulator/{act}", self._act, methods=["POST"]),
        ]

    async def _show_sms(self, request: Request) -> Response:
        inbox = self._sms(request.query_params.get("phone", ""))
        return JSONResponse([{"from": sms.sender, "text": sms.text, "at": sms.at.isoformat()} for sms in inbox])

    async def _show_calls(self, _: Request) -> Response:
        calls = self._calls()
        return JSONResponse(
            [
                {"method": call.method, "path": call.path, "phone": call.phone, "at": call.at.isoformat()}
                for call in calls
            ]
        )

    async def _act(self, request: Request) -> Response:
        act = self._acts.get(request.path_params["act"])
        if act is None:
            return _no(404, "there is no such act")
        try:
            arguments: Any = await request.json() if await request.body() else {}
            act(**arguments)
        except (ArithmeticError, TypeError, ValueError) as wrong:
            return _no(400, str(wrong))
        return JSONResponse({"ok": True})


def _no(status: int, reason: str) -> Response:
    return JSONResponse({"error": reason}, status)
