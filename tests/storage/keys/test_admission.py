"""The keys are judged before anything else is done; a first release gets its canaries, and its plain ids are hidden."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import KeysUnfit
from storage.inbound_ids import InboundIds
from storage.keys.admission import admit
from storage.keys.canaries import read_canaries
from storage.migrations import read_migrations
from storage.sealed import SealedBytes
from storage.sealing import Keyring
from storage.sqlite.connection import prepare
from tests.scenes import ADA, NOON
from tests.storage.keys.keys_stage import NEW, OLD, ring

FIRST_RELEASE = 8  # its last migration


def make_first_release(path: Path, keyring: Keyring) -> None:
    """A session, and what was taken in on two platforms."""
    content = json.dumps({"contact": {"channel": ADA.channel, "address": ADA.address}}).encode()
    contact = keyring.contact(ADA)
    sealed = SealedBytes("sessions").seal(keyring, contact, content)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        prepare(connection, read_migrations()[:FIRST_RELEASE])
        connection.execute("INSERT INTO sessions VALUES (?, 'Idle', NULL, NULL, NULL, ?)", (contact, sealed))
        connection.execute("INSERT INTO deliveries VALUES ('whatsapp', 'SM7', 1000), ('telegram', '12', 2000)")


async def test_a_database_of_the_first_release_is_taken_with_its_keys(tmp_path: Path) -> None:
    make_first_release(tmp_path / "test.db", ring(OLD))
    database = await Database.open(tmp_path / "test.db")
    await admit(database, ring(NEW, OLD), NOON)
    canaries = await database.read(read_canaries)
    assert {(canary.purpose, canary.key) for canary in canaries} == {
        *(("seal", key) for key in ring(NEW, OLD).ids),
        ("index", ring(OLD).ids[0]),
    }
    ids = InboundIds(ring(OLD))
    assert await database.read(lambda tx: ids.seen(tx, "whatsapp", "SM7") and ids.seen(tx, "telegram", "12"))
    kept = dict(await database.read(lambda tx: tx.execute("SELECT channel, forget_at FROM inbound_ids").fetchall()))
    days = 24 * 60 * 60 * 1000
    assert kept == {"whatsapp": 1000 + 395 * days, "telegram": 2000 + 2 * days}
    await database.close()
    assert b"SM7" not in (tmp_path / "test.db").read_bytes()


@pytest.mark.parametrize("keyring", [ring(NEW), ring(OLD, NEW)], ids=["another's", "swapped"])
async def test_with_other_keys_nothing_is_changed(keyring: Keyring, tmp_path: Path) -> None:
    make_first_release(tmp_path / "test.db", ring(OLD))
    database = await Database.open(tmp_path / "test.db")
    with pytest.raises(KeysUnfit):
        await admit(database, keyring, NOON)
    assert await database.read(read_canaries) == []
    ids = await database.read(lambda tx: tx.execute("SELECT id FROM inbound_ids ORDER BY channel").fetchall())
    assert ids == [("12",), ("SM7",)]
    await database.close()
