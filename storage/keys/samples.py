"""Judging keys by rows, where a database has no canary yet: what opens, and whether it is found by what is in it."""

import json
from collections.abc import Iterator

from conversations.contact import Contact
from storage.keys.census import take_census
from storage.keys.problems import does_not_open, indexed_by_another, indexed_by_unknown, missing
from storage.keys.sealed_columns import SEALED_COLUMNS, SealedColumn
from storage.lookup import indexer_of_contact
from storage.sealing import Keyring, prefix_of
from storage.transaction import Transaction

SAMPLE = 20  # rows of one table and one key
# Whose rows are found by the contact that stands in them.
BY_CONTACT = ("sessions", "accounts", "chats", "agents", "consents", "audit")

Sample = tuple[bytes, bytes | None]  # a row's look-up value, b"" where it has none of use; and what was opened


def judge_by_rows(tx: Transaction, keyring: Keyring) -> list[str]:
    """A sentence for each key that is missing or in the wrong place. Reads every row's first bytes, opens a few."""
    census = take_census(tx)
    gone = {key: list(tables) for key, tables in census.items() if key not in keyring.ids}
    samples = {key: list(_take(tx, keyring, key, tables)) for key, tables in census.items() if key not in gone}
    mute = [key for key, taken in samples.items() if not any(opened for _, opened in taken)]
    found = [sample for taken in samples.values() for sample in taken]
    return [
        *(missing(key, tables) for key, tables in gone.items()),
        *map(does_not_open, mute),
        *_judge_index(keyring, found),
    ]


def _take(tx: Transaction, keyring: Keyring, key: bytes, tables: dict[str, int]) -> Iterator[Sample]:
    for column in SEALED_COLUMNS:
        if column.table in tables:
            yield from _take_from(tx, keyring, key, column)


def _take_from(tx: Transaction, keyring: Keyring, key: bytes, column: SealedColumn) -> Iterator[Sample]:
    prefix = prefix_of(key)
    by = "contact" if column.table in BY_CONTACT else "NULL"
    query = (
        f"SELECT {column.key}, {by}, sealed FROM {column.table}"  # noqa: S608 - names of ours
        f" WHERE substr(sealed, 1, {len(prefix)}) = ? LIMIT ?"
    )
    for row, value, sealed in tx.execute(query, (prefix, SAMPLE)).fetchall():
        yield value or b"", column.place.open(keyring, row, sealed)


def _judge_index(keyring: Keyring, samples: list[Sample]) -> list[str]:
    """One row that is found by the key at hand is enough: a list that was once in another order has left others."""
    witnesses = ((value, _contact_in(opened)) for value, opened in samples if value and opened)
    makers = {indexer_of_contact(keyring, value, contact) for value, contact in witnesses if contact}
    if not makers or keyring.index_id in makers:
        return []
    other = next(filter(None, makers), None)
    return [indexed_by_another(other, keyring) if other else indexed_by_unknown(keyring)]


def _contact_in(opened: bytes) -> Contact | None:
    """Whose row it is; None in a row of another shape."""
    try:
        return Contact(**json.loads(opened)["contact"])
    except (ValueError, KeyError, TypeError):
        return None
