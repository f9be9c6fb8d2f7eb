"""How many accounts are held, and of how many the provider knows nothing. An account that several chats hold is one.

To count all that there are takes longer than a turn may wait: it is done in steps, and turns take the last count.
"""

from functools import partial

from storage.database import Database
from storage.paging import InOrder, in_pages
from storage.transaction import Transaction

AT_ONCE = 500  # rows that are looked at before others have the database

_SOME = "SELECT id, contact, missing_at FROM accounts WHERE (id, contact) > (?, ?) ORDER BY id, contact LIMIT ?"
_MISSING = InOrder("accounts", ("id",), "missing_at IS NOT NULL", ("missing_at", "id", "contact"))


class AccountCounts:
    """What this process counted last: so many were `held`, 0 before the first time."""

    def __init__(self) -> None:
        self.held = 0

    async def count(self, database: Database) -> tuple[int, int]:
        """How many are held, and how many of those the provider does not know. Turns are taken in between."""
        held, missing, last = 0, set[bytes](), (b"", b"")
        while True:
            rows = await database.read(partial(_rows_after, *last))
            held += len({account for account, *_ in rows} - {last[0]})
            missing.update(account for account, _, since in rows if since is not None)
            if len(rows) < AT_ONCE:
                self.held = held
                return held, len(missing)
            last = rows[-1][:2]


def count_missing(tx: Transaction, most: int) -> int:
    """Of how many accounts the provider knows nothing; not further than to `most`."""
    found = set[bytes]()
    for (account,) in in_pages(tx, _MISSING, (), most):
        found.add(account)
        if len(found) == most:
            break
    return len(found)


def _rows_after(account: bytes, contact: bytes, tx: Transaction) -> list[tuple[bytes, bytes, int | None]]:
    return tx.execute(_SOME, (account, contact, AT_ONCE)).fetchall()
