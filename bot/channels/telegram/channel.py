"""The Telegram channel: messages out, in Telegram's terms; never what comes in (`inbound`)."""

from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import Any, Self, TypeVar

from msgspec import Struct

from bot.channels.telegram.background import BackgroundTasks
from bot.channels.telegram.calls import BotCalls
from bot.channels.telegram.library import Library
from bot.channels.telegram.messages import PUTTING_AWAY, Keyboard, fits_below, keyboard_of, split, with_table
from bot.channels.telegram.pacing import TelegramPacing
from bot.channels.telegram.pieces import Piece, Pieces
from bot.channels.telegram.refusals import AlreadySo, judge
from bot.channels.telegram.settings import NAME, TelegramSettings
from bot.channels.telegram.transport import Transport
from bot.channels.telegram.updates import AnswerTap, LeaveChat, Reaction
from bot.drawing import png
from bot.drawing.qr import draw_png
from bot.errors import ChannelBusy, ChannelDown
from bot.outgoing.client import LeanClient
from bot.ports import Clock
from conversations.contact import Contact
from conversations.effects import MenuItem
from conversations.wording import Rendered
from conversations.wording.files import RenderedFile

T = TypeVar("T")

_NO_PREVIEW = {"is_disabled": True}


class BotShape(Struct, frozen=True):
    """Of the User that the bot is, what it is called."""

    username: str
    first_name: str


class Telegram:
    """Implements `Channel`. `handle` and `title` are the bot's username and name, "" until Telegram was reached."""

    name = NAME
    brand = "Telegram"
    shares_contact = True
    deletes_messages = True
    deletes_after = timedelta()
    shows_menus = True
    sends_files = True

    def __init__(self, calls: BotCalls, library: Library, pacing: TelegramPacing, clock: Clock) -> None:
        self.calls = calls
        self.clock = clock
        self.background = BackgroundTasks(clock)
        self.handle = ""
        self.title = ""
        self.taken = 0  # updates that were posted to us and are kept
        self._library = library
        self._pacing = pacing
        self._pieces = Pieces()

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: TelegramSettings, clock: Clock, http: LeanClient) -> AsyncIterator[Self]:
        """The bot of the settings, until the block is left. It opens without Telegram too, and goes on asking."""
        token, base = settings.telegram_token.reveal(), f"{settings.telegram_api_base}/bot"
        transport = Transport(http, base + token)
        per_chat = timedelta(seconds=settings.telegram_seconds_per_chat)
        pacing = TelegramPacing(clock, per_chat, settings.telegram_sends_per_second)
        telegram = cls(BotCalls(transport), Library(transport, token, base), pacing, clock)
        try:
            await telegram.background.retry_until_done("introduce", telegram._introduce)
            yield telegram
        finally:
            await telegram.background.close()

    @property
    def way_in(self) -> str:
        """core.telegram.org/bots/features#deep-linking; none before the bot's name is known."""
        return f"https://t.me/{self.handle.removeprefix('@')}?start=" if self.handle else ""

    def numbers_answers(self, contact: Contact, message: Rendered) -> bool:
        """Never: every answer is a button."""
        return False

    async def wait_turn(self, contact: Contact) -> None:
        """Not here: each of a message's pieces waits for its own, and for a second at most."""

    async def deliver(self, contact: Contact, message: Rendered) -> None:
        if message.file:
            await self._send_file(contact, message, message.file)
        elif message.qr:
            await self._send_picture(contact, draw_png(message.qr), message.text, keyboard_of(message))
        else:
            await self._send_pieces(contact, message)
        if message.puts_key_away:
            self.background.attempt("put key away", partial(self._put_key_away, contact))

    async def delete(self, contact: Contact, message: str) -> None:
        with suppress(AlreadySo):
            await self._do("deleteMessage", contact, message_id=int(message))

    async def show_menu(self, contact: Contact, items: tuple[MenuItem, ...]) -> None:
        """Too many menus are not too many messages: `ask` is not told the chat, whose messages would wait as well."""
        library = await self._library.calls()
        await self.ask(library.show_menu(contact.address, items))

    async def show_typing(self, contact: Contact) -> None:
        if not self._pacing.is_halted(contact.address):
            await self._do("sendChatAction", contact, action="typing")

    async def show_progress(self, contact: Contact, text: str, shown: str | None) -> str | None:
        if shown is None:
            return await self._send(contact, text)
        await self._pacing.wait_turn(contact.address)
        with suppress(AlreadySo):
            await self._do("editMessageText", contact, message_id=int(shown), text=text)
        return shown

    def react(self, reaction: Reaction) -> None:
        """Do what an update asks for beside a turn, in the background: it matters for seconds, and to nobody later."""
        match reaction:
            case AnswerTap(query, toast):
                self.background.attempt("answer tap", partial(self._answer, query, toast))
            case LeaveChat(chat):
                self.background.attempt("leave chat", partial(self._leave, chat))

    async def ask(self, call: Awaitable[T], chat: str = "") -> T:
        """What Telegram answers; `chat` is the one that the call is for.

        Raises `DeliveryError`s, which hold neither a text nor an address, and nothing else.
        """
        try:
            answer = await call
        except Exception as error:  # noqa: BLE001 - also whatever the library raises at an answer of a strange shape
            failure = judge(error)
        else:
            if answer is not None:
                return answer
            failure = ChannelDown("the answer is not Telegram's")
        if isinstance(failure, ChannelBusy) and chat:
            self._pacing.halt(chat, failure.retry_after)
        raise failure  # outside the handler: what is chained may quote the message

    async def _send(
        self, contact: Contact, text: str, keyboard: Keyboard | None = None, entities: Sequence[Keyboard] = ()
    ) -> str:
        """Send one text; the message's name."""
        await self._pacing.wait_turn(contact.address)
        arguments = {"chat_id": contact.address, "text": text, "link_preview_options": _NO_PREVIEW}
        more: dict[str, Any] = {"reply_markup": keyboard} if keyboard else {}
        if entities:
            more["entities"] = entities
        return str(await self.ask(self.calls.send(arguments | more), contact.address))

    async def _do(self, method: str, contact: Contact, **arguments: Any) -> None:
        await self.ask(self.calls.do(method, {"chat_id": contact.address, **arguments}), contact.address)

    async def _send_pieces(self, contact: Contact, message: Rendered) -> None:
        """The figures as a picture, where there is one, and what it says in words: below it, or after it."""
        text, entities = with_table(message)
        *before, last = split(text)
        keyboard, picture = keyboard_of(message), await png.draw(message.picture) if message.picture else b""
        if picture and not before and fits_below(last):
            await self._send_picture(contact, picture, last, keyboard)
            return
        if not picture and not before:
            await self._send(contact, last, keyboard, entities)
            return
        pieces: list[Piece] = [partial(self._send_picture, contact, picture)] if picture else []
        pieces += [partial(self._send, contact, piece) for piece in before]
        pieces.append(partial(self._send, contact, last, keyboard, () if before else entities))
        await self._pieces.send(contact, message, pieces)

    async def _send_picture(
        self, contact: Contact, picture: bytes, text: str | None = None, keyboard: Any = None
    ) -> None:
        library = await self._library.calls()
        await self._pacing.wait_turn(contact.address)
        await self.ask(library.send_picture(contact.address, picture, text, keyboard), contact.address)

    async def _send_file(self, contact: Contact, message: Rendered, file: RenderedFile) -> None:
        library, content = await self._library.calls(), file.content.encode()
        await self._pacing.wait_turn(contact.address)
        sending = library.send_file(contact.address, file.name, content, message.text, keyboard_of(message))
        await self.ask(sending, contact.address)

    async def _put_key_away(self, contact: Contact) -> None:
        """A message has one keyboard, so that buttons cannot come with the word that takes keys away.

        core.telegram.org/bots/api#replykeyboardremove. What carried that word need not stay. It is out of turn: one
        too many in a second is let through, and nobody waits for it.
        """
        passing = {
            "chat_id": contact.address,
            "text": PUTTING_AWAY,
            "disable_notification": True,
            "reply_markup": {"remove_keyboard": True},
        }
        sent = await self.ask(self.calls.send(passing), contact.address)
        await self.delete(contact, str(sent))

    async def _introduce(self) -> None:
        me = await self.ask(self.calls.look_up("getMe", BotShape))
        self.handle, self.title = f"@{me.username}", me.first_name

    async def _answer(self, query: str, toast: str) -> None:
        with suppress(AlreadySo):
            shown = {"text": toast} if toast else {}
            await self.ask(self.calls.do("answerCallbackQuery", {"callback_query_id": query, **shown}))

    async def _leave(self, chat: int) -> None:
        await self.ask(self.calls.do("leaveChat", {"chat_id": chat}))
