"""What the events table holds, in which order it is posted, and what becomes of it."""

import json
import secrets
from datetime import UTC, datetime, timedelta

import pytest

from storage.codec import decode, from_ms, to_ms
from storage.events import FIELDS, KEPT, KINDS, OUTBOX_KIND, PATIENCE, Events, EventState, WebhookPost
from storage.keys.material import KEY_BYTES
from storage.outbox import Outbox, OutboxMessage
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.raw import everything_in

NOW = datetime(2026, 11, 23, 9, 30, 0, 5000, tzinfo=UTC)
LINK = "K7M-4Q2"
DATA = {"account_id": secrets.token_hex(12), "network": "mtn", "consent_id": "C-ABCDEFGH"}


@pytest.fixture
def events() -> Events:
    return Events(Keyring([secrets.token_bytes(KEY_BYTES)]))


def add(events: Events, tx: Transaction, kind: str = "linked", link: str | None = LINK) -> OutboxMessage:
    message = events.add(tx, kind, link, DATA, NOW)
    assert message
    return message


def id_of(message: OutboxMessage) -> str:
    return decode(message.body, WebhookPost).event


def state(events: Events, tx: Transaction, event: str, now: datetime = NOW) -> EventState:
    found = events.load(tx, event, now)
    assert found
    return found.state


def test_an_event_is_kept_as_the_body_that_will_be_posted(tx: Transaction, events: Events) -> None:
    event = events.load(tx, id_of(add(events, tx)), NOW)
    assert event
    assert event.body
    assert json.loads(event.body) == {
        "type": "line.linked",
        "version": 1,
        "timestamp": "2026-11-23T09:30:00.005Z",
        "consents_head": "0-bbbbbbbbbbbb",
        "data": {**dict.fromkeys(FIELDS), **DATA, "reference": LINK},
    }


def test_a_field_that_is_not_known_is_told_as_null(tx: Transaction, events: Events) -> None:
    message = events.add(tx, "expired", LINK, {}, NOW)
    assert message
    event = events.load(tx, id_of(message), NOW)
    assert event
    assert event.body
    assert json.loads(event.body)["data"] == {**dict.fromkeys(FIELDS), "reference": LINK}


@for_every("kind", sorted(KINDS))
def test_every_kind_is_of_a_line_or_of_a_link(tx: Transaction, events: Events, kind: str) -> None:
    event = events.load(tx, id_of(add(events, tx, kind)), NOW)
    assert event
    assert event.body
    of = "link" if kind in ("opened", "agreed", "code-sent", "stuck") else "line"
    assert json.loads(event.body)["type"] == f"{of}.{kind.replace('-', '_')}"


def test_where_and_why_somebody_is_stuck_is_told_of_nothing_else(tx: Transaction, events: Events) -> None:
    where: dict[str, str | None] = {"step": "code", "reason": "person"}
    message = events.add(tx, "stuck", LINK, where, NOW)
    assert message
    event = events.load(tx, id_of(message), NOW)
    assert event
    assert event.body
    assert json.loads(event.body)["data"] == {**dict.fromkeys(FIELDS), **where, "reference": LINK}
    with pytest.raises(ValueError, match="no system was promised"):
        events.add(tx, "linked", LINK, where, NOW)


@pytest.mark.parametrize(
    ("kind", "data"), [("linked", {"name": "Adaeze"}), ("linked", {"number": "0803"}), ("sent", {}), ("", {})]
)
def test_what_no_system_was_promised_is_never_told(
    tx: Transaction, events: Events, kind: str, data: dict[str, str | None]
) -> None:
    with pytest.raises(ValueError, match="no system was promised"):
        events.add(tx, kind, LINK, data, NOW)
    assert events.latest(tx, NOW) == []


def test_nothing_is_written_where_nobody_is_to_be_told(tx: Transaction, events: Events) -> None:
    silent = Events(events.keyring, wanted=False)
    assert silent.add(tx, "linked", LINK, DATA, NOW) is None
    assert (events.latest(tx, NOW), Outbox(events.keyring).waiting(tx)) == ([], [])


def test_the_webhook_waits_in_the_outbox_for_a_day(tx: Transaction, events: Events) -> None:
    message = add(events, tx)
    assert Outbox(events.keyring).waiting(tx) == [
        OutboxMessage(1, message.lane, OUTBOX_KIND, message.body, 0, *_day(message))
    ]
    assert message.drop_at - message.due_at == PATIENCE == timedelta(days=1)


def _day(message: OutboxMessage) -> tuple[datetime, datetime]:
    whole = NOW.replace(microsecond=5000)
    assert (message.due_at, message.drop_at) == (whole, whole + PATIENCE)
    return message.due_at, message.drop_at


def test_a_turn_that_is_undone_tells_nobody(tx: Transaction, events: Events) -> None:
    tx.execute("BEGIN")
    add(events, tx)
    tx.execute("ROLLBACK")
    assert (events.latest(tx, NOW), Outbox(events.keyring).waiting(tx)) == ([], [])


def test_the_events_of_one_link_share_a_lane_and_no_other(tx: Transaction, events: Events) -> None:
    linked, withdrawn, other = add(events, tx), add(events, tx, "withdrawn"), add(events, tx, link="B2C-9XY")
    assert linked.lane == withdrawn.lane != other.lane


def test_without_a_link_the_events_of_one_account_share_a_lane(tx: Transaction, events: Events) -> None:
    assert add(events, tx, link=None).lane == add(events, tx, "withdrawn", link=None).lane
    nothing = [events.add(tx, "declined", None, {}, NOW) for _ in range(2)]
    assert len({message.lane for message in nothing if message}) == 2


def test_neither_account_nor_reference_nor_consent_stands_in_plain_text(tx: Transaction, events: Events) -> None:
    event = id_of(add(events, tx))
    stored = everything_in(tx)
    assert event in stored
    for secret in (*DATA.values(), LINK):
        assert secret not in stored
        assert secret.encode().hex() not in stored.lower()
    assert DATA["account_id"] not in repr(events.load(tx, event, NOW))


def test_an_event_is_delivered_or_waits_or_has_failed(tx: Transaction, events: Events) -> None:
    taken, refused, waiting = (id_of(add(events, tx)) for _ in range(3))
    events.note(tx, taken, "503", NOW, EventState.WAITING)
    events.note(tx, taken, "204", NOW, EventState.DELIVERED)
    events.note(tx, refused, "410", NOW, EventState.FAILED)
    found = [(each.id, each.tries, each.answer, each.state) for each in events.latest(tx, NOW)]
    assert found == [
        (taken, 2, "204", EventState.DELIVERED),
        (refused, 1, "410", EventState.FAILED),
        (waiting, 0, "", EventState.WAITING),
    ]


def test_an_event_fails_when_its_day_is_over(tx: Transaction, events: Events) -> None:
    event = id_of(add(events, tx))
    assert state(events, tx, event, NOW + PATIENCE - timedelta(milliseconds=1)) is EventState.WAITING
    assert state(events, tx, event, NOW + PATIENCE) is EventState.FAILED
    events.note(tx, event, "204", NOW + timedelta(days=2), EventState.DELIVERED)
    assert state(events, tx, event, NOW + timedelta(days=3)) is EventState.DELIVERED


def test_the_oldest_that_waits_is_neither_taken_nor_given_up(tx: Transaction, events: Events) -> None:
    assert events.waiting_since(tx, NOW) is None
    first, second = (id_of(add(events, tx)) for _ in range(2))
    assert events.waiting_since(tx, NOW) == from_ms(to_ms(NOW))
    events.note(tx, first, "204", NOW, EventState.DELIVERED)
    events.note(tx, second, "503", NOW, EventState.WAITING)
    assert events.waiting_since(tx, NOW + timedelta(hours=23)) == from_ms(to_ms(NOW))
    assert events.waiting_since(tx, NOW + PATIENCE) is None
    events.note(tx, second, "410", NOW, EventState.FAILED)
    assert events.waiting_since(tx, NOW) is None


def test_a_late_failure_takes_nothing_back(tx: Transaction, events: Events) -> None:
    event = id_of(add(events, tx))
    events.note(tx, event, "200", NOW, EventState.DELIVERED)
    events.note(tx, event, "500", NOW, EventState.WAITING)
    assert state(events, tx, event) is EventState.DELIVERED


def test_the_newest_events_are_listed_oldest_first(tx: Transaction, events: Events) -> None:
    ids = [id_of(add(events, tx)) for _ in range(5)]
    assert [each.id for each in events.latest(tx, NOW, most=3)] == ids[2:]


def test_a_clock_that_was_set_back_changes_nothing_of_their_order(tx: Transaction, events: Events) -> None:
    happened = [
        events.add(tx, kind, LINK, DATA, NOW - timedelta(hours=hours))
        for hours, kind in enumerate(("opened", "agreed", "linked"))
    ]
    told = [id_of(each) for each in happened if each]
    assert [each.id for each in events.all(tx, NOW)] == told
    assert [each.id for each in events.latest(tx, NOW, most=2)] == told[1:]


def test_events_are_forgotten_after_thirty_days(tx: Transaction, events: Events) -> None:
    event = id_of(add(events, tx))
    assert events.forget_old(tx, NOW + KEPT) == 0
    assert events.forget_old(tx, NOW + KEPT + timedelta(milliseconds=1)) == 1
    assert events.load(tx, event, NOW) is None


def test_an_event_of_a_lost_key_is_still_listed_but_not_read(tx: Transaction, events: Events) -> None:
    event = id_of(add(events, tx))
    others = Events(Keyring([secrets.token_bytes(KEY_BYTES)]))
    found = others.load(tx, event, NOW)
    assert found
    assert (found.id, found.body) == (event, None)
