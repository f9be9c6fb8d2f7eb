"""Which keys seal what: rows counted by the id that each sealed value begins with. Never opens a value for it."""

from collections.abc import Iterator

from storage.keys.sealed_columns import SEALED_COLUMNS, SealedColumn
from storage.sealing import PREFIX_BYTES, Keyring, key_id_in, prefix_of
from storage.transaction import Transaction

Census = dict[bytes, dict[str, int]]  # a key's id, and how many rows of each table it seals

_PREFIX = f"substr(sealed, 1, {PREFIX_BYTES})"


def take_census(tx: Transaction) -> Census:
    """All of it. Every sealed row is looked at: not for every start. What begins as no sealed value does has no key."""
    census: Census = {}
    for column in _there(tx):
        query = f"SELECT {_PREFIX}, count(*) FROM {column.table} WHERE sealed IS NOT NULL GROUP BY 1"  # noqa: S608
        for prefix, number in tx.execute(query):
            if key := key_id_in(bytes(prefix or b"")):
                census.setdefault(key, {})[column.table] = number
    return census


def tables_sealed_by(tx: Transaction, key_id: bytes) -> list[str]:
    """The tables that hold at least one row of this key's."""
    prefix = prefix_of(key_id)
    return [column.table for column in _there(tx) if _holds(tx, column, prefix)]


def count_unopened(tx: Transaction, keyring: Keyring) -> dict[str, int]:
    """How many rows of each table no key of the list opens. Every one is tried."""
    counts = {column.table: sum(not opened for opened in _try_all(tx, keyring, column)) for column in _there(tx)}
    return {table: number for table, number in counts.items() if number}


def _try_all(tx: Transaction, keyring: Keyring, column: SealedColumn) -> Iterator[bool]:
    query = f"SELECT {column.key}, sealed FROM {column.table} WHERE sealed IS NOT NULL"  # noqa: S608 - names of ours
    return (column.place.open(keyring, key, sealed) is not None for key, sealed in tx.execute(query))


def _holds(tx: Transaction, column: SealedColumn, prefix: bytes) -> bool:
    query = f"SELECT 1 FROM {column.table} WHERE {_PREFIX} = ? LIMIT 1"  # noqa: S608 - names of ours
    return tx.execute(query, (prefix,)).fetchone() is not None


def _there(tx: Transaction) -> list[SealedColumn]:
    """Those of this file: the doctor looks at files of earlier releases too."""
    return [column for column in SEALED_COLUMNS if tx.has_table(column.table)]
