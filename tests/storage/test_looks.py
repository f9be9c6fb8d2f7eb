"""Until when a log was looked through: from the first start on, and never back."""

import sqlite3
from contextlib import closing
from datetime import timedelta

from storage import looks
from storage.codec import to_ms
from storage.migrations import migrate, read_migrations
from tests.scenes import NOON

HOUR = timedelta(hours=1)


def test_who_has_never_looked_begins_now(db: sqlite3.Connection) -> None:
    assert looks.until(db, "talk", NOON) == NOON
    assert looks.until(db, "talk", NOON + HOUR) == NOON


def test_it_goes_forward_only_and_for_each_channel_by_itself(db: sqlite3.Connection) -> None:
    for channel in ("talk", "other"):
        looks.until(db, channel, NOON)
    for moment in (NOON + HOUR, NOON - HOUR):
        looks.note(db, "talk", moment)
    assert [looks.until(db, channel, NOON) for channel in ("talk", "other")] == [NOON + HOUR, NOON]


def test_a_release_that_knew_only_the_newest_message_goes_on_from_there() -> None:
    migrations = read_migrations()
    (adding,) = (each for each in migrations if each.name.endswith("_looks.sql"))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, migrations[: adding.number - 1])
        for contact, heard_at in ((b"ada", NOON), (b"ben", NOON - HOUR)):
            connection.execute(
                "INSERT INTO chats (contact, heard_at, sealed) VALUES (?, ?, '')", (contact, to_ms(heard_at))
            )
        migrate(connection, migrations)
        assert looks.until(connection, "whatsapp", NOON + HOUR) == NOON
