"""The emulated Mono's transactions: pages that fit together, filters, and a running balance that adds up."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.emulators.mono.invented_data import InventedMovement
from bot.sandbox.emulators.mono.paging import MOST_A_PAGE, turn_to
from bot.sandbox.emulators.mono.statement import StatementEntry
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import START, Room, open_room

ALL = 25


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


async def read_rows(room: Room, **query: object) -> list[dict[str, Any]]:
    """The same rows in both families."""
    account = await room.link()
    old = (await room.read(f"/accounts/{account}/transactions", **query))["data"]
    new = (await room.read(f"/v2/accounts/{account}/transactions", **query))["data"]
    assert [row["_id"] for row in old] == [row["id"] for row in new]
    assert isinstance(old, list)
    return old


async def test_the_newest_twenty_come_when_nothing_is_asked(room: Room) -> None:
    rows = await read_rows(room)
    assert len(rows) == 20
    assert rows == (await read_rows(room, paginate="false"))[:20]


async def test_newest_come_first(room: Room) -> None:
    days = [row["date"] for row in await read_rows(room, paginate="false")]
    assert len(days) == ALL
    assert days == sorted(days, reverse=True)


async def test_paginate_false_gives_everything_whatever_page_and_limit_say(room: Room) -> None:
    account = await room.link()
    body = await room.read(f"/accounts/{account}/transactions", paginate="false", limit=2, page=3)
    assert len(body["data"]) == ALL
    assert body["paging"] == {"total": ALL, "page": 1, "previous": None, "next": None}


@pytest.mark.parametrize("limit", [1, 4, 5, 24, 25, 26])
async def test_pages_put_together_are_the_whole(room: Room, limit: int) -> None:
    account, rows, page = await room.link(), [], 1
    while page:
        body = await room.read(f"/accounts/{account}/transactions", limit=limit, page=page)
        assert body["paging"]["page"] == page
        assert (body["paging"]["previous"] is None) == (page == 1)
        rows += body["data"]
        following = body["paging"]["next"]
        page = int(following.rpartition("=")[2]) if following else 0
    assert rows == await read_rows(room, paginate="false")


async def test_a_page_beyond_the_last_is_empty_and_says_so(room: Room) -> None:
    body = await room.read(f"/accounts/{await room.link()}/transactions", limit=5, page=6)
    assert body["data"] == []
    assert body["paging"]["next"] is None
    assert body["paging"]["previous"].endswith("page=5")


async def test_the_running_balance_adds_up_to_the_main_balance(room: Room) -> None:
    rows = await read_rows(room, paginate="false")
    account = await room.read(f"/accounts/{await room.link()}")
    assert rows[0]["balance"] == account["account"]["balance"]
    for newer, older in pairwise(rows):
        moved = newer["amount"] if newer["type"] == "credit" else -newer["amount"]
        assert newer["balance"] == older["balance"] + moved


@pytest.mark.parametrize("kind", ["credit", "debit"])
async def test_one_kind_can_be_asked_for(room: Room, kind: str) -> None:
    rows = await read_rows(room, type=kind, paginate="false")
    assert {row["type"] for row in rows} == {kind}
    assert len(rows) == {"credit": 8, "debit": 17}[kind]


async def test_a_part_of_the_narration_can_be_asked_for_in_any_case(room: Room) -> None:
    rows = await read_rows(room, narration="monthly pLAN")
    assert {row["narration"] for row in rows} == {"20GB Monthly Plan"}


async def test_days_are_named_day_first_and_both_ends_count(room: Room) -> None:
    everything = await read_rows(room, paginate="false")
    rows = await read_rows(room, start="28-10-2026", end="30-10-2026")
    assert rows == [row for row in everything if "2026-10-28" <= row["date"][:10] <= "2026-10-30"]
    assert [row["date"][8:10] for row in rows] == ["30", "29", "28"]


async def test_filters_together_narrow_and_may_leave_nothing(room: Room) -> None:
    account = await room.link()
    both = await room.read(f"/accounts/{account}/transactions", type="credit", narration="VTU", limit=1)
    assert 1 < both["paging"]["total"] < ALL
    assert await room.read(f"/accounts/{account}/transactions", type="credit", narration="salary") == {
        "paging": {"total": 0, "page": 1, "previous": None, "next": None},
        "data": [],
    }


async def test_what_is_not_known_is_passed_over(room: Room) -> None:
    assert len(await read_rows(room, limits=3)) == 20


@given(number=st.integers(0, 300), limit=st.integers(1, 150))
def test_any_limit_up_to_a_hundred_pages_through_everything(number: int, limit: int) -> None:
    moments = [START - timedelta(hours=hour) for hour in range(number)]
    entries = [
        StatementEntry(number - place, InventedMovement("debit", 1, "x", at), 0) for place, at in enumerate(moments)
    ]
    seen, page = [], turn_to(entries, {"limit": str(limit)})
    while True:
        assert page.total == number
        assert len(page.entries) <= min(limit, MOST_A_PAGE)
        seen += page.entries
        if page.is_last:
            break
        page = turn_to(entries, {"limit": str(limit), "page": str(page.number + 1)})
    assert seen == entries


def test_a_day_ends_at_midnight_in_utc() -> None:
    late = datetime(2026, 10, 30, 23, 59, 59, 999_999, tzinfo=UTC)
    entries = [
        StatementEntry(2, InventedMovement("debit", 1, "x", late + timedelta(microseconds=1)), 0),
        StatementEntry(1, InventedMovement("debit", 1, "x", late), 0),
    ]
    assert turn_to(entries, {"end": "30-10-2026"}).entries == entries[1:]
    assert turn_to(entries, {"start": "31-10-2026"}).entries == entries[:1]
