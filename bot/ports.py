"""What the shell asks of the outside, as protocols: channels and the clock. Never how a vendor does it."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Protocol

from msgspec import Struct

from conversations.contact import Contact
from conversations.customer.events import Event
from conversations.discretion import Discreet, Hidden
from conversations.effects import MenuItem
from conversations.languages import DEFAULT_LANGUAGE
from conversations.link import Direct
from conversations.phone import PhoneNumber
from conversations.wording import Rendered
from storage.inbound_ids import KEPT
from storage.outbox import OutboxMessage
from storage.transaction import Transaction, Wanted


class Inbound(Discreet, frozen=True):
    """One thing that happened to one contact.

    `delivery` is the platform's name for it, by which a repeat is known for as long as `remembered`; None for what
    happens inside. `language` is what the platform guesses; `own_number` is vouched for by the channel. `name` is
    what they call themselves there, which anybody can, so that nobody is known by it.

    With `hear` the channel itself has something to read and write first, in the same transaction: then this is what is
    foreseen, and `wanted` the rows that it asks for.
    """

    contact: Contact
    event: Event
    delivery: str | None = None
    language: str = DEFAULT_LANGUAGE
    own_number: PhoneNumber | None = None
    name: Hidden[str] = ""
    remembered: timedelta = KEPT
    wanted: tuple[Wanted, ...] = ()
    hear: "Callable[[Transaction], HeardInbound] | None" = None

    @property
    def channel(self) -> str:
        return self.contact.channel


class UnreadableInbound(Discreet, frozen=True):
    """An authentic delivery that could not be decoded: put aside sealed, and acknowledged.

    `contact` is set where at least the sender could be read, so that they get an answer. `with_code` is the chat, and
    the message there, where a code may stand in it: that does not stay.
    """

    channel: str
    reason: str
    content: Hidden[bytes]
    delivery: str | None = None
    contact: Contact | None = None
    remembered: timedelta = KEPT
    with_code: tuple[Contact, str] | None = None


class HeardInbound(Discreet, frozen=True):
    """What a channel made of a delivery: what the turn is about, None for no turn; and what may be sent again now."""

    inbound: Inbound | UnreadableInbound | None
    released: tuple[OutboxMessage, ...] = ()


# What a channel hands its deliveries to. It returns when the turn is on disk; only then may the channel acknowledge.
# Raises storage's errors when it is not: then the delivery must not be acknowledged. What it returns is a word to be
# shown on a tap, where the channel can.
Receive = Callable[[Inbound | UnreadableInbound], Awaitable[str | None]]

# What a channel hands messages to that may now be sent: the dispatcher.
Forward = Callable[[Iterable[OutboxMessage]], None]


class Acceptance(Struct, frozen=True):
    """The platform's name for what it took, by which it reports; and what goes on disk together with the news of it.

    `at`: when the platform took it, where that was found out only later; None: just now.
    """

    name: str
    also: Callable[[Transaction], None] | None = None
    at: datetime | None = None


class Channel(Protocol):
    """One messaging platform. Its methods raise `DeliveryError`s and nothing else."""

    name: str
    shares_contact: bool  # whether it can ask for the sender's own contact card
    deletes_messages: bool  # whether `delete` takes a message out of the person's own chat
    deletes_after: timedelta  # how old a message has to be before `delete` can do that, as far as is known
    shows_menus: bool  # whether a chat there has a menu of commands, which `show_menu` changes
    sends_files: bool  # whether a message there may bring a file; where not, it brings a link to it
    brand: str  # what people call the platform
    handle: str  # the bot's public name there, "" until known

    @property
    def way_in(self) -> str:
        """The address of the chat, to which a link's token is appended; "" where there is none, or none yet."""

    def numbers_answers(self, contact: Contact, message: Rendered) -> bool:
        """Whether numbers stand beside the answers of a message, as it is shown to them: buttons have none."""

    async def wait_turn(self, contact: Contact) -> None:
        """Return when a message may be sent to them, where that takes seconds; each `deliver` comes after one."""

    async def deliver(self, contact: Contact, message: Rendered) -> Acceptance | None:
        """Send one message; a receipt where the platform reports on it later."""

    async def delete(self, contact: Contact, message: str) -> None:
        """Take a message of the customer's out of the chat or the platform's records. Gone already is no error."""

    async def show_menu(self, contact: Contact, items: tuple[MenuItem, ...]) -> None:
        """Have the menu of this chat show these commands; none: what everybody's shows."""

    async def show_typing(self, contact: Contact) -> None:
        """Show that an answer is being worked on, for a few seconds. Best effort."""

    async def show_progress(self, contact: Contact, text: str, shown: str | None) -> str | None:
        """Show a passing note, or change the one that `shown` names; its name, or None where there is no such thing."""


class TemplateMessage(Discreet, frozen=True):
    """An invitation that goes straight to the number of a link. `values` fill the channel's own text for it: who asks,
    what for, and the match words.
    """

    contact: Contact
    reference: str
    values: Hidden[tuple[str, str, str]]
    made_at: datetime


class TemplateSender(Protocol):
    """A channel on which we may write first, to a number alone."""

    direct: Direct

    async def invite(self, body: TemplateMessage) -> str:
        """Send an invitation that was not sent yet, and no other one a second time; the platform's name for it.

        Raises `TemplateNotSent` where it will not be sent, `ChannelBusy` and `ChannelDown` where it may yet be.
        """

    async def find(self, body: TemplateMessage) -> str | None:
        """The platform's name for one that was sent already, None where none was. Raises the same."""


class Clock(Protocol):
    """Time, as handed to everything that waits or decides."""

    def now(self) -> datetime:
        """The moment, UTC."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""

    def call_later(self, seconds: float, call: Callable[[], object]) -> Callable[[], object]:
        """Have it called then, unless what this gives back is called before."""
