"""Rows in their order, page by page, as they are asked for: a server hands over at once whatever it is asked for."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from storage.transaction import Transaction


class InOrder(Struct, frozen=True):
    """The rows of a table that fulfil `where`, in the order of their columns `by`: none is NULL, no two rows agree."""

    table: str
    columns: tuple[str, ...]
    where: str
    by: tuple[str, ...]


def in_pages(tx: Transaction, rows: InOrder, values: Sequence[Any], size: int) -> Iterator[tuple[Any, ...]]:
    """No more rows than are looked at, and those of a page. `values` are those of `where`.

    A page begins behind the last row of the one before. Begun after so many rows, it would have all of them counted
    off again.
    """
    place, width = ", ".join(rows.by), len(rows.by)
    query = f"SELECT {place}, {', '.join(rows.columns)} FROM {rows.table} WHERE {rows.where}"  # noqa: S608 - our words
    order = f" ORDER BY {place} LIMIT ?"
    behind = f"{query} AND ({place}) > ({', '.join('?' * width)}){order}"
    page = tx.execute(f"{query}{order}", (*values, size)).fetchall()
    while True:
        yield from (row[width:] for row in page)
        if len(page) < size:
            return
        page = tx.execute(behind, (*values, *page[-1][:width], size)).fetchall()
