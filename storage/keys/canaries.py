"""The keys table: a canary of every key that this database was opened with, and whether those at hand are the same.

A canary is a value that only its key makes or opens. Every key has one before it seals anything, so what is missing is
known without looking at the rows; they are looked at only for a key that is missing, and where there is no canary yet.
Those that are not emptied are the keys of whoever was admitted last: of a server's, of whoever leads or led last.
"""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from storage.codec import to_ms
from storage.errors import Unsealable
from storage.keys.census import tables_sealed_by
from storage.keys.problems import does_not_open, indexed_by_another, missing
from storage.keys.samples import judge_by_rows
from storage.sealing import Keyring
from storage.transaction import Transaction

SEAL, INDEX = "seal", "index"
_SONG = "canary"


class Canary(Struct, frozen=True):
    """One row: a key by its id, and what only that key makes or opens. `emptied`: nothing is sealed with it."""

    purpose: str
    key: bytes
    value: bytes
    emptied: bool


def find_misfits(tx: Transaction, keyring: Keyring) -> list[str]:
    """A sentence for each key that is missing or in the wrong place; none where all that is here can be used."""
    canaries = read_canaries(tx)
    if not canaries:
        return judge_by_rows(tx, keyring)
    return [*_judge_seals(tx, keyring, canaries), *_judge_index(keyring, canaries)]


def admit_keys(tx: Transaction, keyring: Keyring, now: datetime) -> list[str]:
    """The same; where there is none, every key at hand has its canary from now on."""
    problems = find_misfits(tx, keyring)
    if not problems:
        note_keys(tx, keyring, now)
    return problems


def keys_in_use(tx: Transaction) -> set[bytes]:
    """Those of whoever was admitted last; none where nobody ever was."""
    return {canary.key for canary in read_canaries(tx) if canary.purpose == SEAL and not canary.emptied}


def newest_in_use(tx: Transaction, keyring: Keyring) -> bytes | None:
    """The newest of these that is in use, None where none is; the newest of all where nobody was ever admitted."""
    known = keys_in_use(tx) or keyring.ids
    return next((key for key in keyring.ids if key in known), None)


def is_first_start(tx: Transaction) -> bool:
    """Whether no key was ever noted: a new database, or one of a release that had no canaries."""
    return not read_canaries(tx)


def read_canaries(tx: Transaction) -> list[Canary]:
    """All of them; none in a file of an earlier release."""
    if not tx.has_table("keys"):
        return []
    rows = tx.execute("SELECT purpose, id, canary, emptied_at FROM keys").fetchall()
    return [Canary(purpose, key, value, emptied_at is not None) for purpose, key, value, emptied_at in rows]


def _judge_seals(tx: Transaction, keyring: Keyring, canaries: Iterable[Canary]) -> list[str]:
    seals = [canary for canary in canaries if canary.purpose == SEAL]
    gone = [canary.key for canary in seals if canary.key not in keyring.ids and not canary.emptied]
    needed = {key: tables for key in gone if (tables := tables_sealed_by(tx, key))}
    mute = [canary.key for canary in seals if canary.key in keyring.ids and not _opens(keyring, canary)]
    return [*(missing(key, tables) for key, tables in needed.items()), *map(does_not_open, mute)]


def _judge_index(keyring: Keyring, canaries: Iterable[Canary]) -> list[str]:
    """There is one index key for as long as the database lives."""
    canary = next(canary for canary in canaries if canary.purpose == INDEX)
    if keyring.index(_SONG, INDEX) == canary.value:
        return []
    return [indexed_by_another(canary.key, keyring)]


def _opens(keyring: Keyring, canary: Canary) -> bool:
    try:
        return keyring.open(canary.value, **_cell(canary.key)) == _SONG.encode()
    except Unsealable:
        return False


def note_keys(tx: Transaction, keyring: Keyring, now: datetime) -> None:
    """Of keys that were found to fit. A key that came back may seal again.

    One that is gone was found to seal nothing: it is not looked for again.
    """
    for key in keyring.ids:
        _add(tx, SEAL, key, keyring.sealed_by(key, _SONG.encode(), **_cell(key)), now)
    _add(tx, INDEX, keyring.index_id, keyring.index(_SONG, INDEX), now)
    marks = ", ".join("?" * len(keyring.ids))
    gone = f"purpose = ? AND emptied_at IS NULL AND id NOT IN ({marks})"
    tx.execute(f"UPDATE keys SET emptied_at = ? WHERE {gone}", (to_ms(now), SEAL, *keyring.ids))  # noqa: S608


def _add(tx: Transaction, purpose: str, key: bytes, value: bytes, now: datetime) -> None:
    tx.execute(
        "INSERT INTO keys (purpose, id, canary, since) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (purpose, id) DO UPDATE SET emptied_at = NULL",
        (purpose, key, value, to_ms(now)),
    )


def _cell(key: bytes) -> dict[str, str]:
    return {"table": "keys", "column": "canary", "row": key.hex()}
