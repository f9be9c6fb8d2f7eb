"""The emulated Telegram put together: one bot, its Bot API, and the people it talks to; no rule of its own."""

import asyncio
import secrets

from starlette.types import ASGIApp

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.control_routes import control_app
from bot.sandbox.emulators.telegram.api import MethodGroups, TelegramApi, is_token
from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.control_routes import TelegramControlRoutes
from bot.sandbox.emulators.telegram.faults import TelegramFault, TelegramFaults
from bot.sandbox.emulators.telegram.journal import TelegramJournal
from bot.sandbox.emulators.telegram.membership import Membership
from bot.sandbox.emulators.telegram.message_methods import MessageMethods
from bot.sandbox.emulators.telegram.people import Impossible, TelegramPeople
from bot.sandbox.emulators.telegram.polling import Polling
from bot.sandbox.emulators.telegram.profile_methods import ProfileMethods
from bot.sandbox.emulators.telegram.rate_limits import TelegramRateLimits
from bot.sandbox.emulators.telegram.routes import TelegramRoutes
from bot.sandbox.emulators.telegram.screen import Screen, look
from bot.sandbox.emulators.telegram.state import Json, TelegramChat, TelegramState
from bot.sandbox.emulators.telegram.updates import Updates
from bot.sandbox.emulators.telegram.webhook_client import TelegramWebhookClient
from bot.sandbox.emulators.telegram.webhook_methods import WebhookMethods
from bot.sandbox.emulators.telegram.webhooks import TelegramWebhooks

ACTIONS = (  # over HTTP
    *("add_person", "change_person", "add_group", "start", "say", "tap", "press", "share_contact"),
    *("send", "send_album", "edit", "block", "unblock", "remove_bot"),
    *("inject", "hold", "release", "fail", "limit", "advance", "reset"),
)


def make_token() -> str:
    """A token such as BotFather gives, of a bot that there is not."""
    return f"{secrets.randbelow(9 * 10**9) + 10**9}:AA{secrets.token_urlsafe(24)}"


class TelegramEmulator(TelegramPeople):
    """The Bot API for one bot over HTTP, and in Python the hands of the people who talk to it.

    `app` is the ASGI application; served, it answers `/bot<token>/<method>` and `/_emulator/...`.
    `clock` may be wound; `journal` tells what the bot did; `webhooks.resting` which queues wait to be retried.
    Raises ValueError for a token that could not be one.
    """

    def __init__(
        self,
        token: str,
        *,
        username: str = "telcolink_bot",
        limits: bool = True,
        clock: EmulatedClock | None = None,
    ) -> None:
        if not is_token(token):
            raise ValueError("a bot's token is a number, a colon, and letters, digits, underscores or dashes")
        self.token = token
        self.clock = clock or EmulatedClock()
        self.user: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "telcolink",
            "username": username,
        }
        self.state = TelegramState()
        self._looks: dict[int, Screen] = {}
        self.journal = TelegramJournal()
        self.faults = TelegramFaults()
        self.limits = TelegramRateLimits(self.clock, enforced=limits)
        self.updates = Updates(self.clock)
        membership = Membership(self.state, self.updates, self.clock, self.user)
        super().__init__(self.state, self.updates, membership, self.clock)
        self._client = TelegramWebhookClient(self._obey)
        self.webhooks = TelegramWebhooks(self.updates, self.clock, self._client)
        self._polling = Polling(self.updates, self.clock, lambda: self.webhooks.webhook is not None)
        self._webhook = WebhookMethods(self.webhooks, self.updates, self._polling, self.clock)
        self.profile = ProfileMethods(self.state, self.user)
        messages = MessageMethods(self.state, self.clock, self.limits, self.user)
        groups = MethodGroups(messages, self.profile, membership, self._webhook, self._polling)
        self._api = TelegramApi(token, groups, self.faults, self.journal, self.clock)
        self.app: ASGIApp = TelegramRoutes(self._api, self._build_control())

    @property
    def is_settled(self) -> bool:
        """Whether the bot has had every update that is due; some may wait for a later try."""
        now = self.clock.now()
        return all(self.webhooks.resting.get(update.queue, now) > now for update in self.updates.waiting())

    def screen(self, chat_id: int) -> Screen:
        """What is on the screen of a chat; a private chat's id is the person's."""
        return self._look(self._open(chat_id))

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
        return self._look(chat)

    def inject(self, update: Json, queue: int = 0) -> None:
        """Put in an update as it is, well-formed or not; without `update_id` it gets the next one."""
        self.updates.inject(update, queue)

    def hold(self) -> None:
        """Keep updates back from now on."""
        self.updates.hold()

    def release(self, *, reverse: bool = False, copies: int = 1) -> None:
        """Let the held updates go; if asked in reversed order, or each several times with the same update_id."""
        self.updates.release(reverse=reverse, copies=copies)

    def fail(self, fault: TelegramFault) -> None:
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
        self.state.clear()
        self._looks.clear()
        self.updates.clear()
        self.profile.clear()
        self.faults.clear()
        self.journal.clear()
        self.limits.clear()

    async def _obey(self, method: str, arguments: Arguments) -> None:
        await self._api.obey(method, arguments)

    def _look(self, chat: TelegramChat) -> Screen:
        """Most looks find nothing new, and a whole chat takes a while to read."""
        last = self._looks.get(chat.id)
        if last is None or last.revision != chat.revision:
            last = self._looks[chat.id] = look(chat)
        return last

    def _open(self, chat_id: int) -> TelegramChat:
        chat = self.state.chats.get(chat_id)
        if chat is None:
            raise Impossible("there is no such chat")
        return chat

    def _build_control(self) -> ASGIApp:
        actions = [getattr(self, name) for name in ACTIONS]
        control = TelegramControlRoutes(actions, self.wait, self.state, self.journal)
        return control_app(control.routes(), self._close)

    async def _close(self) -> None:
        self.webhooks.close()
        await self._client.close()
