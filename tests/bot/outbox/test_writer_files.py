"""A message with a file, where a channel sends files, and where it brings an address that leads to it once."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.console import Console
from bot.outbox.payloads import payload_of
from bot.outbox.writer import OutboxWriter
from conversations.account import Direction, LineTransaction, Money, Statement
from conversations.contact import Contact
from conversations.effects import Say, sentence
from conversations.reading import NEWEST
from conversations.rules import Rules
from conversations.secret import FileToken
from conversations.wording import Rendered
from storage.database import MEMORY, Database
from storage.one_time_files import LIFE, OneTimeFile
from storage.outbox import OutboxMessage
from storage.sealing import Keyring
from storage.store import Store
from tests.scenes import ADA, BUSINESS

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MOVED = LineTransaction(Direction.DEBIT, Money(12_345), "VTU", NOW - timedelta(days=1))
SAID = Say((sentence("kept"),), file=(Statement((MOVED,)), NEWEST))
PAGES = "https://bot.example/d/"


class TextsOnly(Console):
    sends_files = False


class Desk:
    """A writer for one channel, and its disk."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.store = Store.under(Keyring.parse(Keyring.generate_key()), Rules())

    async def write(self, channel: Console, contact: Contact = ADA) -> tuple[OutboxMessage, Rendered]:
        writer = OutboxWriter(self.store, BUSINESS, {contact.channel: channel}, PAGES)
        message = await self.database.run(lambda tx: writer.write(tx, contact, "en", SAID, NOW))
        written = payload_of(message)
        content = getattr(written, "content", None)
        assert isinstance(content, Rendered)
        return message, content

    async def take(self, address: str, at: datetime = NOW) -> OneTimeFile | None:
        token = FileToken(address.removeprefix(PAGES))
        return await self.database.run(lambda tx: self.store.one_time_files.take(tx, token, at))


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    database = await Database.open(MEMORY)
    yield Desk(database)
    await database.close()


async def test_where_files_are_sent_the_message_brings_it(desk: Desk) -> None:
    message, content = await desk.write(Console())
    assert content.file
    assert "2026-11-22,13:00,,123.45,NGN,VTU," in content.file.content
    assert payload_of(OutboxMessage(1, b"", "message", message.body, 0, NOW, NOW)) == payload_of(message)  # as on disk


async def test_where_they_are_not_it_brings_an_address_that_nobody_guesses(desk: Desk) -> None:
    message, content = await desk.write(TextsOnly())
    _, other = await desk.write(TextsOnly())
    address, another = content.text.rpartition(" ")[2], other.text.rpartition(" ")[2]
    assert (content.file, message.drop_at) == (None, NOW + LIFE)
    assert (address.startswith(PAGES), len(address) > len(PAGES) + 30, address != another) == (True, True, True)
    given = await desk.take(address)
    assert given
    assert (given.name, given.content_type) == ("statement.csv", "text/csv; charset=utf-8")
    assert b"123.45" in given.content
    assert await desk.take(address) is None
    assert await desk.take(another, NOW + LIFE) is None
