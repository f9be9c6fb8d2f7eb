"""`telcolink events`: the list, and sending again by hand, beside a running service and without one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.config.settings import Settings
from storage.database import Database
from storage.events import Events, EventState
from storage.keys.canaries import admit_keys
from storage.transaction import Transaction
from tests.bot.commands.events_stage import command, settings_in
from tests.bot.outbox.webhooks_stage import ACCOUNT, DATA, LINK, Business, World, open_for_business


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def business(world: World) -> AsyncIterator[Business]:
    async with open_for_business(world) as business:
        yield business


@pytest.fixture
def settings(tmp_path: Path, business: Business) -> Settings:
    return settings_in(tmp_path, EVENTS_URL=business.url, EVENTS_SECRET=business.secret)


@asynccontextmanager
async def filled(settings: Settings, world: World) -> AsyncIterator[tuple[Database, str, str]]:
    """A database with one event that was taken and one that was given up, held by a service."""
    events = Events(settings.keyring())

    def fill(tx: Transaction) -> tuple[str, str]:
        for kind in ("linked", "withdrawn"):
            events.add(tx, kind, LINK, DATA, world.now())
        taken, failed = events.latest(tx, world.now())
        events.note(tx, taken.id, "204", world.now(), EventState.DELIVERED)
        events.note(tx, failed.id, "410", world.now(), EventState.FAILED)
        return taken.id, failed.id

    database = await Database.open(settings.database_place())
    try:
        taken, failed = await database.run(fill)
        yield database, taken, failed
    finally:
        await database.close()


async def test_the_list_shows_what_became_of_each_and_no_whole_account(
    settings: Settings, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    async with filled(settings, world) as (_, taken, failed):
        assert await command(settings, world) == 0
    headings, first, second = capsys.readouterr().out.splitlines()
    assert headings.split()[:2] == ["ID", "WHEN"]
    end = f"…{ACCOUNT[-4:]}"
    assert first.split() == [taken, "2026-11-23", "09:30", "line.linked", LINK, end, "delivered", "1", "204"]
    assert second.split() == [failed, "2026-11-23", "09:30", "line.withdrawn", LINK, end, "failed", "1", "410"]


async def test_the_list_can_be_of_the_failed_alone(
    settings: Settings, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    async with filled(settings, world) as (_, taken, failed):
        assert await command(settings, world, "--failed") == 0
    out = capsys.readouterr().out
    assert failed in out
    assert taken not in out


async def test_an_empty_list_says_so(settings: Settings, world: World, capsys: pytest.CaptureFixture[str]) -> None:
    await (await Database.open(settings.database_place())).close()
    assert await command(settings, world) == 0
    assert await command(settings, world, "--failed") == 0
    assert capsys.readouterr().out == "There are no events yet.\nNo event was given up.\n"


async def test_an_event_is_sent_again_as_it_was_and_noted(
    settings: Settings, world: World, business: Business, capsys: pytest.CaptureFixture[str]
) -> None:
    async with filled(settings, world) as (_, _, failed):
        pass
    assert await command(settings, world, "resend", failed) == 0
    assert (business.tried[0][0], business.taken[0]["type"]) == (failed, "line.withdrawn")
    assert await command(settings, world, "--failed") == 0
    said = capsys.readouterr().out.splitlines()
    assert (said[0], said[-1]) == (f"{failed} was taken: 204.", "No event was given up.")


async def test_an_event_is_sent_again_beside_a_running_service(
    settings: Settings, world: World, business: Business, capsys: pytest.CaptureFixture[str]
) -> None:
    async with filled(settings, world) as (_, taken, _):
        assert await command(settings, world, "resend", taken) == 0
    assert len(business.taken) == 1
    assert "The service did not answer, so its list does not show this." in capsys.readouterr().out


async def test_an_event_that_is_not_taken_again_says_so(
    settings: Settings, world: World, business: Business, capsys: pytest.CaptureFixture[str]
) -> None:
    business.answers = [500]
    async with filled(settings, world) as (_, _, failed):
        assert await command(settings, world, "resend", failed) == 1
    assert f"{failed} was not taken: 500." in capsys.readouterr().out


async def test_with_other_keys_than_the_services_nothing_is_listed(
    settings: Settings, world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with filled(settings, world) as (database, _, _):
        await database.run(partial(admit_keys, keyring=settings.keyring(), now=world.now()))
        assert await command(settings_in(tmp_path), world) == 1
    assert capsys.readouterr().out == ""


def test_what_can_be_no_id_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["events", "resend", "evt_\udcff"])
    assert "must be an ID, as `telcolink events` lists it" in capsys.readouterr().err


async def test_what_cannot_be_sent_again_says_why(
    settings: Settings, tmp_path: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await command(settings, world, "resend", "evt_1") == 1
    async with filled(settings, world):
        assert await command(settings, world, "resend", "evt_1") == 1
    assert await command(settings_in(tmp_path), world, "resend", "evt_1") == 1
    none, unknown, unset = capsys.readouterr().err.splitlines()
    assert none.startswith("The database cannot be read")
    assert unknown == "There is no event evt_1 that can be read. Events are kept for 30 days."
    assert unset == "EVENTS_URL is not set, so there is nobody to send it to."


@asynccontextmanager
async def filled_much(settings: Settings, world: World) -> AsyncIterator[str]:
    """The first of 260 events was given up, and all others were taken."""
    events = Events(settings.keyring())

    def fill(tx: Transaction) -> str:
        for _ in range(260):
            events.add(tx, "linked", LINK, DATA, world.now())
        first, *others = events.all(tx, world.now())
        for each in others:
            events.note(tx, each.id, "204", world.now(), EventState.DELIVERED)
        events.note(tx, first.id, "410", world.now(), EventState.FAILED)
        return first.id

    database = await Database.open(settings.database_place())
    try:
        yield await database.run(fill)
    finally:
        await database.close()


async def test_an_old_event_that_was_given_up_is_found_behind_many_newer_ones(
    settings: Settings, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    async with filled_much(settings, world) as first:
        assert await command(settings, world, "--failed") == 0
        assert first in capsys.readouterr().out


async def test_the_list_says_how_many_it_leaves_out_and_how_to_see_them(
    settings: Settings, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    async with filled_much(settings, world) as first:
        assert await command(settings, world) == 0
        newest = capsys.readouterr().out
        assert first not in newest
        assert newest.splitlines()[-1].startswith("60 older ones are not shown")
        assert await command(settings, world, "--all") == 0
        assert len(capsys.readouterr().out.splitlines()) == 261
