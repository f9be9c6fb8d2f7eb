"""What the events table holds, in which order it is posted, and what becomes of it."""

import json
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from storage.codec import decode
from storage.events import FIELDS, KEPT, KINDS, LETTER, PATIENCE, Events, Posting, State
from storage.migrations import migrate, read_migrations
from storage.outbox import Letter, Outbox
from storage.sealing import KEY_BYTES, Keyring

NOW = datetime(2026, 11, 23, 9, 30, 0, 5000, tzinfo=UTC)
LINK = "K7M-4Q2"
DATA = {"account_id": secrets.token_hex(12), "network": "mtn", "consent_id": "C-ABCDEFGH"}


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, read_migrations())
        yield connection


@pytest.fixture
def events() -> Events:
    return Events(Keyring([secrets.token_bytes(KEY_BYTES)]))


def add(events: Events, db: sqlite3.Connection, kind: str = "linked", link: str | None = LINK) -> Letter:
    letter = events.add(db, kind, link, DATA, NOW)
    assert letter
    return letter


def id_of(letter: Letter) -> str:
    return decode(letter.body, Posting).event


def state(events: Events, db: sqlite3.Connection, event: str, now: datetime = NOW) -> State:
    found = events.load(db, event, now)
    assert found
    return found.state


def test_an_event_is_kept_as_the_body_that_will_be_posted(db: sqlite3.Connection, events: Events) -> None:
    event = events.load(db, id_of(add(events, db)), NOW)
    assert event
    assert event.body
    assert json.loads(event.body) == {
        "type": "line.linked",
        "version": 1,
        "timestamp": "2026-11-23T09:30:00.005Z",
        "data": {**DATA, "reference": LINK},
    }


def test_a_field_that_is_not_known_is_told_as_null(db: sqlite3.Connection, events: Events) -> None:
    letter = events.add(db, "expired", LINK, {}, NOW)
    assert letter
    event = events.load(db, id_of(letter), NOW)
    assert event
    assert event.body
    assert json.loads(event.body)["data"] == {**dict.fromkeys(FIELDS), "reference": LINK}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_of_a_line(db: sqlite3.Connection, events: Events, kind: str) -> None:
    event = events.load(db, id_of(add(events, db, kind)), NOW)
    assert event
    assert event.body
    assert json.loads(event.body)["type"] == f"line.{kind}"


@pytest.mark.parametrize(
    ("kind", "data"), [("linked", {"name": "Adaeze"}), ("linked", {"number": "0803"}), ("opened", {}), ("", {})]
)
def test_what_no_system_was_promised_is_never_told(
    db: sqlite3.Connection, events: Events, kind: str, data: dict[str, str | None]
) -> None:
    with pytest.raises(ValueError, match="no system was promised"):
        events.add(db, kind, LINK, data, NOW)
    assert events.latest(db, NOW) == []


def test_nothing_is_written_where_nobody_is_to_be_told(db: sqlite3.Connection, events: Events) -> None:
    silent = Events(events.keyring, wanted=False)
    assert silent.add(db, "linked", LINK, DATA, NOW) is None
    assert (events.latest(db, NOW), Outbox(events.keyring).waiting(db)) == ([], [])


def test_the_posting_waits_in_the_outbox_for_a_day(db: sqlite3.Connection, events: Events) -> None:
    letter = add(events, db)
    assert Outbox(events.keyring).waiting(db) == [Letter(1, letter.lane, LETTER, letter.body, 0, *_day(letter))]
    assert letter.drop_at - letter.due_at == PATIENCE == timedelta(days=1)


def _day(letter: Letter) -> tuple[datetime, datetime]:
    whole = NOW.replace(microsecond=5000)
    assert (letter.due_at, letter.drop_at) == (whole, whole + PATIENCE)
    return letter.due_at, letter.drop_at


def test_a_turn_that_is_undone_tells_nobody(db: sqlite3.Connection, events: Events) -> None:
    db.execute("BEGIN")
    add(events, db)
    db.execute("ROLLBACK")
    assert (events.latest(db, NOW), Outbox(events.keyring).waiting(db)) == ([], [])


def test_the_events_of_one_link_share_a_lane_and_no_other(db: sqlite3.Connection, events: Events) -> None:
    linked, withdrawn, other = add(events, db), add(events, db, "withdrawn"), add(events, db, link="B2C-9XY")
    assert linked.lane == withdrawn.lane != other.lane


def test_without_a_link_the_events_of_one_account_share_a_lane(db: sqlite3.Connection, events: Events) -> None:
    assert add(events, db, link=None).lane == add(events, db, "withdrawn", link=None).lane
    nothing = [events.add(db, "declined", None, {}, NOW) for _ in range(2)]
    assert len({letter.lane for letter in nothing if letter}) == 2


def test_neither_account_nor_reference_nor_consent_stands_in_plain_text(db: sqlite3.Connection, events: Events) -> None:
    event = id_of(add(events, db))
    stored = "".join(db.iterdump())
    assert event in stored
    for secret in (*DATA.values(), LINK):
        assert secret not in stored
        assert secret.encode().hex() not in stored.lower()
    assert DATA["account_id"] not in repr(events.load(db, event, NOW))


def test_an_event_is_delivered_or_waits_or_has_failed(db: sqlite3.Connection, events: Events) -> None:
    taken, refused, waiting = (id_of(add(events, db)) for _ in range(3))
    events.note(db, taken, "503", NOW, State.WAITING)
    events.note(db, taken, "204", NOW, State.DELIVERED)
    events.note(db, refused, "410", NOW, State.FAILED)
    found = [(each.id, each.tries, each.answer, each.state) for each in events.latest(db, NOW)]
    assert found == [
        (taken, 2, "204", State.DELIVERED),
        (refused, 1, "410", State.FAILED),
        (waiting, 0, "", State.WAITING),
    ]


def test_an_event_fails_when_its_day_is_over(db: sqlite3.Connection, events: Events) -> None:
    event = id_of(add(events, db))
    assert state(events, db, event, NOW + PATIENCE - timedelta(milliseconds=1)) is State.WAITING
    assert state(events, db, event, NOW + PATIENCE) is State.FAILED
    events.note(db, event, "204", NOW + timedelta(days=2), State.DELIVERED)
    assert state(events, db, event, NOW + timedelta(days=3)) is State.DELIVERED


def test_a_late_failure_takes_nothing_back(db: sqlite3.Connection, events: Events) -> None:
    event = id_of(add(events, db))
    events.note(db, event, "200", NOW, State.DELIVERED)
    events.note(db, event, "500", NOW, State.WAITING)
    assert state(events, db, event) is State.DELIVERED


def test_the_newest_events_are_listed_oldest_first(db: sqlite3.Connection, events: Events) -> None:
    ids = [id_of(add(events, db)) for _ in range(5)]
    assert [each.id for each in events.latest(db, NOW, most=3)] == ids[2:]


def test_events_are_forgotten_after_thirty_days(db: sqlite3.Connection, events: Events) -> None:
    event = id_of(add(events, db))
    assert events.forget_old(db, NOW + KEPT) == 0
    assert events.forget_old(db, NOW + KEPT + timedelta(milliseconds=1)) == 1
    assert events.load(db, event, NOW) is None


def test_an_event_of_a_lost_key_is_still_listed_but_not_read(db: sqlite3.Connection, events: Events) -> None:
    event = id_of(add(events, db))
    others = Events(Keyring([secrets.token_bytes(KEY_BYTES)]))
    found = others.load(db, event, NOW)
    assert found
    assert (found.id, found.body) == (event, None)
