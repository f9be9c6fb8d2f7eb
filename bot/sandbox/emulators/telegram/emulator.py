"""The emulated Telegram put together: one bot, its Bot API, and the people it talks to; no rule of its own."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.sandbox.emulators.clock import Clock
from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.bot_door import BotDoor
from bot.sandbox.emulators.telegram.delivery import Delivery
from bot.sandbox.emulators.telegram.doors import Doors
from bot.sandbox.emulators.telegram.faults import Fault, Faults
from bot.sandbox.emulators.telegram.journal import Journal
from bot.sandbox.emulators.telegram.limits import Limits
from bot.sandbox.emulators.telegram.membership import Membership
from bot.sandbox.emulators.telegram.messages import MessageMethods
from bot.sandbox.emulators.telegram.methods import BotApi, MethodGroups, is_token
from bot.sandbox.emulators.telegram.people import Impossible, People
from bot.sandbox.emulators.telegram.polling import Polling
from bot.sandbox.emulators.telegram.post import Postman
from bot.sandbox.emulators.telegram.profile import ProfileMethods
from bot.sandbox.emulators.telegram.screen import Screen, look
from bot.sandbox.emulators.telegram.updates import Updates
from bot.sandbox.emulators.telegram.webhook import WebhookMethods
from bot.sandbox.emulators.telegram.world import Chat, Json, World


def make_token() -> str:
    """A token such as BotFather gives, of a bot that there is not."""
    return f"{secrets.randbelow(9 * 10**9) + 10**9}:AA{secrets.token_urlsafe(24)}"


class TelegramEmulator(People):
    """The Bot API for one bot over HTTP, and in Python the hands of the people who talk to it.

    `app` is the ASGI application; served, it answers `/bot<token>/<method>` and `/_emulator/...`.
    `clock` may be wound; `journal` tells what the bot did; `delivery.resting` which queues wait to be retried.
    Raises ValueError for a token that could not be one.
    """

    def __init__(
        self,
        token: str,
        *,
        username: str = "telcolink_bot",
        limits: bool = True,
        clock: Clock | None = None,
    ) -> None:
        if not is_token(token):
            raise ValueError("a bot's token is a number, a colon, and letters, digits, underscores or dashes")
        self.token = token
        self.clock = clock or Clock()
        self.user: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "telcolink",
            "username": username,
        }
        self.world = World()
        self.journal = Journal()
        self.faults = Faults()
        self.limits = Limits(self.clock, enforced=limits)
        self.updates = Updates(self.clock)
        membership = Membership(self.world, self.updates, self.clock, self.user)
        super().__init__(self.world, self.updates, membership, self.clock)
        self._postman = Postman(self._obey)
        self.delivery = Delivery(self.updates, self.clock, self._postman)
        self._polling = Polling(self.updates, self.clock, lambda: self.delivery.webhook is not None)
        self._webhook = WebhookMethods(self.delivery, self.updates, self._polling, self.clock)
        self.profile = ProfileMethods(self.world, self.user)
        messages = MessageMethods(self.world, self.clock, self.limits, self.user)
        groups = MethodGroups(messages, self.profile, membership, self._webhook, self._polling)
        self._api = BotApi(token, groups, self.faults, self.journal, self.clock)
        self.app: ASGIApp = BotDoor(self._api, self._build_doors())

    def screen(self, chat_id: int) -> Screen:
        """What is on the screen of a chat; a private chat's id is the person's."""
        return look(self._open(chat_id))

    def menu(self, person_id: int) -> dict[str, str]:
        """The commands in a person's menu, in their order, each with what is said of it."""
        chat = self._open(person_id)
        shown = self.profile.menu_of(chat.person) if chat.person else []
        return {command["command"]: command["description"] for command in shown}

    async def wait(self, chat_id: int, since: int = 0, timeout: float = 5.0) -> Screen:  # noqa: ASYNC109
        """The screen once its revision is beyond `since`; after `timeout` real seconds as it is."""
        chat = self._open(chat_id)
        try:
            async with asyncio.timeout(timeout):
                await chat.changed(since)
        except TimeoutError:
            pass
        return look(chat)

    def inject(self, update: Json, queue: int = 0) -> None:
        """Put in an update as it is, well-formed or not; without `update_id` it gets the next one."""
        self.updates.inject(update, queue)

    def hold(self) -> None:
        """Keep updates back from now on."""
        self.updates.hold()

    def release(self, *, reverse: bool = False, copies: int = 1) -> None:
        """Let the held updates go; if asked in reversed order, or each several times with the same update_id."""
        self.updates.release(reverse=reverse, copies=copies)

    def fail(self, fault: Fault) -> None:
        """Order a failure."""
        self.faults.add(fault)

    def advance(self, seconds: float) -> None:
        """Wind the clock."""
        self.clock.advance(seconds)

    def limit(self, *, enforced: bool) -> None:
        """Switch the limits on sending on or off."""
        self.limits.enforced = enforced

    def reset(self) -> None:
        """Forget everybody and everything; the clock stays where it is."""
        self._webhook.clear()
        self._polling.clear()
        self.world.clear()
        self.updates.clear()
        self.profile.clear()
        self.faults.clear()
        self.journal.clear()
        self.limits.clear()

    async def _obey(self, method: str, arguments: Arguments) -> None:
        await self._api.obey(method, arguments)

    def _open(self, chat_id: int) -> Chat:
        chat = self.world.chats.get(chat_id)
        if chat is None:
            raise Impossible("there is no such chat")
        return chat

    def _build_doors(self) -> Starlette:
        acts: list[Callable[..., Any]] = [
            *(self.add_person, self.change_person, self.add_group, self.say, self.start, self.send),
            *(self.share_contact, self.edit, self.tap, self.press, self.block, self.unblock, self.remove_bot),
            *(self.inject, self.hold, self.release, self.fail, self.advance, self.limit, self.reset),
        ]
        doors = Doors(acts, self.wait, self.world, self.journal)
        return Starlette(routes=list(doors.routes()), lifespan=self._live)

    @asynccontextmanager
    async def _live(self, _: Starlette) -> AsyncIterator[None]:
        await self._postman.start()
        try:
            yield
        finally:
            self.delivery.close()
            await self._postman.stop()
