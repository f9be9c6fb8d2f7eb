"""The Telegram channel: messages out, in Telegram's terms. Never what comes in (`telegram_doors`)."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, Self

import structlog
from pydantic import SecretStr
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram_limits import Pace
from bot.channels.telegram_transport import Transport
from bot.channels.telegram_updates import NAME
from bot.config import Settings
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone
from bot.ports import Clock
from conversations.contact import Contact
from conversations.wording import Button, Rendered

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
SHORT_LABEL = 12  # characters; longer ones get a row of their own
POLL_SECONDS = 50  # the longest that Telegram waits; core.telegram.org/bots/api#getupdates
# What a 400 says when there is nothing left to do; texts of the Bot API server.
ALREADY = ("message is not modified", "message to delete not found", "message can't be deleted")
NOBODY = ("chat not found", "user is deactivated", "peer_id_invalid")

log = structlog.get_logger()


class Telegram:
    """Implements `Channel`. `title` and `handle` are the bot's own name and username."""

    name = NAME
    shares_contact = True

    def __init__(self, bot: Bot, polls: BaseRequest, pace: Pace) -> None:
        self.bot = bot
        self._polls = polls
        self.handle = ""
        self.title = ""
        self._pace = pace
        self._answering: set[asyncio.Task[None]] = set()

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings, clock: Clock) -> AsyncIterator[Self]:
        """The bot of the settings, ready to send, until the block is left. Raises `ChannelDown` without one."""
        base = f"{settings.telegram_api_base.rstrip('/')}/bot"
        requests, polls = Transport(), Transport(read_seconds=POLL_SECONDS + 10)
        bot = Bot(settings.telegram_token.get_secret_value(), base, request=requests, get_updates_request=polls)
        per_chat = timedelta(seconds=settings.telegram_seconds_per_chat)
        telegram = cls(bot, polls, Pace(clock, per_chat, settings.telegram_sends_per_second))
        try:
            await telegram._ask(bot.initialize())
            telegram.handle, telegram.title = f"@{bot.username}", bot.first_name
            yield telegram
        finally:
            await telegram._finish()
            await bot.shutdown()

    async def deliver(self, contact: Contact, message: Rendered) -> str | None:
        await self._pace.wait_for_turn(contact.address)
        await self._ask(
            self.bot.send_message(
                int(contact.address), message.text, reply_markup=_markup(message), link_preview_options=NO_PREVIEW
            )
        )
        return None

    async def delete(self, contact: Contact, message: str) -> None:
        # Bots may delete incoming messages of private chats for 48 hours.
        await self._ask(self.bot.delete_message(int(contact.address), int(message)))

    async def show_typing(self, contact: Contact) -> None:
        await self._ask(self.bot.send_chat_action(int(contact.address), "typing"))

    async def show_progress(self, contact: Contact, text: str, shown: str | None) -> str | None:
        await self._pace.wait_for_turn(contact.address)
        if shown:
            await self._ask(self.bot.edit_message_text(text, int(contact.address), int(shown)))
            return shown
        sent = await self._ask(self.bot.send_message(int(contact.address), text))
        return str(sent.message_id) if sent else None

    def answer_tap(self, callback: str) -> None:
        """Stop the spinner on a tapped button. Best effort: it matters for seconds only."""
        self._later(lambda: self.bot.answer_callback_query(callback))

    def leave(self, chat: int) -> None:
        """Private chats only: what is said in a group is read by others."""
        self._later(lambda: self.bot.leave_chat(chat))

    async def set_webhook(self, url: str, secret: SecretStr, updates: Sequence[str], connections: int) -> None:
        """From now on Telegram posts there."""
        await self._ask(
            self.bot.set_webhook(
                url,
                secret_token=secret.get_secret_value(),
                allowed_updates=updates,
                max_connections=connections,
            )
        )

    async def drop_webhook(self) -> None:
        """Telegram keeps what comes until it is asked for; what waits already is not lost."""
        await self._ask(self.bot.delete_webhook(drop_pending_updates=False))

    async def tell(self, call: Callable[[Bot], Awaitable[Any]]) -> None:
        """Any other call, its errors in our terms."""
        await self._ask(call(self.bot))

    async def ask_raw(self, method: str, arguments: dict[str, Any]) -> Any:
        """A method's result as it came, without the library's model of it."""
        return await self._ask(
            self._polls.post(f"{self.bot.base_url}/{method}", _data(arguments), read_timeout=POLL_SECONDS + 10)
        )

    async def _ask(self, call: Awaitable[Any]) -> Any:
        """One call; its errors in our terms. None where Telegram says that it is so already."""
        try:
            return await call
        except BadRequest as error:
            if any(words in error.message.lower() for words in ALREADY):
                return None
            raise _sort(error) from None
        except RetryAfter as error:
            busy = _sort(error)
            self._pace.halt(_span(error))
            raise busy from None
        except TelegramError as error:
            raise _sort(error) from None

    def _later(self, call: Callable[[], Awaitable[Any]]) -> None:
        async def attempt() -> None:
            try:
                await self._ask(call())
            except DeliveryError as error:
                log.debug("best_effort_failed", error=type(error).__name__)

        task = asyncio.create_task(attempt())
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _finish(self) -> None:
        for task in list(self._answering):
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)


def _sort(error: TelegramError) -> DeliveryError:
    """The one table of Telegram's errors. `Forbidden` is also what a person's block looks like."""
    text = error.message.lower()
    if isinstance(error, Forbidden) or any(words in text for words in NOBODY):
        return RecipientGone("the person is not there")
    if isinstance(error, RetryAfter):
        return ChannelBusy(_span(error))
    if isinstance(error, InvalidToken):
        log.critical("telegram_token_refused")
        return ChannelDown("the token is refused")
    if isinstance(error, BadRequest):
        return MessageRefused(type(error).__name__)
    return ChannelDown(type(error).__name__ if isinstance(error, NetworkError) else "unknown")


def _span(error: RetryAfter) -> timedelta:
    wait = error._retry_after  # noqa: SLF001 - the public property warns unless an environment variable is set
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)


def _markup(message: Rendered) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove:
    """Buttons under the message, or the contact keyboard under the chat; a message with neither takes that one away."""
    if message.contact_label:
        key = KeyboardButton(message.contact_label, request_contact=True)
        return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)
    if not message.buttons:
        return ReplyKeyboardRemove()
    buttons = [_button(button, message.prompt) for button in message.buttons]
    short = all(len(button.label) <= SHORT_LABEL for button in message.buttons)
    return InlineKeyboardMarkup([buttons] if short else [[button] for button in buttons])


def _button(button: Button, prompt: int) -> InlineKeyboardButton:
    return InlineKeyboardButton(button.label, callback_data=f"{prompt}:{button.choice}")


def _data(arguments: dict[str, Any]) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in arguments.items()])
