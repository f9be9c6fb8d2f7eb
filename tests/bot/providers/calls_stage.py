"""A provider and a channel that do as they are told, what calls them, and a clock that is wound by hand."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.providers.calls import ProviderCalls
from bot.providers.line_reader import LineReader
from bot.providers.port import OtpChallenge
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.account import (
    AccountDetails,
    Balance,
    DataStatus,
    Direction,
    Identity,
    LineTransaction,
    Money,
    TransactionPage,
)
from conversations.contact import Contact
from conversations.customer.events import Event
from conversations.effects import Immediate, MenuItem
from conversations.network import Line, Network
from conversations.otp import OtpForm
from conversations.phone import PhoneNumber
from conversations.reading import Span
from conversations.secret import AccountId, ExchangeCode, OtpCode, SessionReference
from conversations.wording import Rendered
from tests.scenes import RULES
from tests.waiting import until_quiet

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADA = Contact("telegram", "5000000001")
LINE = Line(PhoneNumber("+2348031234567"), Network.MTN)
REFERENCE, CODE, OTP = SessionReference("reference"), ExchangeCode("exchange"), OtpCode("135790")
ACCOUNT = AccountId("account")
FORM = OtpForm(4, 8, "hint")
IDENTITY = Identity("Adaeze Okafor")
BALANCES = (Balance("Main", Money(123450)),)


class Provider:
    """Answers with what it holds. `trouble` is raised instead; `open` can be cleared to keep everybody waiting."""

    webhook = None

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.trouble: dict[str, Exception] = {}
        self.open = asyncio.Event()
        self.open.set()
        self.status = DataStatus.AVAILABLE
        self.history: list[TransactionPage] = []
        self.balances = BALANCES

    async def _answer(self, name: str) -> None:
        self.asked.append(name)
        await self.open.wait()
        if name in self.trouble:
            raise self.trouble[name]

    async def request_otp(self, line: Line) -> OtpChallenge:
        await self._answer("request_otp")
        return OtpChallenge(REFERENCE, FORM)

    async def check_otp(self, reference: SessionReference, code: OtpCode) -> ExchangeCode:
        await self._answer("check_otp")
        return CODE

    async def exchange(self, code: ExchangeCode) -> AccountId:
        await self._answer("exchange")
        return ACCOUNT

    async def fetch_details(self, account: AccountId) -> AccountDetails:
        await self._answer("fetch_details")
        return AccountDetails(self.status)

    async def fetch_identity(self, account: AccountId) -> Identity | None:
        await self._answer("fetch_identity")
        return IDENTITY

    async def fetch_balances(self, account: AccountId) -> tuple[Balance, ...] | None:
        await self._answer("fetch_balances")
        return self.balances

    async def fetch_transactions(
        self, account: AccountId, page: int = 1, limit: int = 100, span: Span | None = None
    ) -> TransactionPage:
        await self._answer(f"fetch_transactions {page} of {limit}")
        return self.history[page - 1]

    async def refresh(self, account: AccountId) -> None:
        await self._answer("refresh")

    async def unlink(self, account: AccountId) -> None:
        await self._answer("unlink")

    async def check_key(self) -> None:
        await self._answer("check_key")


class Channel:
    """Notes what it is asked to show, and when; `trouble` is raised instead."""

    name = "telegram"
    shares_contact = False
    deletes_messages = True
    deletes_after = timedelta()
    shows_menus = True
    sends_files = True
    brand = "Telegram"
    handle = ""
    way_in = ""

    def __init__(self, clock: EmulatedClock) -> None:
        self._clock = clock
        self.shown: list[tuple[str, float]] = []
        self.notes: dict[str, str] = {}
        self.trouble: Exception | None = None
        self.open = asyncio.Event()
        self.open.set()

    async def deliver(self, contact: Contact, message: Rendered) -> None:
        raise AssertionError("messages go through the outbox")

    async def delete(self, contact: Contact, message: str) -> None:
        raise AssertionError("deletions go through the outbox")

    async def show_menu(self, contact: Contact, items: tuple[MenuItem, ...]) -> None:
        raise AssertionError("menus go through the outbox")

    def numbers_answers(self, contact: Contact, message: Rendered) -> bool:
        return False

    async def wait_turn(self, contact: Contact) -> None: ...

    async def show_typing(self, contact: Contact) -> None:
        self._note("typing")

    async def show_progress(self, contact: Contact, text: str, shown: str | None) -> str | None:
        self._note("changed" if shown else "progress")
        name = shown or "note-1"
        self.notes[name] = text
        await self.open.wait()
        return name

    def _note(self, what: str) -> None:
        if self.trouble:
            raise self.trouble
        self.shown.append((what, round((self._clock.now() - START).total_seconds(), 1)))


class CallsStage:
    """Provider calls, and what it reported."""

    def __init__(self) -> None:
        self.clock = EmulatedClock(at=START)
        self.provider = Provider()
        self.channel = Channel(self.clock)
        self.reported: list[Event] = []
        self.follow: dict[type[Event], Immediate] = {}  # the wish that an event leads to
        self.lines = LineReader(self.provider, self.clock, RULES.reads_serve)
        channels = {"telegram": self.channel}
        self.doubt: Exception | None = None  # whether somebody else leads
        self.provider_calls = ProviderCalls(
            self.provider, self.lines, channels, self.clock, self._report, self._certain
        )

    async def _certain(self) -> None:
        if self.doubt:
            raise self.doubt

    async def _report(self, contact: Contact, event: Event) -> None:
        assert contact == ADA
        self.reported.append(event)
        if type(event) in self.follow:
            self.wish(self.follow[type(event)])

    def wish(self, *wishes: Immediate) -> None:
        self.provider_calls.carry_out(ADA, "en", wishes)

    async def event_of(self, wish: Immediate) -> Event:
        self.wish(wish)
        await self.pass_time(0)
        return self.reported[-1]

    async def pass_time(self, seconds: float) -> None:
        """In small steps, each of which everybody acts on."""
        await until_quiet()
        for _ in range(round(seconds * 10)):
            self.clock.advance(0.1)
            await until_quiet()


def page(*days_ago: int, more: bool = False) -> TransactionPage:
    moved = [LineTransaction(Direction.DEBIT, Money(100), "Airtime", START - timedelta(days=days)) for days in days_ago]
    return TransactionPage(tuple(moved), 1, more)
