"""The movements of a line, page after page; what was read before it stopped is kept. Never what they mean."""

from datetime import datetime, timedelta

from bot.errors import ProviderRefusal, ProviderSilent
from bot.ports import Clock
from bot.providers.summaries import Summaries
from conversations.account import LineTransaction, TransactionPage
from conversations.refusal import Refusal
from conversations.secret import AccountId
from conversations.usage import History, Stopped

PAGE_SIZE = 100  # the most that one page is asked for
MOST_PAGES = 400  # as many as of 10,000 movements, where a page gives no more than 25
PATIENCE = timedelta(seconds=60)  # from the first page on; the customer sees that it is worked on


async def read_history(pages: Summaries, account: AccountId, since: datetime, clock: Clock) -> History | None:
    """All movements since then, and nothing twice; None while the provider prepares them.

    Raises what the first page raises, and whenever the account is gone. What the provider gives on a page is its own
    affair: it goes on as long as one is said to follow, or fewer came than there are, and something came.
    """
    reading = _Reading(clock.now())
    for number in range(1, MOST_PAGES + 1):
        try:
            page = await pages.page(account, number, PAGE_SIZE)
        except ProviderSilent:
            if number == 1:
                raise
            return reading.end(Stopped.SLOW)
        except ProviderRefusal as refused:
            if number == 1 or refused.refusal is Refusal.ACCOUNT_GONE:
                raise
            return reading.end(Stopped.SLOW if refused.refusal is Refusal.UNAVAILABLE else Stopped.REFUSED)
        if page is None:
            return None
        if not reading.goes_on_after(page, since):
            return reading.end()
        if clock.now() - reading.begun_at >= PATIENCE:
            return reading.end(Stopped.SLOW)
    return reading.end(Stopped.LONG)


class _Reading:
    """What was read so far. A movement that comes in meanwhile moves one to the next page, where it is seen again."""

    def __init__(self, begun_at: datetime) -> None:
        self.begun_at = begun_at
        self._rows: list[LineTransaction] = []
        self._names: set[str] = set()
        self._came = 0
        self._unread = 0

    def goes_on_after(self, page: TransactionPage, since: datetime) -> bool:
        """Take the page in; whether another has to be read. One old date among newer ones is no end."""
        fresh = [each for each in page.transactions if not each.name or each.name not in self._names]
        self._names.update(each.name for each in fresh)
        self._rows += fresh
        self._came += len(page.transactions) + page.unread
        self._unread += page.unread
        if not (fresh or page.unread) or (fresh and all(each.at < since for each in fresh)):
            return False
        return page.more or (page.total is not None and self._came < page.total)

    def end(self, stopped: Stopped | None = None) -> History:
        return History(tuple(self._rows), self.begun_at, self._unread, stopped)
