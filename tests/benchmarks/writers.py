"""A process that takes turns at the tables as fast as it can, for so many seconds; it says how many. Never a platform.

Run as `python -m tests.benchmarks.writers DATABASE_URL SECONDS CHATS`.
"""

import asyncio
import itertools
import os
import sys
import time
from collections.abc import Iterator

import uvloop

from conversations.contact import Contact
from storage.database import Database
from storage.place import parse_place
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import ASKING_OTP, NOON, RULES, session_at

STORE = Store.under(Keyring.parse(Keyring.generate_key()), RULES)


def _turn(contact: Contact, delivery: str, tx: Transaction) -> None:
    """What the disk has of every turn: claim, load, save, one reply that is sent and gone."""
    STORE.inbound_ids.claim(tx, "console", delivery, NOON)
    STORE.sessions.load(tx, contact)
    STORE.sessions.save(tx, session_at(ASKING_OTP, contact=contact), NOON)
    lane = STORE.sessions.key(contact)
    STORE.outbox.drop(tx, STORE.outbox.add(tx, lane, "message", b"hello", NOON, NOON).number, lane)


async def _chat(database: Database, number: int, deliveries: Iterator[int], end: float) -> int:
    contact = Contact("console", f"{os.getpid()}.{number}")
    for turns in itertools.count():
        if time.monotonic() > end:
            return turns
        delivery = f"{contact.address}.{next(deliveries)}"
        wanted = (*STORE.wanted_by_turn(contact), STORE.inbound_ids.wanted("console", delivery))
        await database.run(lambda tx, delivery=delivery: _turn(contact, delivery, tx), wanted)  # type: ignore[misc]
    raise AssertionError


async def main(url: str, seconds: float, chats: int) -> None:
    database = await Database.open(parse_place(url))
    end, deliveries = time.monotonic() + seconds, itertools.count()
    turns = await asyncio.gather(*(_chat(database, number, deliveries, end) for number in range(chats)))
    await database.close()
    sys.stdout.write(f"{sum(turns)}\n")


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3])))
