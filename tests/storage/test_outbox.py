"""The outbox: letters in order, sealed, postponed, held and settled; and none that can no longer be read."""

import sqlite3
from datetime import datetime, timedelta

from storage.outbox import KEPT, Letter, Outbox, State
from storage.sealing import Keyring
from tests.scenes import NOON

ADA, BOLA = b"lane of ada", b"lane of bola"
DROP = NOON + timedelta(hours=24)
table = Outbox(Keyring.parse(Keyring.generate_key()))


def add(db: sqlite3.Connection, body: bytes, lane: bytes = ADA, drop_at: datetime = DROP) -> Letter:
    return table.add(db, lane, "message", body, NOON, drop_at)


def bodies(letters: list[Letter]) -> list[bytes]:
    return [letter.body for letter in letters]


def test_letters_wait_in_the_order_in_which_they_were_written(db: sqlite3.Connection) -> None:
    written = [add(db, b"first"), add(db, b"other", BOLA), add(db, b"second")]
    assert table.waiting(db) == written
    assert table.count(db) == 3


def test_a_number_is_never_given_twice(db: sqlite3.Connection) -> None:
    first = add(db, b"first")
    table.drop(db, first.number)
    assert add(db, b"second").number > first.number


def test_a_postponed_letter_keeps_its_place_its_tries_and_its_end(db: sqlite3.Connection) -> None:
    first, second = add(db, b"first"), add(db, b"second")
    table.postpone(db, first.number, tries=2, due_at=NOON + timedelta(seconds=8))
    waiting = table.waiting(db)
    assert waiting == [
        Letter(first.number, ADA, "message", b"first", 2, NOON + timedelta(seconds=8), DROP),
        second,
    ]


def test_what_the_platform_took_without_a_name_is_gone(db: sqlite3.Connection) -> None:
    table.sent(db, add(db, b"first").number, None)
    assert table.waiting(db) == []
    assert db.execute("SELECT count(*) FROM outbox").fetchone() == (0,)


def test_what_the_platform_reports_on_is_found_by_its_name_until_it_has_reported(db: sqlite3.Connection) -> None:
    letter = add(db, b"first")
    table.sent(db, letter.number, "SM1")
    assert table.waiting(db) == []
    found = table.find_sent(db, "SM1")
    assert found is not None
    assert (found.number, found.state, found.letter) == (letter.number, State.SENT, letter)
    table.note(db, letter.number, State.DELIVERED)
    found = table.find_sent(db, "SM1")
    assert found is not None
    assert (found.state, found.letter) == (State.DELIVERED, None)
    assert table.find_sent(db, "SM2") is None


def test_reports_come_in_any_order_and_only_news_counts() -> None:
    assert State.DELIVERED.is_news_after(State.SENT)
    assert State.READ.is_news_after(State.DELIVERED)
    assert not State.DELIVERED.is_news_after(State.READ)
    assert not State.SENT.is_news_after(State.SENT)


def test_held_letters_wait_for_the_person_and_are_released_in_order(db: sqlite3.Connection) -> None:
    held = [add(db, b"first"), add(db, b"second"), add(db, b"too old", drop_at=NOON)]
    other = add(db, b"other", BOLA)
    for letter in (*held, other):
        table.hold(db, letter.number)
    assert table.waiting(db) == []
    assert bodies(table.release(db, ADA, NOON)) == [b"first", b"second"]
    assert bodies(table.waiting(db)) == [b"first", b"second"]


def test_of_who_is_gone_nothing_is_sent_and_nobody_else_notices(db: sqlite3.Connection) -> None:
    table.hold(db, add(db, b"held").number)
    add(db, b"waiting")
    add(db, b"other", BOLA)
    assert table.clear_lane(db, ADA) == 2
    assert bodies(table.waiting(db)) == [b"other"]


def test_a_letter_that_cannot_be_opened_is_dropped_and_blocks_nobody(db: sqlite3.Connection) -> None:
    broken = add(db, b"first")
    add(db, b"second")
    db.execute("UPDATE outbox SET sealed = x'00' WHERE id = ?", (broken.number,))
    assert bodies(table.waiting(db)) == [b"second"]
    assert table.count(db) == 1


def test_a_letter_cannot_be_put_in_anothers_place(db: sqlite3.Connection) -> None:
    first, second = add(db, b"first"), add(db, b"second", BOLA)
    query = "UPDATE outbox SET sealed = (SELECT sealed FROM outbox WHERE id = ?) WHERE id = ?"
    db.execute(query, (first.number, second.number))
    assert bodies(table.waiting(db)) == [b"first"]


def test_rows_are_forgotten_long_after_they_could_matter(db: sqlite3.Connection) -> None:
    table.sent(db, add(db, b"first").number, "SM1")
    assert table.forget_old(db, DROP + KEPT) == 0
    assert table.forget_old(db, DROP + KEPT + timedelta(seconds=1)) == 1


def test_the_text_of_a_letter_stands_in_no_column(db: sqlite3.Connection) -> None:
    add(db, b"MTN has sent a code to 0803")
    (row,) = db.execute("SELECT * FROM outbox").fetchall()
    assert not [cell for cell in row if b"0803" in (cell if isinstance(cell, bytes) else str(cell).encode())]
