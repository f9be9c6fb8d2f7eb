"""Mono's pages of transactions, in every shape in evidence, read into our words."""

from datetime import UTC, datetime

import pytest

from bot.providers.mono.answers import read_transactions
from conversations.account import Direction, LineTransaction, Money, TransactionPage
from tests.bot.providers.mono_stage import enveloped
from tests.for_every import for_every


def row(**changes: object) -> dict[str, object]:
    basis = {"_id": "t1", "type": "debit", "amount": 20000, "narration": "Daily 1GB", "balance": 500, "currency": "NGN"}
    return {**basis, "date": "2026-05-02T07:30:00.000Z", **changes}


AT = datetime(2026, 5, 2, 7, 30, tzinfo=UTC)
FIRST = LineTransaction(Direction.DEBIT, Money(20000), "Daily 1GB", AT, name="t1", after=Money(500))


def page_of(content: object) -> TransactionPage:
    return read_transactions(content, page=1, limit=5)


def test_transactions_are_read_in_both_families() -> None:
    v1 = {"paging": {"total": 9, "page": 1, "previous": None, "next": "https://mono.test/x?page=2"}, "data": [row()]}
    v2 = enveloped(
        [row(category="unknown")], meta={"total": 9, "page": 1, "previous": None, "next": "https://mono.test/"}
    )
    assert page_of(v1) == page_of(v2) == TransactionPage((FIRST,), 1, more=True, total=9)


@for_every(
    ("paging", "more"),
    [
        ({"next": None, "total": 1}, False),
        ({"next": None, "total": 6}, True),
        ({"next": "?page=2"}, True),
        ({}, False),
        (None, False),
        ({"next": 5, "total": "many"}, False),
    ],
)
def test_whether_more_follows_is_told_by_link_or_total(paging: object, more: bool) -> None:
    assert page_of({"paging": paging, "data": [row()]}).more is more


@for_every("content", [{"data": []}, enveloped(None), {"data": [], "paging": {"next": "?page=2"}}])
def test_a_page_without_rows_is_the_last(content: object) -> None:
    assert page_of(content) == TransactionPage((), 1, more=False)


def test_the_newest_come_first_and_all_of_them_however_many_were_asked_for() -> None:
    days = [f"2026-05-{day:02}T10:00:00Z" for day in (3, 9, 1, 5)]
    page = read_transactions({"data": [row(date=day) for day in days]}, page=1, limit=3)
    assert [one.at.day for one in page.transactions] == [9, 5, 3, 1]


def test_a_row_is_read_leniently() -> None:
    lenient = row(type="Debit", amount="20000.4", narration="Daily\n1GB", date="2026-05-02T08:30:00+01:00")
    assert page_of({"data": [lenient]}).transactions == (FIRST,)


@for_every(
    "broken",
    [
        row(type="gift"),
        row(amount=None),
        row(amount="1e99"),
        row(date="yesterday"),
        row(date=None),
        row(date="0001-01-01T00:00:00+14:00"),
        row(date="9999-12-31T23:59:59Z"),  # in Lagos it is a year that no calendar has
        "row",
        None,
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_and_counted(broken: object) -> None:
    page = page_of({"data": [broken, row()]})
    assert (page.transactions, page.unread) == ((FIRST,), 1)


def test_a_time_without_a_zone_is_utc_and_a_row_needs_no_words_or_currency() -> None:
    bare = {"type": "debit", "amount": 20000, "date": "2026-05-02T07:30:00"}
    [one] = page_of({"data": [bare]}).transactions
    assert (one.narration, one.at, one.amount, one.name) == ("", FIRST.at, FIRST.amount, "")


@for_every("content", [None, [], {}, {"data": "rows"}, {"paging": {}}])
def test_transactions_in_another_shape_are_not_understood(content: object) -> None:
    with pytest.raises(ValueError, match="validation error"):
        page_of(content)
