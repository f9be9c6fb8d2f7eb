"""Until when a log was looked through: from the first start on, and never back."""

from datetime import timedelta

from storage import inbound_scans
from storage.codec import to_ms
from storage.migrations import read_migrations
from storage.sqlite.schema import migrate
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction
from tests.raw import blank_memory
from tests.scenes import NOON

HOUR = timedelta(hours=1)


def test_who_has_never_looked_begins_now(tx: Transaction) -> None:
    assert inbound_scans.until(tx, "talk", NOON) == NOON
    assert inbound_scans.until(tx, "talk", NOON + HOUR) == NOON


def test_it_goes_forward_only_and_for_each_channel_by_itself(tx: Transaction) -> None:
    for channel in ("talk", "other"):
        inbound_scans.until(tx, channel, NOON)
    for moment in (NOON + HOUR, NOON - HOUR):
        inbound_scans.note(tx, "talk", moment)
    assert [inbound_scans.until(tx, channel, NOON) for channel in ("talk", "other")] == [NOON + HOUR, NOON]


def test_a_release_that_knew_only_the_newest_message_goes_on_from_there() -> None:
    migrations = read_migrations()
    (adding,) = (each for each in migrations if each.name.endswith("_looks.sql"))
    with blank_memory() as connection:
        migrate(connection, migrations[: adding.number - 1])
        for contact, heard_at in ((b"ada", NOON), (b"ben", NOON - HOUR)):
            connection.execute(
                "INSERT INTO chats (contact, heard_at, sealed) VALUES (?, ?, '')", (contact, to_ms(heard_at))
            )
        migrate(connection, migrations)
        assert inbound_scans.until(SqliteTransaction(connection), "whatsapp", NOON + HOUR) == NOON
