"""What a line holds, read at the provider: once for all who ask at the same time. Never who asks, nor what is said."""

import asyncio
from datetime import datetime
from functools import partial

from bot.errors import ProviderRefusal, ProviderSilent
from bot.ports import Clock
from bot.providers.lately import Lately
from bot.providers.port import Provider
from conversations.account import Balance, DataStatus, Summary, TransactionPage
from conversations.consent import EVERY_SCOPE, Scope, Scopes
from conversations.customer.afterwards import ANEW_EVERY
from conversations.freshness import is_fresh
from conversations.reading import Reading
from conversations.secret import AccountId


class Summaries:
    """Reads summaries, balances and pages; None where the provider is still preparing them, which is not "none"."""

    def __init__(self, provider: Provider, clock: Clock, lately: Lately) -> None:
        self._provider = provider
        self._lately = lately
        self._clock = clock
        self._reading: dict[tuple[AccountId, Scopes], asyncio.Task[Summary | None]] = {}
        self._anew: dict[AccountId, datetime] = {}

    async def whole(self, account: AccountId, reads: Scopes = EVERY_SCOPE) -> Summary | None:
        """Identity and balances, as far as they are among `reads`.

        The provider's webhook, or a second one, while they are read has them read once.
        """
        reading = self._reading.get((account, reads))
        if reading is None:
            reading = self._reading[account, reads] = asyncio.create_task(self._read(account, reads))
            reading.add_done_callback(lambda read: self._read_once(account, reads, read))
        return await asyncio.shield(reading)  # who is cut off takes it from nobody else

    def _read_once(self, account: AccountId, reads: Scopes, read: asyncio.Task[Summary | None]) -> None:
        """Its error is whoever's who waits for it; nobody may."""
        del self._reading[account, reads]
        if not read.cancelled():
            read.exception()

    async def balances(self, account: AccountId, anew_at: datetime | None = None) -> Summary | None:
        """As the network gives them now, or gave them last where it does not answer, or was asked just before.

        Of what it was asked within five minutes the provider gives the same again; `anew_at` is as a chat knows it.
        """
        asked, now = (anew_at, self._anew.get(account)), self._clock.now()
        asked_at = max((at for at in asked if at and is_fresh(at, now, ANEW_EVERY)), default=None)
        refreshed = asked_at is not None or await self._refresh(account)
        found = await self._found(account, anew=asked_at is None)
        if found is None and await self.is_preparing(account):
            return None
        if asked_at:
            return Summary(None, found, asked_at, anew_at=asked_at)
        return Summary(None, found, self._clock.now() if refreshed else None, refreshed=refreshed)

    async def _found(self, account: AccountId, *, anew: bool) -> tuple[Balance, ...] | None:
        read = self._lately.read_anew if anew else self._lately.read
        return await read(account, Reading.BALANCE, partial(self._provider.fetch_balances, account))

    async def identity(self, account: AccountId) -> Summary:
        ask = partial(self._provider.fetch_identity, account)
        return Summary(await self._lately.read(account, Reading.IDENTITY, ask), None, self._clock.now())

    async def page(self, account: AccountId, number: int, size: int) -> TransactionPage | None:
        found = await self._provider.fetch_transactions(account, number, size)
        if not found.transactions and number == 1 and await self.is_preparing(account):
            return None
        return found

    async def _read(self, account: AccountId, reads: Scopes) -> Summary | None:
        if await self.is_preparing(account):
            return None
        identity, balances = await asyncio.gather(
            self._provider.fetch_identity(account) if Scope.IDENTITY in reads else _nothing(),
            self._provider.fetch_balances(account) if Scope.BALANCES in reads else _nothing(),
        )
        return Summary(identity, balances, self._clock.now())

    async def _refresh(self, account: AccountId) -> bool:
        """What was read last is better than nothing."""
        try:
            await self._provider.refresh(account)
        except (ProviderRefusal, ProviderSilent):
            return False
        now = self._clock.now()
        self._anew = {each: at for each, at in self._anew.items() if is_fresh(at, now, ANEW_EVERY)}
        self._anew[account] = now
        return True

    async def is_preparing(self, account: AccountId) -> bool:
        """Whether there is nothing yet, which is not "none"."""
        details = await self._provider.fetch_details(account)
        return details.status is DataStatus.PROCESSING


async def _nothing() -> None:
    """What is not asked for."""
