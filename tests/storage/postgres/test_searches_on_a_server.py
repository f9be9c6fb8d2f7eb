"""What is asked at every message is found by an index on a server too: no table is read whole for it."""

from collections.abc import Iterator

import pytest

from conversations.allowance import Limits, allowances_for_read
from storage.postgres.connection import connect
from storage.postgres.dialect import selection_of
from storage.postgres.transaction import Server
from storage.transaction import Wanted
from tests.for_every import for_every
from tests.local_postgres import LocalPostgres
from tests.scenes import ADA, NUMBER
from tests.storage.test_searches import LANE, STORE

WANTED: list[Wanted] = [
    *STORE.wanted_by_turn(ADA),
    STORE.inbound_ids.wanted("console", "1"),
    STORE.chats.wanted(ADA),
    STORE.chats.wanted_name("console", "1"),
    STORE.outbox.wanted_held(LANE),
    STORE.sent_messages.wanted("SM1"),
    STORE.sent_messages.wanted_seen(LANE),
    STORE.links.wanted_of_number(NUMBER),
    *STORE.counters.wanted(allowances_for_read(Limits(), "console:1")),
    STORE.consents.ledger.wanted_end(),
    STORE.consents.ledger.wanted(ADA),
]


@pytest.fixture
def connection(postgres: LocalPostgres) -> Iterator[Server]:
    """The tables are empty, and an empty one is read whole by whoever may choose."""
    with connect(postgres.migrated) as connection:
        connection.execute("SET enable_seqscan = off")
        connection.execute("SET enable_bitmapscan = off")
        yield connection


def test_what_the_metrics_ask_for_is_found_by_an_index_of_its_own(connection: Server) -> None:
    for asked, index in (
        ("SELECT count(*) FROM events WHERE delivered_at IS NULL AND give_up_at <= 5", "events_untaken"),
        (
            "SELECT at FROM events WHERE delivered_at IS NULL AND give_up_at > 5 ORDER BY give_up_at LIMIT 1",
            "events_untaken",
        ),
        ("SELECT count(*) FROM sessions WHERE case_until > 5", "sessions_case"),
    ):
        plan = "\n".join(row[0] for row in connection.execute(f"EXPLAIN {asked}"))
        assert f"Index Only Scan using {index}" in plan, plan


@for_every("keys", [1, 64])
@for_every("wanted", WANTED)
def test_what_every_turn_asks_for_is_found_by_an_index(connection: Server, wanted: Wanted, keys: int) -> None:
    rows, key = wanted
    statement, values = selection_of(rows, [key] * keys)
    plan = "\n".join(row[0] for row in connection.execute(f"EXPLAIN {statement}", values))
    assert "Index" in plan
    assert f"Seq Scan on {rows.table}" not in plan
