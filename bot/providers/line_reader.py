"""What a linked line holds, as the answers that a conversation waits for. Never whether it may be read or how often."""

import asyncio
from datetime import timedelta
from functools import partial

from bot.errors import ProviderRefusal
from bot.ports import Clock
from bot.providers.histories import read_history
from bot.providers.lately import Lately
from bot.providers.port import Provider
from bot.providers.summaries import Summaries
from bot.providers.transactions import TransactionReader
from conversations.account import Summary
from conversations.customer import events
from conversations.customer.events import Event
from conversations.effects import FetchSummary, ReadLine
from conversations.reading import Reading, TransactionFilter
from conversations.refusal import Refusal
from conversations.secret import AccountId
from conversations.usage import Stopped, Usage, usage_begins, usage_of

FORGET_EVERY = timedelta(seconds=5)
_MAY_COME = frozenset({Stopped.SLOW, Stopped.REFUSED})  # the rest, to who asks again
ADDED_AT_ONCE = 500  # movements; a few milliseconds


class LineReader:
    """Reads at `provider`. For as long as `serves` says the same comes again, without a call, to who asks for it."""

    def __init__(self, provider: Provider, clock: Clock, serves: timedelta) -> None:
        self._clock = clock
        self._let_go = 0  # lines, so far
        self._lately = Lately(clock, serves)
        self._summaries = Summaries(provider, clock, self._lately)
        self._transactions = TransactionReader(provider, clock, serves)

    async def answer(self, wish: FetchSummary | ReadLine) -> Event:
        """Raises `ProviderRefusal` or `ProviderSilent` where nothing at all could be read.

        Of an account that is gone nothing is shown any more: that would be taken for a sign that it is there.
        """
        let_go = self._let_go
        try:
            return await self._read(wish)
        except ProviderRefusal as refused:
            if refused.refusal is Refusal.ACCOUNT_GONE:
                self.forget(wish.account)
            raise
        finally:
            if self._let_go != let_go:  # this one, it may be, while it was read
                self._drop(wish.account)

    async def _read(self, wish: FetchSummary | ReadLine) -> Event:
        match wish:
            case FetchSummary(attempt, account, reads=reads):
                return _summary(attempt, await self._summaries.whole(account, reads))
            case ReadLine(attempt, account, Reading.BALANCE, anew_at=anew_at):
                return _summary(attempt, await self._summaries.balances(account, anew_at))
            case ReadLine(attempt, account, Reading.IDENTITY):
                return _summary(attempt, await self._summaries.identity(account))
            case ReadLine(attempt, account, Reading.USAGE):
                return await self._usage(attempt, account)
            case ReadLine(attempt, account, Reading.STATEMENT, selection=selection):
                return await self._statement(attempt, account, selection)
            case ReadLine(attempt, account, _, number, selection):
                return await self._page(attempt, account, selection, number)

    def forget(self, account: AccountId) -> None:
        """What was read of a line that is shared no more is not kept."""
        self._let_go += 1
        self._drop(account)

    def _drop(self, account: AccountId) -> None:
        self._lately.forget(account)
        self._transactions.forget(account)

    async def forget_old(self) -> None:
        """What serves nobody any more is not kept."""
        self._lately.forget_old()
        self._transactions.forget_old()

    async def _usage(self, attempt: int, account: AccountId) -> Event:
        usage = await self._lately.read(account, Reading.USAGE, partial(self._add_up, account))
        if usage and usage.stopped in _MAY_COME:
            self._lately.drop(account, Reading.USAGE)
        return events.UsageFetched(attempt, usage) if usage else events.SummaryPending(attempt)

    async def _add_up(self, account: AccountId) -> Usage | None:
        """Thousands of movements beside everything else."""
        history = await read_history(self._summaries, account, usage_begins(self._clock.now()), self._clock)
        if history is None:
            return None
        if len(history.transactions) <= ADDED_AT_ONCE:
            return usage_of(history)
        return await asyncio.to_thread(usage_of, history)

    async def _page(self, attempt: int, account: AccountId, selection: TransactionFilter, number: int) -> Event:
        page = await self._transactions.page(account, selection, number)
        if not page.transactions and number == 1 and await self._summaries.is_preparing(account):
            return events.SummaryPending(attempt)
        return events.TransactionsFetched(attempt, page)

    async def _statement(self, attempt: int, account: AccountId, selection: TransactionFilter) -> Event:
        statement = await self._transactions.statement(account, selection)
        if not statement.transactions and await self._summaries.is_preparing(account):
            return events.SummaryPending(attempt)
        return events.StatementRead(attempt, statement)


def _summary(attempt: int, read: Summary | None) -> Event:
    """Nothing yet is not nothing: the provider is still preparing it."""
    return events.SummaryFetched(attempt, read) if read else events.SummaryPending(attempt)
