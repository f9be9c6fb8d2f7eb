"""What the business's own systems hear of links: which event, when, and what each one names. Never what people hear."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from conversations.events import TimeRanOut
from storage.links import KEPT
from tests.bot.turns.agents_stage import ADA, TUNDE, Office, open_office

Told = list[tuple[str, dict[str, str | None]]]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office(tells_systems=True) as opened:
        await opened.recruit(TUNDE, "Tunde")
        yield opened


async def told(office: Office) -> Told:
    """Every event, as the systems are told it."""
    events = await office.database.read(lambda tx: office.store.events.latest(tx, office.clock.at))
    return [(event.kind, json.loads(event.body or b"{}")["data"]) for event in events]


async def test_every_event_names_what_the_business_calls_the_link_also_when_that_is_forgotten(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, "/link mtn ref:LN-2026-0042"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.clock.at += KEPT + timedelta(hours=1)
    await office.database.run(lambda tx: office.store.links.forget_old(tx, office.clock.at))
    await office.say(ADA, "unlink")
    await office.say(ADA, "yes")
    events = await told(office)
    assert [kind for kind, _ in events] == ["linked", "withdrawn"]
    assert {(data["external_reference"], data["agent"]) for _, data in events} == {("LN-2026-0042", "Tunde")}


async def test_whoever_agreed_and_went_no_further_has_their_consent_named_in_the_end(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    office.clock.at += timedelta(hours=25)
    await office.hear(ADA, TimeRanOut())
    await office.tend()
    ((kind, data),) = await told(office)
    assert (kind, str(data["consent_id"])[:2]) == ("expired", "C-")
