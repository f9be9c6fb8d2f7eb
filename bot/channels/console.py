"""The console channel: a chat without any platform, for tests and for trying the bot by hand. Never a network."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

from bot.errors import RecipientGone
from bot.ports import Forward, Inbound, Receive
from bot.retry import Work
from bot.scheduler import Sweep
from bot.turns.putting_aside import receive_or_put_aside
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, ContactShared, LinkOpened, Oddity, OddityReceived, TextReceived
from conversations.effects import MenuItem
from conversations.wording import Rendered

NAME = "console"


@dataclass(slots=True)
class Bubble:
    """One thing in a chat. `mine` says that the person wrote it."""

    text: str
    mine: bool
    message: Rendered | None = None
    name: str = ""
    deleted: bool = False


@dataclass(slots=True)
class ConsoleChat:
    """What a person sees."""

    bubbles: list[Bubble] = field(default_factory=list)
    typing: int = 0
    blocked: bool = False


class Console:
    """Implements `Channel` in memory."""

    name = NAME
    shares_contact = False
    deletes_messages = True
    deletes_after = timedelta()
    shows_menus = False
    sends_files = True
    brand = "the console"
    handle = "the console bot"
    way_in = ""

    def __init__(self) -> None:
        self._receive: Receive | None = None
        self._said_more = asyncio.Condition()
        self._sent = 0
        self.chats: dict[str, ConsoleChat] = {}

    def connect(self, receive: Receive) -> None:
        """From now on, what people write goes to `receive`."""
        self._receive = receive

    def chat(self, address: str) -> ConsoleChat:
        return self.chats.setdefault(address, ConsoleChat())

    async def wait(self, address: str, seen: int, patience: float) -> bool:
        """Whether the bot has said more than `seen` messages, now or within `patience` real seconds."""
        try:
            async with asyncio.timeout(patience):
                async with self._said_more:
                    await self._said_more.wait_for(lambda: self._said(address) > seen)
        except TimeoutError:
            return False
        return True

    def _said(self, address: str) -> int:
        return sum(not bubble.mine for bubble in self.chat(address).bubbles)

    def numbers_answers(self, contact: Contact, message: Rendered) -> bool:
        return message.is_numbered

    async def deliver(self, contact: Contact, message: Rendered) -> None:
        chat = self.chat(contact.address)
        if chat.blocked:
            raise RecipientGone("blocked")
        chat.bubbles.append(Bubble(message.text, mine=False, message=message))
        async with self._said_more:
            self._said_more.notify_all()

    async def delete(self, contact: Contact, message: str) -> None:
        for bubble in self.chat(contact.address).bubbles:
            if bubble.mine and bubble.name == message:
                bubble.deleted = True

    async def show_menu(self, contact: Contact, items: tuple[MenuItem, ...]) -> None:
        """There is none."""

    async def wait_turn(self, contact: Contact) -> None:
        """There is always room."""

    async def show_typing(self, contact: Contact) -> None:
        self.chat(contact.address).typing += 1

    async def show_progress(self, contact: Contact, text: str, shown: str | None) -> str | None:
        return None

    async def say(self, address: str, text: str) -> None:
        """A person types. `/start` opens the chat, as on the platforms."""
        self._sent += 1
        name = str(self._sent)
        self.chat(address).bubbles.append(Bubble(text, mine=True, name=name))
        event = LinkOpened() if text.strip() == "/start" else TextReceived(text, name)
        await self._hand_on(address, event, name)

    async def tap(self, address: str, choice: str, prompt: int) -> None:
        self._sent += 1
        await self._hand_on(address, ButtonTapped(choice, prompt), str(self._sent))

    async def share_contact(self, address: str, number: str, *, own: bool) -> None:
        self._sent += 1
        await self._hand_on(address, ContactShared(number, own), str(self._sent))

    async def send_oddity(self, address: str, oddity: Oddity, caption: str = "") -> None:
        self._sent += 1
        name = str(self._sent)
        self.chat(address).bubbles.append(Bubble(caption, mine=True, name=name))
        await self._hand_on(address, OddityReceived(oddity, caption, name), name)

    async def edit(self, address: str, text: str) -> None:
        """The person changes what they wrote last."""
        self._sent += 1
        changed = next(bubble for bubble in reversed(self.chat(address).bubbles) if bubble.mine)
        changed.text, changed.deleted = text, False
        await self._hand_on(address, OddityReceived(Oddity.EDITED, text, changed.name), str(self._sent))

    async def _hand_on(
        self, address: str, event: TextReceived | ButtonTapped | ContactShared | OddityReceived | LinkOpened, name: str
    ) -> None:
        if self._receive is None:
            raise RuntimeError("the console is not connected")
        inbound = Inbound(Contact(NAME, address), event, delivery=f"{address}:{name}")
        kept = event.text if isinstance(event, TextReceived | OddityReceived) else type(event).__name__
        await receive_or_put_aside(self._receive, inbound, kept.encode(errors="backslashreplace"))


class ConsoleModule:
    """Implements `ChannelModule`. No setting switches it on: who wants it brings it along."""

    inviter = None
    title = ""

    def __init__(self, console: Console) -> None:
        self.channel = console

    async def prepare(self, receive: Receive, forward: Forward) -> None:
        self.channel.connect(receive)

    async def register(self, business: str) -> None:
        """There is nobody to tell."""

    def doors(self) -> tuple[()]:
        return ()

    def sweeps(self) -> list[tuple[timedelta, Sweep]]:
        return []

    def background(self) -> list[tuple[str, Work]]:
        return []
