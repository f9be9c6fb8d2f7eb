"""Provider calls: carries out the immediate wishes of a turn at the provider, and brings back what came of them.

A one-time chance is taken once: whatever goes wrong on the way becomes an event, never a second try.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

import structlog

from bot.errors import DeliveryError, ProviderRefusal, ProviderSilent
from bot.ports import Channel, Clock
from bot.providers.line_reader import LineReader
from bot.providers.port import Provider
from bot.providers.wrong_codes import WrongCodes
from bot.supervisor import Tasks
from conversations.account import DataStatus
from conversations.contact import Contact
from conversations.customer import events
from conversations.customer.events import Event
from conversations.effects import (
    CheckOtp,
    ExchangeForAccount,
    FetchSummary,
    Immediate,
    LookForAccount,
    ReadLine,
    RequestOtp,
)
from conversations.line_events import AccountFound, AccountMissing
from conversations.refusal import Refusal
from conversations.wording import catalogue_of
from storage.errors import StorageError

ReportAnswer = Callable[[Contact, Event], Awaitable[None]]

# Wishes whose answer a conversation waits for.
OneAnswer = RequestOtp | CheckOtp | ExchangeForAccount | FetchSummary | ReadLine

TYPING_AFTER = 0.8  # seconds; an answer that comes sooner needs no sign of life
TYPING_EVERY = 4.0  # seconds; platforms show it for about five
PROGRESS = "progress"

log = structlog.get_logger()


class ProviderCalls:
    """Carries out wishes side by side; `report` takes each answer to the engine."""

    def __init__(
        self,
        provider: Provider,
        lines: LineReader,
        channels: Mapping[str, Channel],
        clock: Clock,
        report: ReportAnswer,
        certain: Callable[[], Awaitable[None]],
    ) -> None:
        """`certain` returns while nobody else does the same, and raises storage's errors."""
        self._provider = provider
        self._channels = channels
        self._clock = clock
        self._report = report
        self._certain = certain
        self._tasks = Tasks(clock)
        self._lines = lines
        self._wrong_codes = WrongCodes()
        self._newest: dict[Contact, int] = {}  # the attempt at a summary that counts, until it was made

    @property
    def under_way(self) -> set[asyncio.Future[Any]]:
        """Calls and what follows from them; not those whose date has not come."""
        return self._tasks.under_way

    def carry_out(self, contact: Contact, language: str, wishes: tuple[Immediate, ...]) -> None:
        """Start on the wishes of a committed turn."""
        for wish in wishes:
            if isinstance(wish, FetchSummary):
                self._newest[contact] = wish.attempt
            if isinstance(wish, FetchSummary | ExchangeForAccount) and wish.after:
                self._tasks.start_at(self._clock.now() + wish.after, partial(self._carry_out, contact, wish))
            elif isinstance(wish, LookForAccount):
                self._tasks.start(self._look(contact, wish))
            else:
                self._tasks.start(self._carry_out_shown(contact, language, wish))

    async def finish(self, patience: float) -> None:
        """Wait for the answers that are on their way, and what follows from them, at most `patience` seconds."""
        await self._tasks.finish(patience)

    async def _carry_out_shown(self, contact: Contact, language: str, wish: OneAnswer) -> None:
        signs: list[asyncio.Task[None]] = []

        def show() -> None:
            signs.append(asyncio.create_task(self._signs_of_life(contact, language)))

        needs_none = self._clock.call_later(TYPING_AFTER, show)
        try:
            answer = await self._answer(contact, wish)
        finally:
            needs_none()
            if signs:
                signs[0].cancel()
                await asyncio.wait(signs)
        await self._report(contact, answer)

    async def _carry_out(self, contact: Contact, wish: OneAnswer) -> None:
        """A summary that was asked for again since is not read twice."""
        if not isinstance(wish, FetchSummary) or self._newest.get(contact) == wish.attempt:
            await self._report(contact, await self._answer(contact, wish))

    async def _look(self, contact: Contact, wish: LookForAccount) -> None:
        """Only what is certain is reported; anything else is asked again on the line's own date."""
        try:
            details = await self._provider.fetch_details(wish.account)
        except ProviderRefusal as refused:
            if refused.refusal is Refusal.ACCOUNT_GONE:
                await self._report(contact, AccountMissing(wish.account))
        except ProviderSilent:
            return
        except Exception as error:
            log.error("wish_failed", wish=type(wish).__name__, error=type(error).__name__, exc_info=error)
        else:
            readable = details.status is not DataStatus.UNAVAILABLE
            await self._report(contact, AccountFound(wish.account, wish.heard, readable))

    async def _answer(self, contact: Contact, wish: OneAnswer) -> Event:
        try:
            await self._certain()
            return await self._ask(wish)
        except ProviderRefusal as refused:
            until = self._clock.now() + refused.retry_after if refused.retry_after else None
            return events.ProviderRefused(wish.attempt, refused.refusal, until)
        except (ProviderSilent, StorageError):
            return events.ProviderUnreachable(wish.attempt)
        except Exception as error:
            log.error("wish_failed", wish=type(wish).__name__, error=type(error).__name__, exc_info=error)
            return events.ProviderUnreachable(wish.attempt)
        finally:
            if isinstance(wish, FetchSummary) and self._newest.get(contact) == wish.attempt:
                del self._newest[contact]

    async def _ask(self, wish: OneAnswer) -> Event:
        match wish:
            case RequestOtp(attempt, line):
                challenge = await self._provider.request_otp(line)
                return events.OtpSent(attempt, challenge.reference, challenge.form)
            case CheckOtp():
                return await self._check(wish)
            case ExchangeForAccount(attempt, code):
                return events.AccountOpened(attempt, await self._provider.exchange(code))
            case FetchSummary() | ReadLine():
                return await self._lines.answer(wish)

    async def _check(self, wish: CheckOtp) -> Event:
        """A code that was found wrong is not asked about once more."""
        if self._wrong_codes.has(wish.reference, wish.code):
            raise ProviderRefusal(Refusal.SAME_CODE)
        try:
            return events.OtpVerified(wish.attempt, await self._provider.check_otp(wish.reference, wish.code))
        except ProviderRefusal as refused:
            if refused.refusal is Refusal.WRONG_CODE:
                self._wrong_codes.note(wish.reference, wish.code)
            raise

    async def _signs_of_life(self, contact: Contact, language: str) -> None:
        """Typing while an answer is worked on, then a note that is changed when it came. Best effort throughout."""
        channel = self._channels[contact.channel]
        note: asyncio.Task[str | None] | None = None
        try:
            while True:
                await channel.show_typing(contact)
                await self._clock.sleep(TYPING_EVERY)
                if not note:
                    text = catalogue_of(language).say(PROGRESS, {})
                    note = asyncio.create_task(channel.show_progress(contact, text, None))
        except DeliveryError:
            return
        except Exception as error:
            log.error("sign_of_life_failed", error=type(error).__name__, exc_info=error)
        finally:
            if note:
                self._later(self._change(contact, language, note))

    async def _change(self, contact: Contact, language: str, note: asyncio.Task[str | None]) -> None:
        """A note that is still on its way is waited for: it must not stay as it is."""
        if shown := await note:
            done = catalogue_of(language).say("progress-done", {})
            await self._channels[contact.channel].show_progress(contact, done, shown)

    def _later(self, wish: Awaitable[object]) -> None:
        async def attempt() -> None:
            try:
                await wish
            except DeliveryError:
                return
            except Exception as error:
                log.error("sign_of_life_failed", error=type(error).__name__, exc_info=error)

        self._tasks.start(attempt())
