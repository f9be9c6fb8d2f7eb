"""`telcolink events resend --failed` and `ping`, and what the doctor says of EVENTS_URL. Never the list of events."""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.checks.events import check_events
from bot.checks.finding import CheckContext, HostFacts, Verdict
from bot.checks.probe import Probe
from bot.config.settings import Settings
from conversations.agents.turn import Act
from storage.database import Database
from storage.events import Events, EventState
from storage.looking import open_read_only
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.commands.events_stage import command, settings_in
from tests.bot.outbox.webhooks_stage import DATA, LINK, Business, World, new_secret, open_for_business
from tests.ports import free_port


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


# All that was given up


async def given_up(settings: Settings, world: World, *links: str) -> list[str]:
    """An event of each of these links, all of them given up."""
    return await add_given_up(settings, world, *[(link, DATA) for link in links])


async def add_given_up(settings: Settings, world: World, *told: tuple[str | None, Mapping[str, str]]) -> list[str]:
    events = Events(settings.keyring())

    def fill(tx: Transaction) -> list[str]:
        for link, data in told:
            events.add(tx, "linked", link, data, world.now())
        ids = [event.id for event in events.latest(tx, world.now())]
        for identity in ids:
            events.note(tx, identity, "410", world.now(), EventState.FAILED)
        return ids

    database = await Database.open(settings.database_place())
    try:
        return await database.run(fill)
    finally:
        await database.close()


async def test_all_that_was_given_up_is_sent_again_in_its_order_and_is_in_the_audit(
    settings: Settings, world: World, business: Business, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = await given_up(settings, world, *[LINK] * 6, *["P3X-9W4"] * 6)
    assert await command(settings, world, "resend", "--failed", "--as", "Ngozi") == 0
    assert [identity for identity, _, _ in business.tried] == ids
    assert await command(settings, world, "resend", "--failed") == 1
    assert "No event was given up." in capsys.readouterr().err
    store = Store.under(settings.keyring(), settings.rules())
    with open_read_only(settings.database_place()) as tx:
        entries = [entry for _, entry in store.audit.ledger.entries(tx) if entry]
    assert [(each.name, each.act, each.about) for each in entries] == [("Ngozi", Act.EVENTS_RESENT, "12 events")]


async def test_behind_one_that_is_not_taken_those_of_its_link_wait_and_others_do_not(
    settings: Settings, world: World, business: Business, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = await given_up(settings, world, LINK, LINK, "P3X-9W4")
    business.answers = [503]
    assert await command(settings, world, "resend", "--failed") == 1
    assert [identity for identity, _, _ in business.tried] == [ids[0], ids[2]]
    assert "1 more wait for those before them" in capsys.readouterr().out


async def test_behind_it_also_waits_what_its_customer_did_after_the_link(
    settings: Settings, world: World, business: Business
) -> None:
    ids = await add_given_up(settings, world, (LINK, DATA), (None, {**DATA, "after": LINK}), (None, DATA))
    business.answers = [503]
    assert await command(settings, world, "resend", "--failed") == 1
    assert [identity for identity, _, _ in business.tried] == [ids[0], ids[2]]


async def test_what_is_sent_again_can_be_what_happened_from_a_day_on(
    settings: Settings, world: World, business: Business
) -> None:
    await given_up(settings, world, LINK)
    world.time += timedelta(days=2)
    _, newer = await given_up(settings, world, "P3X-9W4")
    assert await command(settings, world, "resend", "--failed", "--since", "2026-11-24") == 0
    assert [identity for identity, _, _ in business.tried] == [newer]


async def test_which_events_are_meant_must_be_said(
    settings: Settings, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await command(settings, world, "resend") == 1
    assert await command(settings, world, "resend", "evt_1", "--failed") == 1
    assert capsys.readouterr().err.count("Say which") == 2


# A trial


async def test_a_trial_is_signed_as_an_event_is_and_kept_nowhere(
    settings: Settings, tmp_path: Path, world: World, business: Business, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await command(settings, world, "ping") == 0
    assert (business.taken[0]["type"], business.taken[0]["data"]) == ("telcolink.ping", {})
    assert capsys.readouterr().out == "The trial was taken: 204.\n"
    assert not (tmp_path / "test.db").exists()


async def test_of_a_trial_that_is_not_taken_it_is_said_what_to_look_at(
    settings: Settings, tmp_path: Path, world: World, business: Business, capsys: pytest.CaptureFixture[str]
) -> None:
    business.answers = [302, 410, 500]
    for _ in range(3):
        assert await command(settings, world, "ping") == 1
    other = settings_in(tmp_path, EVENTS_URL=business.url, EVENTS_SECRET=new_secret())
    nobody = settings_in(tmp_path, EVENTS_URL=f"http://127.0.0.1:{free_port()}/", EVENTS_SECRET=new_secret())
    for each in (other, nobody, settings_in(tmp_path)):
        assert await command(each, world, "ping") == 1
    said = capsys.readouterr().err.splitlines()
    hints = ("Redirects", "410 gives", "Look at", "same EVENTS_SECRET", "Is the address right", "EVENTS_URL is not set")
    assert all(hint in line for hint, line in zip(hints, said, strict=True))


async def test_the_doctor_tries_it_too(settings: Settings, world: World, business: Business) -> None:
    context = CheckContext(settings, Probe(httpx.AsyncClient(), world.now), HostFacts(now=world.now))
    business.answers = [204, 500]
    first, second = [await check_events(context) for _ in range(2)]
    assert ([each.verdict for each in first], [each.verdict for each in second]) == ([Verdict.OK], [Verdict.WRONG])
    assert business.taken[0]["type"] == "telcolink.ping"
