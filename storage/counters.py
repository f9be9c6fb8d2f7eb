"""Rate limits by sliding windows: the spends of each allowance, and when. Never how much is allowed."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache

from msgspec import Struct

from conversations.allowance import Allowance, Refused, decide
from storage.codec import from_ms, to_ms
from storage.lookup import of_allowance
from storage.sealing import Keyring
from storage.transaction import Found, Key, RowSet, Transaction, Wanted, Write

# Twice as long as its window and never less than this, so that a clock that jumps opens no limit.
KEPT = timedelta(hours=49)
_PAGE = 32  # spends of a key that are read: of the largest limits the last that matter, so that many share a reading
_NEWEST = RowSet("spends", ("key",), ("at",), order="at DESC", most=_PAGE)
_SPEND = Write("spends", "INSERT INTO spends (key, at, forget_at) VALUES (?, ?, ?)")
_GIVE_BACK = Write(
    "spends", "DELETE FROM spends WHERE id = (SELECT id FROM spends WHERE key = ? ORDER BY at DESC LIMIT 1)"
)


class Counters(Struct, frozen=True):
    """Reserves allowances in the same transaction as the step that spends them: no race, and never one too many."""

    keyring: Keyring

    def wanted(self, allowances: Sequence[Allowance]) -> tuple[Wanted, ...]:
        """What `reserve` and `give_back` ask for."""
        return tuple((_NEWEST, self._page(each)) for each in allowances)

    def reserve(self, tx: Transaction, allowances: Sequence[Allowance], now: datetime) -> Refused | None:
        """Spend one of each allowance that is to be spent, or none at all and the refusal that lasts longest."""
        pages = [self._page(each) for each in allowances]
        found = tx.find_each(_NEWEST, pages)
        if refusals := list(_refusals(allowances, found, now)):
            return max(refusals, key=lambda refused: refused.until)
        at = to_ms(now)
        for each, page, before in zip(allowances, pages, found, strict=True):
            if not each.spent:
                continue
            row = page[0], at, at + _life(each.limit.within)
            tx.put(_SPEND, row, (_NEWEST, page, _with_one_more(before, page, at)))
        return None

    def spent(self, tx: Transaction, allowance: Allowance, now: datetime) -> tuple[datetime, ...]:
        """The spends that count now, newest first, as many as the limit allows. Spends nothing."""
        since, most = to_ms(now - allowance.limit.within), allowance.limit.most
        query = "SELECT at FROM spends WHERE key = ? AND at > ? ORDER BY at DESC LIMIT ?"
        return tuple(from_ms(at) for (at,) in tx.execute(query, (of_allowance(self.keyring, allowance), since, most)))

    def give_back(self, tx: Transaction, allowances: Sequence[Allowance]) -> None:
        """Undo the latest spend of each allowance: what it was for is known not to have happened."""
        pages = [self._page(each) for each in allowances if each.spent]
        for page, before in zip(pages, tx.find_each(_NEWEST, pages), strict=True):
            tx.put(_GIVE_BACK, page[:1], (_NEWEST, page, _without_newest(before)))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM spends WHERE forget_at < ?", (to_ms(now),)).rowcount

    def put_time_right(self, tx: Transaction, now: datetime, most: int = 2_000) -> bool:
        """A spend that lies in the future was of now at the latest: it refuses for no longer than one of now would.

        False if more may be left.
        """
        ahead = (
            "UPDATE spends SET at = ?, forget_at = forget_at - at + ?"
            " WHERE id IN (SELECT id FROM spends WHERE forget_at > ? AND at > ? LIMIT ?)"
        )
        moment = to_ms(now)
        return tx.execute(ahead, (moment, moment, to_ms(now + KEPT), moment, most)).rowcount < most

    def _page(self, allowance: Allowance) -> Key:
        """The spends of its key up to the one that decides; the newer ones are passed over where they are many."""
        return of_allowance(self.keyring, allowance), max(0, allowance.limit.most - _PAGE)


def _refusals(allowances: Sequence[Allowance], pages: Sequence[Found], now: datetime) -> Iterator[Refused]:
    """Of each the spend decides after which the next one is one too many."""
    for each, page in zip(allowances, pages, strict=True):
        place = min(each.limit.most, _PAGE) - 1
        if place < len(page) and (refused := decide(each.limit, from_ms(page[place][-1]), now)):
            yield refused


def _with_one_more(page: Found, key: Key, at: int) -> Found | None:
    """The page after another spend; None where it has to be read again.

    A newer one than all that are known stands before the page, where some are passed over: it moves one of those into
    it, of which nothing is known but its place.
    """
    if not page:
        return ((*key, None if key[-1] else at),)
    place = sum(other is None or other > at for *_, other in page)
    unseen = key[-1] and (place == 0 or page[place - 1][-1] is None)
    grown = ((*key, None), *page) if unseen else (*page[:place], (*key, at), *page[place:])
    return None if len(grown) >= _PAGE and grown[_PAGE - 1][-1] is None else grown[:_PAGE]


def _without_newest(page: Found) -> Found | None:
    """The same after it was given back. What follows on a full page is not known."""
    return page[1:] if len(page) < _PAGE else None


@cache
def _life(within: timedelta) -> int:
    """In milliseconds."""
    return max(KEPT, 2 * within) // timedelta(milliseconds=1)
