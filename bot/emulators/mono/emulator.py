"""The emulated Mono put together: the API, its world, and the control doors under `/_emulator/`.

    GET  sms?phone=            the SMS of a phone, oldest first
    GET  requests              every call: method, path, phone, time
    POST clock                 {"advance": seconds}
    POST faults                {"path": "/v2/telecom/*", "times": 2, "status": 500, ...} (the fields of `Fault`)
    POST latency               {"seconds": 0.3} before every answer
    POST webhook               {"url": ..., "secret": ..., "lose": 0, "double": 0}
    POST reset                 forget everything

The numbers, people and codes are ours; nobody should expect them at Mono.
"""

import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from bot.emulators.clock import Clock
from bot.emulators.mono.api_door import ApiDoor, Call
from bot.emulators.mono.faults import Fault
from bot.emulators.mono.networks import local
from bot.emulators.mono.reading import Reading
from bot.emulators.mono.telecom import Telecom
from bot.emulators.mono.webhooks import Target, Webhooks
from bot.emulators.mono.world import Sms, World


def make_key() -> str:
    """A test secret key such as the dashboard gives."""
    return f"test_sk_{secrets.token_urlsafe(15)}"


class MonoEmulator:
    """Mono's Telco Data API for one business over HTTP, and in Python the hands of those who watch it."""

    def __init__(self, key: str = "", *, clock: Clock | None = None) -> None:
        self.key = key or make_key()
        self.clock = clock or Clock()
        self.world = World(self.clock)
        self.webhooks = Webhooks(self.clock)
        self.telecom = Telecom(self.world, self.webhooks)
        self.api = ApiDoor(self.key, self.telecom, Reading(self.world, self.webhooks), self.clock)
        self.app = Starlette(routes=[*self._doors(), Mount("/", self.api)], lifespan=self._live)

    @property
    def requests(self) -> list[Call]:
        """Every call that was made, answered or not."""
        return self.api.calls

    def sms(self, phone: str) -> list[Sms]:
        """What lies in the inbox of a phone, oldest first."""
        return self.world.inbox.get(local(phone), [])

    def advance(self, seconds: float) -> None:
        """Wind the clock."""
        self.clock.advance(seconds)

    def fail(self, path: str, fault: Fault, times: int = 1) -> None:
        """Have the next calls of a path go wrong."""
        self.api.script.arm(path, fault, times)

    def slow_down(self, seconds: float) -> None:
        """Have every answer take that long."""
        self.api.latency = seconds

    def set_webhook(self, url: str, secret: str, *, lose: int = 0, double: int = 0) -> None:
        """Send events there from now on."""
        self.webhooks.target = Target(url, secret, lose, double)

    def reset(self) -> None:
        """Forget everything but the key and where events go."""
        self.world.clear()
        self.api.calls.clear()
        self.api.script.clear()
        self.api.latency = 0.0

    @asynccontextmanager
    async def _live(self, _: Starlette) -> AsyncIterator[None]:
        await self.webhooks.start()
        try:
            yield
        finally:
            await self.webhooks.stop()

    def _doors(self) -> list[Route]:
        return [
            Route("/_emulator/sms", self._show_sms, methods=["GET"]),
            Route("/_emulator/requests", self._show_requests, methods=["GET"]),
            Route("/_emulator/{act}", self._act, methods=["POST"]),
        ]

    async def _show_sms(self, request: Request) -> Response:
        inbox = self.sms(request.query_params.get("phone", ""))
        return JSONResponse([{"from": sms.sender, "text": sms.text, "at": sms.at.isoformat()} for sms in inbox])

    async def _show_requests(self, _: Request) -> Response:
        shown = [{"method": c.method, "path": c.path, "phone": c.phone, "at": c.at.isoformat()} for c in self.requests]
        return JSONResponse(shown)

    async def _act(self, request: Request) -> Response:
        try:
            words = await request.json() if await request.body() else {}
            self._obey(request.path_params["act"], words)
        except (KeyError, TypeError, ValueError) as wrong:
            return JSONResponse({"error": str(wrong)}, 400)
        return JSONResponse({"ok": True})

    def _obey(self, act: str, words: Mapping[str, Any]) -> None:
        match act:
            case "clock":
                self.advance(float(words["advance"]))
            case "faults":
                rest = {name: value for name, value in words.items() if name not in {"path", "times"}}
                self.fail(words["path"], Fault(**rest), int(words.get("times", 1)))
            case "latency":
                self.slow_down(float(words["seconds"]))
            case "webhook":
                self.set_webhook(**words)
            case "reset":
                self.reset()
            case _:
                raise ValueError(f"there is no {act}")
