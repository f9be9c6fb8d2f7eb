"""Rows in their order, page by page, as they are asked for: a server hands over at once whatever it is asked for."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from storage.transaction import Transaction


def in_pages(tx: Transaction, query: str, values: Sequence[Any], size: int) -> Iterator[tuple[Any, ...]]:
    """No more rows than are looked at, and those of a page. `query` ends with its order."""
    for passed in count(0, size):
        rows = tx.execute(f"{query} LIMIT ? OFFSET ?", (*values, size, passed)).fetchall()
        yield from rows
        if len(rows) < size:
            return
