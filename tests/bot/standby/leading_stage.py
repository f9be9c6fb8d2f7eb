"""Processes on one server that may come to lead, each with its keys; and what the lease is. Never what must hold."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.clock import SystemClock
from bot.standby import leading
from bot.standby.leading import Leadership
from storage.database import Database
from storage.place import ServerUrl
from storage.postgres import lease
from storage.sealing import Keyring

KEYRING = Keyring.parse(Keyring.generate_key())


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a second."""
    for name in ("TRIED_EVERY", "RENEWED_EVERY", "JUDGED_EVERY"):
        monkeypatch.setattr(leading, name, 0.01)
    monkeypatch.setattr(lease, "SILENT_FOR", timedelta(milliseconds=50))


@asynccontextmanager
async def process(place: ServerUrl, keyring: Keyring = KEYRING) -> AsyncIterator[tuple[Database, Leadership]]:
    database = await Database.open(place)
    beside = await database.open_beside()
    assert database.lease
    try:
        yield database, Leadership(database, beside, database.lease, keyring, SystemClock())
    finally:
        await beside.close()
        await database.close()


async def lease_ends(database: Database) -> int:
    return int(await database.read(lambda tx: tx.execute("SELECT until FROM leases").fetchone()[0]))
