"""A channel as one thing: what is known of it before it is opened, and what it gives the service when it is.

app, resources, serve, doctor and config are loops over these; `registry` lists them. In the order of a start:

1. `ChannelKind.open`     a channel that can send, and knows nobody who receives
2. `prepare`              it knows who receives, and notes where it stands, before anything new can come
   (the service settles what was cut off, and sends what waits)
3. `sweeps`               the schedule has them
4. `register`             the platform is told where we are
5. `background`           what asks for what is new, or looks for what is old
6. `doors`                they open, and the web application is served at last; while we stand by, what is posted there
                          is kept for who leads
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import Any, Protocol

from msgspec import Struct

from bot.checks.finding import Check
from bot.config.declarations import ChannelDeclaration
from bot.config.settings import Settings
from bot.http.doors import Door
from bot.monitoring.metrics import Metrics
from bot.outgoing.client import LeanClient
from bot.ports import Channel, Clock, Forward, Receive, TemplateSender
from bot.retry import Work
from bot.scheduler import Sweep
from storage.database import Database
from storage.store import Store


class ChannelContext(Struct, frozen=True):
    """What a channel is opened with; all of it stays the caller's."""

    settings: Settings
    clock: Clock
    http: LeanClient
    database: Database
    store: Store
    metrics: Metrics


class ChannelModule(Protocol):
    """An opened channel: everything of it that the service has to know."""

    @property
    def channel(self) -> Channel:
        """What goes out by it."""

    @property
    def inviter(self) -> TemplateSender | None:
        """What writes first, where that can be done."""

    @property
    def title(self) -> str:
        """What the bot is called there, "" where it has no name or that is not known yet."""

    async def prepare(self, receive: Receive, forward: Forward) -> None:
        """Note where we stand and who receives, before anything new can come. Raises storage's errors."""

    async def register(self, business: str) -> None:
        """Tell the platform where we are and how the bot is to look. Raises nothing, and goes on where it fails."""

    def doors(self) -> Sequence[Door[Any]]:
        """The addresses that the platform posts to. Nothing may be taken there before it is prepared."""

    def sweeps(self) -> list[tuple[timedelta, Sweep]]:
        """What is done every so often."""

    def background(self) -> list[tuple[str, Work]]:
        """What runs beside the conversations, each with what it is doing. It may be done, but not fail."""


class ChannelCode(Struct, frozen=True):
    """What a channel does: how it is opened, and what the doctor looks at."""

    open: Callable[[ChannelContext], AbstractAsyncContextManager[ChannelModule]]
    checks: tuple[Check, ...]


class ChannelKind(Struct, frozen=True):
    """A channel that can be switched on by settings, whether it is on or off. Its code is loaded when it is needed."""

    declaration: ChannelDeclaration
    load: Callable[[], ChannelCode]

    @property
    def name(self) -> str:
        return self.declaration.name

    @property
    def open(self) -> Callable[[ChannelContext], AbstractAsyncContextManager[ChannelModule]]:
        return self.load().open

    @property
    def checks(self) -> tuple[Check, ...]:
        return self.load().checks
