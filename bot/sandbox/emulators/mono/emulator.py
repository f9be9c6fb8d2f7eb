"""The emulated Mono put together: the API, its world and its webhooks; no rule of its own.

The numbers, people and codes are ours; nobody should expect them at Mono.
"""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.emulators.clock import Clock
from bot.sandbox.emulators.mono.api_door import ApiDoor, Call
from bot.sandbox.emulators.mono.doors import Doors
from bot.sandbox.emulators.mono.events import Event
from bot.sandbox.emulators.mono.faults import Fault
from bot.sandbox.emulators.mono.networks import local
from bot.sandbox.emulators.mono.telecom import Telecom
from bot.sandbox.emulators.mono.v1 import AccountsV1
from bot.sandbox.emulators.mono.v2 import AccountsV2
from bot.sandbox.emulators.mono.webhooks import Target, Webhooks
from bot.sandbox.emulators.mono.world import Sms, World


def make_key() -> str:
    """A test secret key such as the dashboard gives."""
    return f"test_sk_{secrets.token_hex(10)}"


class MonoEmulator:
    """Mono's Telco Data API for one business over HTTP, and in Python the hands of those who watch it.

    `app` is the ASGI application; served, it answers the API and `/_emulator/...`. `clock` may be wound.
    """

    def __init__(self, key: str = "", *, clock: Clock | None = None) -> None:
        self.key = key or make_key()
        self.clock = clock or Clock()
        self._world = World(self.clock)
        self._webhooks = Webhooks(self.clock)
        shared = (self._world, self._webhooks)
        routes = {**Telecom(*shared).routes(), **AccountsV1(*shared).routes(), **AccountsV2(*shared).routes()}
        self._api = ApiDoor(self.key, routes, self.clock)
        self.app: ASGIApp = _Front(self._api, self._build_doors())

    @property
    def requests(self) -> list[Call]:
        """Every call of the API, answered or not, oldest first."""
        return self._api.calls

    @property
    def is_settled(self) -> bool:
        """Whether the webhook has had every event that is due; some may wait for a later time."""
        return self._webhooks.is_settled

    def sms(self, phone: str) -> list[Sms]:
        """What lies in the inbox of a phone (local form or `+234...`), oldest first."""
        return list(self._world.inbox.get(local(phone), ()))

    def advance(self, seconds: float) -> None:
        """Wind the clock."""
        self.clock.advance(seconds)

    def fail(self, path: str, fault: Fault, times: int = 1) -> None:
        """Have the next `times` calls of a path go wrong; `*` in it stands for anything. Raises ValueError for none."""
        self._api.script.arm(path, fault, times)

    def slow_down(self, seconds: float) -> None:
        """Have every answer take that long, on the clock."""
        self._api.latency = seconds

    def set_webhook(self, url: str, secret: str, *, lose: int = 0, double: int = 0) -> None:
        """Send events there from now on: the first `lose` get lost, the `double` after them come twice."""
        self._webhooks.target = Target(url, secret, lose, double)

    def send_event(self, event: Event) -> None:
        """Have the webhook get any event, well-formed or not."""
        self._webhooks.send(event)

    def reset(self) -> None:
        """Forget everything but the key, the time and where events go."""
        self._world.clear()
        self._api.clear()
        self._webhooks.clear()

    def _build_doors(self) -> Starlette:
        acts: list[Callable[..., None]] = [
            *(self.advance, self.fail, self.slow_down, self.set_webhook, self.send_event, self.reset),
        ]
        doors = Doors(acts, self.sms, lambda: self.requests)
        return Starlette(routes=doors.routes(), lifespan=self._live)

    @asynccontextmanager
    async def _live(self, _: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await self._webhooks.stop()


class _Front:
    """The API for everybody who does not ask for the control doors."""

    def __init__(self, api: ASGIApp, doors: ASGIApp) -> None:
        self._api = api
        self._doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_api = scope["type"] == "http" and not scope["path"].startswith("/_emulator/")
        await (self._api if is_api else self._doors)(scope, receive, send)
