"""What the shell asks of the outside, as protocols: channels, the provider, the clock. Never how a vendor does it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.outbox.payloads import TemplateMessage
from conversations.account import AccountDetails, Balance, Identity, TransactionPage
from conversations.contact import Contact
from conversations.effects import MenuItem
from conversations.events import Event
from conversations.languages import DEFAULT_LANGUAGE
from conversations.link import Direct
from conversations.network import Line
from conversations.otp import OtpForm
from conversations.phone import PhoneNumber
from conversations.secret import AccountId, ExchangeCode, OtpCode, SessionReference
from conversations.wording import Rendered
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing that happened to one contact.

    `delivery` is the platform's name for it, by which a repeat is known; None for what happens inside.
    `language` is what the platform guesses; `own_number` is vouched for by the channel. `name` is what they call
    themselves there, which anybody can, so that nobody is known by it.
    """

    contact: Contact
    event: Event
    delivery: str | None = None
    language: str = DEFAULT_LANGUAGE
    own_number: PhoneNumber | None = None
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class UnreadableInbound:
    """An authentic delivery that could not be decoded: put aside sealed, and acknowledged.

    `contact` is set where at least the sender could be read, so that they get an answer.
    """

    channel: str
    reason: str
    content: bytes = field(repr=False)
    delivery: str | None = None
    contact: Contact | None = None


# What a channel hands its deliveries to. It returns when the turn is on disk; only then may the channel acknowledge.
# Raises storage's errors when it is not: then the delivery must not be acknowledged.
Receive = Callable[[Inbound | UnreadableInbound], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Receipt:
    """The platform's name for what it took, by which it reports; and what goes on disk together with the news of it."""

    name: str
    also: Callable[[Transaction], None] | None = None


class Channel(Protocol):
    """One messaging platform. Its methods raise `DeliveryError`s and nothing else."""

    name: str
    shares_contact: bool  # whether it can ask for the sender's own contact card
    deletes_messages: bool  # whether `delete` takes a message out of the person's own chat
    shows_menus: bool  # whether a chat there has a menu of commands, which `show_menu` changes
    brand: str  # what people call the platform
    handle: str  # the bot's public name there, "" until known

    @property
    def way_in(self) -> str:
        """The address of the chat, to which a link's token is appended; "" where there is none, or none yet."""

    async def deliver(self, contact: Contact, message: Rendered) -> Receipt | None:
        """Send one message; a receipt where the platform reports on it later."""

    async def delete(self, contact: Contact, message: str) -> None:
        """Take a message of the customer's out of the chat or the platform's records. Gone already is no error."""

    async def show_menu(self, contact: Contact, items: tuple[MenuItem, ...]) -> None:
        """Have the menu of this chat show these commands; none: what everybody's shows."""

    async def show_typing(self, contact: Contact) -> None:
        """Show that an answer is being worked on, for a few seconds. Best effort."""

    async def show_progress(self, contact: Contact, text: str, shown: str | None) -> str | None:
        """Show a passing note, or change the one that `shown` names; its name, or None where there is no such thing."""


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


@dataclass(frozen=True, slots=True)
class OtpChallenge:
    """An OTP request that was accepted: its reference, and what the customer is to type."""

    reference: SessionReference
    form: OtpForm


class Provider(Protocol):
    """The provider of lines. Every method raises `ProviderRefused` or `ProviderSilent` and nothing else."""

    async def request_otp(self, line: Line) -> OtpChallenge:
        """Have the network send an OTP. Never repeated by itself: each call may cost an SMS."""

    async def check_otp(self, reference: SessionReference, code: OtpCode) -> ExchangeCode:
        """Check what the customer typed. Never repeated by itself: each call may cost a try."""

    async def exchange(self, code: ExchangeCode) -> AccountId:
        """Turn the code of a right OTP into the permanent account ID. May be repeated within the code's life."""

    async def fetch_details(self, account: AccountId) -> AccountDetails:
        """How far the provider is with the line's data, and what it holds."""

    async def fetch_identity(self, account: AccountId) -> Identity | None:
        """None when the provider has no identity for the line."""

    async def fetch_balances(self, account: AccountId) -> tuple[Balance, ...] | None:
        """None when the provider has no balances for the line (yet)."""

    async def fetch_transactions(self, account: AccountId, page: int = 1, limit: int = 5) -> TransactionPage:
        """One page of transactions, newest first; pages are counted from 1."""

    async def refresh(self, account: AccountId) -> None:
        """Ask the provider to read the line anew. At most once in five minutes has an effect."""

    async def unlink(self, account: AccountId) -> None:
        """Give the account back. AccountUnlinking what is already gone is no error."""
