"""What was spent of each allowance: never one too many, all or nothing, and given back when nothing happened."""

import asyncio
from datetime import datetime, timedelta
from functools import partial

from conversations.allowance import (
    Allowance,
    Limit,
    Limits,
    Refused,
    allowances_for_otp_request,
    allowances_for_template,
)
from conversations.changing import replace
from storage.codec import to_ms
from storage.counters import KEPT, Counters
from storage.database import MEMORY, Database
from storage.migrations import read_migrations
from storage.sealing import Keyring
from storage.sqlite.schema import migrate
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.raw import blank_memory
from tests.scenes import NOON, NUMBER

HOUR = timedelta(hours=1)
THREE = Allowance(Limit("three", 3, HOUR), "number:x")
ONE = Allowance(Limit("one", 1, 2 * HOUR), "all")
table = Counters(Keyring.parse(Keyring.generate_key()))


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def test_what_is_left_is_spent_and_then_refused_with_the_exact_time(tx: Transaction) -> None:
    for minute in range(3):
        assert table.reserve(tx, [THREE], NOON + minutes(minute)) is None
    assert table.reserve(tx, [THREE], NOON + minutes(59)) == Refused(THREE.limit, NOON + HOUR)
    assert table.reserve(tx, [THREE], NOON + HOUR) is None


def test_a_refused_reservation_spends_nothing_of_the_others(tx: Transaction) -> None:
    assert table.reserve(tx, [ONE], NOON) is None
    for _ in range(5):
        assert table.reserve(tx, [THREE, ONE], NOON) is not None
    assert [table.reserve(tx, [THREE], NOON) for _ in range(3)] == [None, None, None]


def test_of_what_is_not_spent_one_has_to_be_left_and_is_never_given_back(tx: Transaction) -> None:
    left = replace(ONE, spent=False)
    for _ in range(3):
        assert table.reserve(tx, [THREE, left], NOON) is None
    assert table.reserve(tx, [ONE], NOON) is None
    table.give_back(tx, [THREE, left])
    assert table.reserve(tx, [THREE, left], NOON) == Refused(ONE.limit, NOON + 2 * HOUR)
    assert table.reserve(tx, [THREE], NOON) is None


def test_of_several_limits_the_longest_wait_is_told(tx: Transaction) -> None:
    for _ in range(3):
        table.reserve(tx, [THREE], NOON)
    table.reserve(tx, [ONE], NOON)
    assert table.reserve(tx, [THREE, ONE], NOON) == Refused(ONE.limit, NOON + 2 * HOUR)


def test_each_key_and_each_limit_is_counted_alone(tx: Transaction) -> None:
    same_key = Allowance(ONE.limit, THREE.key)
    other_key = Allowance(ONE.limit, "number:y")
    assert [table.reserve(tx, [each], NOON) for each in (ONE, same_key, other_key)] == [None, None, None]


def test_what_is_given_back_can_be_spent_again(tx: Transaction) -> None:
    assert table.reserve(tx, [ONE, THREE], NOON) is None
    table.give_back(tx, [ONE, THREE])
    assert table.reserve(tx, [ONE, THREE], NOON) is None


def test_the_latest_spend_is_given_back_and_only_that(tx: Transaction) -> None:
    for minute in range(3):
        table.reserve(tx, [THREE], NOON + minutes(minute))
    table.give_back(tx, [THREE])
    assert table.reserve(tx, [THREE], NOON + minutes(3)) is None
    assert table.reserve(tx, [THREE], NOON + minutes(4)) == Refused(THREE.limit, NOON + HOUR)


def test_giving_back_what_was_never_spent_opens_nothing(tx: Transaction) -> None:
    table.give_back(tx, [THREE])
    assert [table.reserve(tx, [THREE], NOON) is None for _ in range(4)] == [True, True, True, False]


def test_a_clock_that_jumps_back_opens_no_limit(tx: Transaction) -> None:
    assert table.reserve(tx, [ONE], NOON) is None
    assert table.reserve(tx, [ONE], NOON - timedelta(days=1)) == Refused(ONE.limit, NOON + 2 * HOUR)


def test_spends_are_forgotten_once_no_window_reaches_back_to_them(tx: Transaction) -> None:
    table.reserve(tx, [THREE], NOON)
    assert table.forget_old(tx, NOON + KEPT) == 0
    assert table.forget_old(tx, NOON + KEPT + minutes(1)) == 1
    longest = max(
        allowance.limit.within for allowance in allowances_for_otp_request(Limits(), "c", NUMBER, vouched=False)
    )
    assert longest * 2 < KEPT


def test_what_counts_for_a_week_is_kept_for_two_and_nothing_else_is(tx: Transaction) -> None:
    """Of the two spends of an invitation, the one that counts for a day goes earlier."""
    table.reserve(tx, allowances_for_template(NUMBER), NOON)
    assert table.forget_old(tx, NOON + KEPT + minutes(1)) == 1
    assert table.forget_old(tx, NOON + timedelta(days=14)) == 0
    assert table.forget_old(tx, NOON + timedelta(days=14, minutes=1)) == 1


def test_three_in_a_week_and_one_in_a_day_hold_together(tx: Transaction) -> None:
    day, week = (allowance.limit for allowance in allowances_for_template(NUMBER))
    spend = partial(table.reserve, tx, allowances_for_template(NUMBER))
    assert spend(NOON) is None
    assert spend(NOON + HOUR) == Refused(day, NOON + timedelta(days=1))
    assert spend(NOON + timedelta(days=1)) is None
    assert spend(NOON + timedelta(days=2)) is None
    assert spend(NOON + timedelta(days=3)) == Refused(week, NOON + timedelta(days=7))
    table.forget_old(tx, NOON + timedelta(days=6))
    assert spend(NOON + timedelta(days=6, hours=23)) == Refused(week, NOON + timedelta(days=7))
    assert spend(NOON + timedelta(days=7)) is None


def test_what_is_counted_cannot_be_read_from_the_table(tx: Transaction) -> None:
    table.reserve(tx, allowances_for_otp_request(Limits(), "whatsapp:+2348031234567", NUMBER, vouched=True), NOON)
    keys = [key for (key,) in tx.execute("SELECT key FROM spends")]
    assert {(type(key), len(key)) for key in keys} == {(bytes, 32)}
    assert len(set(keys)) == 5


def test_strangers_leave_a_number_what_its_owner_needs(tx: Transaction) -> None:
    def asks(who: str, at: datetime, *, vouched: bool = False) -> str:
        refused = table.reserve(tx, allowances_for_otp_request(Limits(), who, NUMBER, vouched=vouched), at)
        return refused.limit.name if refused else ""

    assert asks("a stranger", NOON) == ""
    assert asks("another", NOON + timedelta(seconds=59)) == "otp_request_pause_per_number"
    later = [asks(f"stranger {number}", NOON + minutes(number)) for number in range(1, 8)]
    assert later == ["", "", *["otp_requests_per_number_day_unproven"] * 5]
    owner = [asks("the owner", NOON + minutes(number), vouched=True) for number in range(10, 13)]
    assert owner == ["", "", "otp_requests_per_number_day"]


@for_every(("most", "crowd"), [(1, 400), (7, 400), (600, 10_000)])
async def test_ten_thousand_at_once_never_spend_one_more_than_the_limit(most: int, crowd: int) -> None:
    allowance = Allowance(Limit("spend breaker", most, HOUR), "all")
    database = await Database.open(MEMORY)
    refusals: list[Refused | None] = []
    for _ in range(4):
        callers = (database.run(lambda tx: table.reserve(tx, [allowance], NOON)) for _ in range(crowd // 4))
        refusals += await asyncio.gather(*callers)
    await database.close()
    assert len(refusals) == crowd
    assert refusals.count(None) == most


def test_what_was_counted_before_spends_had_a_date_of_their_own_is_kept_as_long_as_it_was() -> None:
    migrations = read_migrations()
    with blank_memory() as old:
        migrate(old, migrations[:4])
        old.execute("INSERT INTO spends (key, at) VALUES (x'00', ?)", (to_ms(NOON),))
        migrate(old, migrations)
        assert table.forget_old(SqliteTransaction(old), NOON + KEPT) == 0
        assert table.forget_old(SqliteTransaction(old), NOON + KEPT + minutes(1)) == 1


def test_spends_of_a_clock_that_was_set_back_refuse_as_if_they_were_of_now(tx: Transaction) -> None:
    for _ in range(3):
        table.reserve(tx, [THREE], NOON + 24 * HOUR)
    table.reserve(tx, [ONE], NOON - HOUR)
    table.put_time_right(tx, NOON)
    assert table.reserve(tx, [THREE], NOON) == Refused(THREE.limit, NOON + HOUR)
    assert table.reserve(tx, [ONE], NOON) == Refused(ONE.limit, NOON + HOUR)


def test_so_many_of_them_are_put_right_at_once(tx: Transaction) -> None:
    for _ in range(3):
        table.reserve(tx, [THREE], NOON + 24 * HOUR)
    assert [table.put_time_right(tx, NOON, most=2) for _ in range(2)] == [False, True]
    assert table.forget_old(tx, NOON + KEPT + minutes(1)) == 3
