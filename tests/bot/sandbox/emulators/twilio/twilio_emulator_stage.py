"""A stage for the emulated Twilio's tests: the emulator, a bot that only notes what it is sent, Twilio's own client."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, ParamSpec, TypeVar
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.twilio import AccountRules, TwilioEmulator

PUBLIC = "https://bot.example"
TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
_P = ParamSpec("_P")
_T = TypeVar("_T")


def twiml(body: str = TWIML) -> Response:
    return Response(body, media_type="text/xml")


@dataclass
class Heard:
    """One request to the bot: where, the form as it was posted, and the headers."""

    path: str
    pairs: list[tuple[str, str]]
    headers: dict[str, str]

    @property
    def form(self) -> dict[str, str]:
        return dict(self.pairs)


@dataclass
class Bot:
    """Answers by path with what `answers` holds, empty TwiML unless given, once `gate` is open."""

    heard: list[Heard] = field(default_factory=list)
    answers: dict[str, Response] = field(default_factory=dict)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()
        self.app = Starlette(routes=[Route("/{path:path}", self._listen, methods=["GET", "POST"])])

    async def _listen(self, request: Request) -> Response:
        pairs = parse_qsl((await request.body()).decode(), keep_blank_values=True)
        self.heard.append(Heard(request.url.path, pairs, dict(request.headers)))
        self._news.set()
        await self.gate.wait()
        return self.answers.get(request.url.path) or twiml()

    async def hears(self, path: str, count: int = 1) -> None:
        """Until that many requests came to this path."""
        while len(self.at(path)) < count:
            self._news.clear()
            await self._news.wait()

    def at(self, path: str) -> list[dict[str, str]]:
        """The forms posted to this path, in the order in which they came."""
        return [heard.form for heard in self.heard if heard.path == path]


@dataclass
class Stage:
    """Twilio believes the bot to be at PUBLIC; really both are at `url`."""

    twilio: TwilioEmulator
    bot: Bot
    client: Client
    url: str

    async def call(self, act: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Run Twilio's blocking client beside the event loop."""
        return await asyncio.to_thread(act, *args, **kwargs)

    async def send(self, to: str, body: str = "hello", **fields: Any) -> Any:
        """Create a message with Twilio's client and wait for everything that follows from it."""
        fields |= {"body": body} if body else {}
        message = await self.call(self.client.messages.create, to=to, from_=self.twilio.sender, **fields)
        await self.twilio.settle()
        return message

    async def refusal(self, act: Callable[..., Any], *args: Any, **kwargs: Any) -> tuple[int, int]:
        """HTTP status and Twilio's code of a call that must be refused."""
        try:
            await self.call(act, *args, **kwargs)
        except TwilioRestException as error:
            return error.status, error.code or 0
        raise AssertionError("Twilio did not refuse")


@dataclass
class Switchboard:
    """One server for every stage of a test module: stopping one takes a tenth of a second."""

    url: str = ""
    bot: ASGIApp | None = None
    twilio: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        for_bot = scope.get("path", "").startswith(("/whatsapp", "/fallback", "/files"))
        app = self.bot if for_bot else self.twilio
        if app is not None:
            await app(scope, receive, send)


@asynccontextmanager
async def open_switchboard() -> AsyncIterator[Switchboard]:
    board = Switchboard()
    async with serve(board) as board.url:
        yield board


@asynccontextmanager
async def stage_twilio(board: Switchboard, rules: AccountRules | None = None) -> AsyncIterator[Stage]:
    """Time stands still until it is wound. The bot is behind a public https address, as in production."""
    clock = EmulatedClock(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))
    twilio, bot = TwilioEmulator(clock=clock, rules=rules), Bot()
    board.twilio, board.bot, twilio.base_url = twilio.app, bot.app, board.url
    twilio.set_webhook(f"{PUBLIC}/whatsapp", f"{board.url}/whatsapp", status_url=f"{PUBLIC}/whatsapp/status")
    http = TwilioHttpClient(timeout=5)
    client = Client(twilio.account.sid, twilio.account.auth_token, http_client=http)
    for domain in (client.api, client.messaging, client.content):
        domain.base_url = board.url
    yield Stage(twilio, bot, client, board.url)
    http.session.close()
    await twilio.close()
