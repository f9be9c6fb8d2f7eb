"""What is asked at every message, at a STOP or by a stranger is found by an index: no table is read whole for it.

Nor is what it is found by made twice.
"""

from collections.abc import Callable
from functools import partial

import pytest

from conversations.agents.session import Agent
from conversations.agents.standing import Happened, Standing
from conversations.changing import replace
from conversations.contact import Contact
from conversations.rules import Rules
from storage import account_counts
from storage.account_counts import count_missing
from storage.board import Board, BoardDay
from storage.sealing import Keyring
from storage.sqlite.transaction import selection
from storage.store import Store
from storage.transaction import Transaction
from tests.raw import connection_of
from tests.scenes import ADA, NOON, NUMBER

pytestmark = pytest.mark.parametrize("tx", ["sqlite"], indirect=True)

STORE = Store.under(Keyring.parse(Keyring.generate_key()), Rules(), [ADA])
TUNDE = Agent(Contact("console", "2001"), "Tunde", NOON)
LANE = STORE.sessions.key(ADA)


def release_what_is_held(tx: Transaction) -> None:
    row = (LANE, "message", "held", 0, 0, b"")
    tx.execute("INSERT INTO outbox (lane, kind, state, due_at, drop_at, sealed) VALUES (?, ?, ?, ?, ?, ?)", row)
    STORE.outbox.release(tx, LANE, NOON)


ASKED: dict[str, Callable[[Transaction], object]] = {
    "whose number was invited": lambda tx: STORE.links.invited(tx, NUMBER),
    "an agent's board": lambda tx: Board(STORE.links).page(tx, TUNDE, Standing(), None, 0, 6),
    "an administrator's board": lambda tx: Board(STORE.links).page(
        tx, replace(TUNDE, admin=True), Standing(), None, 0, 6
    ),
    "a board of a day": lambda tx: Board(STORE.links).page(
        tx, replace(TUNDE, admin=True), Standing(), BoardDay(NOON, Happened.ANYTHING), 0, 6
    ),
    "what is still to be sent": STORE.outbox.waiting,
    "how much should have been sent": lambda tx: STORE.outbox.count_due(tx, NOON),
    "since when an event waits": lambda tx: STORE.events.waiting_since(tx, NOON),
    "how many events were given up": lambda tx: STORE.events.count_failed(tx, NOON),
    "how many stand at each step": STORE.sessions.count,
    "how many wait for a person": lambda tx: STORE.sessions.count_cases(tx, NOON),
    "how many lines no link knows": lambda tx: STORE.accounts.count_without_link(tx, NOON),
    "which lines no link knows": lambda tx: STORE.accounts.without_link(tx, NOON, 0, 6),
    "whose call was cut off": STORE.sessions.under_way,
    "what a lane is rid of": lambda tx: STORE.outbox.clear_lane(tx, LANE),
    "what is on the screen": lambda tx: STORE.sent_messages.seen(tx, LANE, NOON),
    "what a lane gets after all": release_what_is_held,
    "whether accounts are missing": lambda tx: count_missing(tx, 5),
    "some accounts after another": partial(account_counts._rows_after, b"\0", b"\0"),
    "whose chat is forgotten": lambda tx: STORE.chats.forget_old(tx, NOON),
}


def plans_of(tx: Transaction, ask: Callable[[Transaction], object]) -> list[str]:
    """How SQLite goes about each statement of it, as `EXPLAIN QUERY PLAN` says."""
    statements: list[str] = []
    connection_of(tx).set_trace_callback(statements.append)
    ask(tx)
    connection_of(tx).set_trace_callback(None)
    return [row[3] for each in statements for row in tx.execute(f"EXPLAIN QUERY PLAN {each}")]


@pytest.mark.parametrize("asked", ASKED)
def test_no_table_is_read_whole(tx: Transaction, asked: str) -> None:
    plans = plans_of(tx, ASKED[asked])
    assert plans
    scans = {plan for plan in plans if plan.startswith("SCAN") and "INDEX" not in plan}
    assert scans <= {"SCAN CONSTANT ROW", "SCAN (subquery-1)", "SCAN newest"}  # a set's keys; a bounded number


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ("whose number was invited", "links_of_number (number=?)"),
        ("a board of a day", "links_moved (moved_at>?)"),
        ("whose call was cut off", "sessions_step (step=?)"),
        ("how many wait for a person", "COVERING INDEX sessions_case (case_until>?)"),
        ("how many lines no link knows", "COVERING INDEX accounts_linked (linked_at>?)"),
        ("which lines no link knows", "INDEX accounts_linked (linked_at>?)"),
        ("what a lane is rid of", "outbox_waiting (lane=?)"),
        ("whether accounts are missing", "COVERING INDEX accounts_missing (missing_at>?)"),
        ("some accounts after another", "PRIMARY KEY ((id,contact)>(?,?))"),
        ("how many events were given up", "COVERING INDEX events_untaken (give_up_at<?)"),
        ("since when an event waits", "COVERING INDEX events_untaken (give_up_at>?)"),
    ],
)
def test_no_more_is_read_than_what_is_looked_for(tx: Transaction, asked: str, index: str) -> None:
    assert any(plan.startswith("SEARCH") and index in plan for plan in plans_of(tx, ASKED[asked]))


@pytest.mark.parametrize("keys", [1, 64])
def test_what_every_turn_asks_for_is_found_key_by_key_for_however_many(tx: Transaction, keys: int) -> None:
    outbox, sent, chats = STORE.outbox, STORE.sent_messages, STORE.chats
    heard = (chats.wanted(ADA), chats.wanted_name("console", "1"), outbox.wanted_held(LANE), sent.wanted("SM1"))
    shown = (sent.wanted_seen(LANE), STORE.links.wanted_of_number(NUMBER))
    wanted = (*STORE.wanted_by_turn(ADA), STORE.inbound_ids.wanted("console", "1"), *heard, *shown)
    for rows, key in wanted:
        plan = [row[3] for row in tx.execute(f"EXPLAIN QUERY PLAN {selection(rows, keys)}", key * keys)]
        asked = " AND ".join(f"{column}=?" for column in rows.by)
        assert any(step.startswith(f"SEARCH {rows.table} USING") and f"({asked})" in step for step in plan), plan


@pytest.mark.parametrize(
    "asked", ["an agent's board", "an administrator's board", "a board of a day", "which lines no link knows"]
)
def test_a_page_is_not_cut_from_everything_sorted(tx: Transaction, asked: str) -> None:
    assert [plan for plan in plans_of(tx, ASKED[asked]) if "TEMP B-TREE" in plan] == []


def test_what_is_counted_is_not_opened_for_it(tx: Transaction) -> None:
    """Sealed sessions are long, and anybody may ask for the metrics."""
    assert plans_of(tx, ASKED["how many stand at each step"]) == ["SCAN sessions USING COVERING INDEX sessions_step"]


def test_a_turn_makes_its_contacts_value_once_for_all_tables(tx: Transaction) -> None:
    keyring = Keyring.parse(Keyring.generate_key())
    store = Store.under(keyring, Rules())
    finders = (store.sessions.load, store.accounts.of, store.chats.find, store.agents.find, store.agents.session)
    for find in (*finders, store.links.of_customer, store.consents.of, store.audit.of):
        find(tx, ADA)
    assert (keyring.contact.cache_info().misses, keyring.contact.cache_info().hits) == (1, 7)
