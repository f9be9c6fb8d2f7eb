"""Sealing everything anew with the newest key, some rows at a time between the turns. Never what was sealed.

What the newest key has sealed is passed over, and nothing else is remembered of how far it came: cut off at any moment,
it begins again and finds what is left. The ledgers' links close over what was sealed, not over the seal.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from msgspec import Struct

from storage.database import Database
from storage.keys.sealed_columns import SEALED_COLUMNS, SealedColumn
from storage.sealed import RowKey
from storage.sealing import Keyring
from storage.transaction import Transaction

BATCH = 100  # rows looked at in one piece of work: some 3 ms of CPU, for which the turns of its group wait


class Resealed(Struct, frozen=True):
    """What one piece of work came to. `last` is the row that it ended with, None at the end of the table."""

    sealed: int
    unopened: int
    last: RowKey | None


async def reseal(database: Database, keyring: Keyring) -> tuple[int, int]:
    """How many rows were sealed anew, and how many no key of the list opens: those stay as they are.

    Raises storage's errors; what was done until then is done.
    """
    sealed = unopened = 0
    for column in SEALED_COLUMNS:
        after: RowKey | None = column.start
        while after is not None:
            batch = await database.run(partial(reseal_batch, keyring=keyring, column=column, after=after))
            sealed, unopened, after = sealed + batch.sealed, unopened + batch.unopened, batch.last
    await database.checkpoint()  # what the old key had sealed is then gone from the log too
    return sealed, unopened


def reseal_batch(tx: Transaction, keyring: Keyring, column: SealedColumn, after: RowKey, most: int = BATCH) -> Resealed:
    """The next `most` rows of one table, and what else stands under the last one's key: a line has several holders."""
    table = f"SELECT {column.key}, sealed FROM {column.table}"  # noqa: S608 - names of ours
    rows = tx.execute(f"{table} WHERE {column.key} > ? ORDER BY {column.key} LIMIT ?", (after, most)).fetchall()
    last = rows[-1][0] if len(rows) == most else None
    if last is not None:
        whole = tx.execute(f"{table} WHERE {column.key} = ?", (last,)).fetchall()
        rows = [row for row in rows if row[0] != last] + whole
    old = [(key, sealed) for key, sealed in rows if sealed is not None and not keyring.is_newest(sealed)]
    anew = list(_seal_anew(keyring, column, old))
    tx.executemany(f"UPDATE {column.table} SET sealed = ? WHERE {column.key} = ? AND sealed = ?", anew)  # noqa: S608
    return Resealed(len(anew), len(old) - len(anew), last)


def _seal_anew(
    keyring: Keyring, column: SealedColumn, rows: list[tuple[Any, bytes]]
) -> Iterator[tuple[bytes, Any, bytes]]:
    for key, sealed in rows:
        content = column.place.open(keyring, key, sealed)
        if content is not None:
            yield column.place.seal(keyring, key, content), key, sealed
