"""An agent who does not write for long is told, and then is none any more; whoever writes stays."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.outbox.writer import OutboxWriter
from bot.turns.agent_effects import AgentEffects
from bot.turns.idle_agents import IdleAgents
from bot.turns.notifications import Notifications
from bot.turns.outcome import TurnOutcome
from conversations.agents.turn import Act
from conversations.changing import replace
from conversations.link import LinkRules, Milestone
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, NUMBER, TUNDE, Office, open_office
from tests.scenes import BUSINESS

DAY = timedelta(days=1)
MOST = 180 * DAY


class Years:
    """The sweep, and the days that pass."""

    def __init__(self, office: Office, most: timedelta = MOST) -> None:
        writer = OutboxWriter(office.store, BUSINESS, {})
        notifications = Notifications(office.store, writer)
        effects = AgentEffects(office.store, writer, notifications)
        self.office = office
        self.troubles = list[Exception]()
        engine, rules = office.engine, LinkRules
        self._sweep = IdleAgents(
            office.database, office.store, effects, engine, rules, notifications, office.clock, most, self._take
        )

    def _take(self, outcome: TurnOutcome) -> None:
        if self.troubles:
            raise self.troubles.pop()
        self.office.follow_up(outcome)

    async def look(self, after: timedelta = timedelta()) -> list[str]:
        """What Tunde is told."""
        self.office.clock.at += after
        self.office.told(TUNDE)
        await self._sweep.sweep()
        return self.office.told(TUNDE)


@pytest.fixture
async def years() -> AsyncIterator[Years]:
    async with open_office(tells_systems=True) as office:
        await office.recruit(TUNDE, "Tunde")
        yield Years(office)


async def test_they_are_told_two_weeks_before_and_any_word_keeps_them(years: Years) -> None:
    assert await years.look() == []
    assert await years.look(165 * DAY) == []
    (warned,) = await years.look(DAY)
    assert "From 22 May 2027 you are no longer an agent" in warned
    assert await years.look(DAY) == []
    await years.office.say(TUNDE, "/links")
    assert await years.look(30 * DAY) == []
    await years.office.say(TUNDE, "/links")
    assert years.office.told(TUNDE) != []


async def test_a_defect_that_one_meets_keeps_no_other_from_being_told(years: Years) -> None:
    await years.office.recruit(BISI, "Bisi")
    await years.look()
    years.office.told(BISI)
    years.troubles.append(KeyError("a row that is not as it should be"))
    told = await years.look(166 * DAY)
    assert len(told + years.office.told(BISI)) == 1


async def test_then_their_links_end_and_their_lines_are_told_to_administrators(years: Years) -> None:
    office, years = years.office, Years(years.office, 20 * DAY)
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    await years.look(10 * DAY)
    await office.recruit(BISI, "Bisi")
    office.told(BOSS)
    (told,) = await years.look(10 * DAY)
    assert told.startswith("You have not written to me for very long, so you are no longer an agent")
    (news,) = office.told(BOSS)
    assert news.startswith("Tunde has not written to me for 20 days and is no longer an agent. There were no open")
    acts = await office.database.read(lambda tx: [entry.act for entry in office.store.audit.of(tx, TUNDE)])
    assert acts[-1] == Act.AGENT_LAPSED
    assert await office.database.read(lambda tx: [agent.contact for agent in office.store.agents.all(tx)]) == [BISI]
    await office.say(TUNDE, "/links")
    assert "No line is linked here" in office.told(TUNDE)[-1]
    await office.say(ADA, "unlink")
    await office.say(ADA, "yes")
    assert "is not linked any more" in office.told(BOSS)[-1]


async def test_who_is_in_the_middle_of_their_link_and_the_businesss_systems_hear_of_its_end(years: Years) -> None:
    """A program may have made it for them meanwhile."""
    office = years.office
    await years.look()
    await office.agree(ADA, await office.make_link(TUNDE))
    (link,) = await office.links()
    await years.look(166 * DAY)
    kept = replace(link, expires_at=office.clock.at + 15 * DAY)
    await office.database.run(lambda tx: office.store.links.keep(tx, kept))
    await years.look(14 * DAY)
    assert (await office.link(link.reference)).milestone is Milestone.CANCELLED
    assert [kind for kind, _ in await office.events()][-1].endswith("cancelled")
    assert "1 open link was ended" in office.told(BOSS)[-1]
    assert [turn.contact for turn in office.turns] == [ADA]


async def test_an_administrator_never_lapses_and_who_was_kept_by_an_earlier_release_begins_now(years: Years) -> None:
    office = years.office
    await office.say(BOSS, "/name Mama Boss")
    session = await office.database.read(lambda tx: office.store.agents.session(tx, TUNDE))
    assert session is None or session.wrote_at is None
    await years.look(400 * DAY)
    assert await years.look(DAY) == []
    assert {agent.contact for agent in await office.database.read(office.store.agents.all)} == {BOSS, TUNDE}
