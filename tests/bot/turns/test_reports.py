"""Reports in chat: one's own for an agent, everybody's for an administrator, who gets one every Monday by day."""

from collections.abc import AsyncIterator, Iterable
from datetime import timedelta

import pytest

from bot.outbox.writer import OutboxWriter
from bot.turns.weekly_reports import WeeklyReports
from conversations.agents.turn import Act
from conversations.changing import replace
from conversations.contact import Contact
from storage.outbox import OutboxMessage
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, TUNDE, Office, open_office
from tests.scenes import BUSINESS

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """The boss, two agents with a link each, and a customer who has agreed to Tunde's."""
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        token = await opened.make_link(TUNDE)
        await opened.make_link(BISI)
        await opened.agree(ADA, token)
        await opened.say(BOSS, "/links")
        for contact in (TUNDE, BISI, ADA, BOSS):
            opened.told(contact)
        yield opened


async def ask(office: Office, contact: Contact, text: str) -> str:
    await office.say(contact, text)
    return office.told(contact)[-1]


async def test_an_administrator_sees_everybodys_and_an_agent_their_own(office: Office) -> None:
    assert "2026: 2\nopened 1 · agreed 1 · code sent 0" in await ask(office, BOSS, "/report 30")
    assert "Agent: Bisi Ade 0 of 1, Tunde 0 of 1" in await ask(office, BOSS, "report 29")
    assert "2026: 1\nopened 0" in await ask(office, BISI, "/report")
    acts = await office.database.read(lambda tx: [entry.act for entry in office.store.audit.of(tx, BISI)])
    assert Act.REPORT_SEEN in acts


@pytest.mark.parametrize(
    ("who", "text", "told"),
    [
        (BOSS, "/report 7 Tunde", "2026: 1\nopened 1"),
        (BOSS, "/report bisi ade", "2026: 1\nopened 0"),
        (BISI, "/report Bisi Ade", "2026: 1\nopened 0"),
        (BISI, "/report 7 Tunde", "Nobody"),
        (BOSS, "/report 7 Nobody", "Nobody"),
        (BOSS, "/report 0", "1 to 30"),
        (BOSS, "report yesterday", "22 Nov to 22 Nov 2026"),
        (BOSS, "/report last week", "16 Nov to 22 Nov 2026"),
        (BOSS, "how many last week", "16 Nov to 22 Nov 2026"),
        (BOSS, "how many did we link this week", "17 Nov to 23 Nov 2026: 2"),
        (BOSS, "how many yesterday", "22 Nov to 22 Nov 2026"),
        (BOSS, "how many last month", "1 to 30"),
        (BOSS, "/report last month", "1 to 30"),
        (BOSS, "/report 31", "1 to 30"),
        (BOSS, "/report 99999999999999999999", "1 to 30"),
    ],
)
async def test_a_report_is_of_whom_and_of_how_many_days_was_said(
    office: Office, who: Contact, text: str, told: str
) -> None:
    answer = await ask(office, who, text)
    assert told in answer if told != "Nobody" else "2026" not in answer


async def test_who_was_removed_is_said_to_be_no_agent_and_not_to_be_unknown(office: Office) -> None:
    await office.say(BOSS, "/remove Bisi Ade")
    assert "Agent: Tunde 0 of 1, no agent (any more) 0 of 1" in await ask(office, BOSS, "/report")


async def test_who_opened_and_went_no_farther_is_of_the_channel_on_which_they_did(office: Office) -> None:
    for number, answer in ((1, "no"), (2, "what is this"), (3, "")):
        customer = Contact("console", f"400{number}")
        await office.open(customer, await office.make_link(TUNDE))
        if answer:
            await office.say(customer, answer)
    assert "Channel: console 0 of 4, not known 0 of 1" in await ask(office, BOSS, "/report")  # one is unopened
    office.clock.at += 2 * DAY
    await office.tend()
    assert "Channel: console 0 of 4, not known 0 of 1" in await ask(office, BOSS, "/report")


# The weekly one


class Weeks:
    """The sweep, and what it told."""

    def __init__(self, office: Office, admins: Iterable[Contact] = (BOSS,), *troubles: Exception) -> None:
        self._office = office
        self._troubles = [*troubles]
        store = replace(office.store, agents=replace(office.store.agents, admins=[*admins]))
        writer = OutboxWriter(store, BUSINESS, {})
        self._sweep = WeeklyReports(office.database, store, writer, office.clock, self._take)

    def _take(self, messages: Iterable[OutboxMessage]) -> None:
        if self._troubles:
            raise self._troubles.pop()
        self._office._deliver(messages)

    async def look(self, after: timedelta) -> list[str]:
        self._office.clock.at += after
        await self._sweep.sweep()
        return self._office.told(BOSS)


async def test_it_comes_once_a_week_by_day_from_the_first_monday_on(office: Office) -> None:
    weeks = Weeks(office)
    assert await weeks.look(timedelta()) == []  # a Monday at noon: whoever has just begun had no week
    assert await weeks.look(6 * DAY) == []
    assert await weeks.look(12 * HOUR) == []  # Monday again, in the night
    (told,) = await weeks.look(9 * HOUR)
    assert "Links made 23 Nov to 29 Nov 2026: 2" in told
    assert told.endswith("Your week. To stop these: /report off")
    assert await weeks.look(HOUR) == []


async def test_the_first_comes_though_nothing_looked_before_that_monday_and_the_service_began_anew(
    office: Office,
) -> None:
    office.clock.at += 7 * DAY - 2 * HOUR
    office.restart(BOSS)
    (told,) = await Weeks(office).look(timedelta())
    assert "Links made 23 Nov to 29 Nov 2026: 2" in told
    office.restart(BOSS)
    assert await Weeks(office).look(HOUR) == []
    assert len(await Weeks(office).look(7 * DAY)) == 1


async def test_who_began_after_monday_morning_has_none_of_the_week_before(office: Office) -> None:
    chief = Contact("console", "1001")
    office.restart(BOSS, chief)
    office.clock.at += 2 * DAY
    await office.say(chief, "/today")
    office.told(chief)
    weeks = Weeks(office, (chief,))
    await weeks.look(timedelta())
    assert office.told(chief) == []
    await weeks.look(5 * DAY)
    assert len(office.told(chief)) == 1


async def test_who_was_an_agent_before_has_the_first_on_a_monday(office: Office) -> None:
    office.restart(BOSS, TUNDE, BISI)
    weeks = Weeks(office, (TUNDE,))
    await weeks.look(2 * DAY)
    assert office.told(TUNDE) == []
    weeks = Weeks(office, (TUNDE, BISI))
    await weeks.look(5 * DAY)
    assert [len(office.told(who)) for who in (TUNDE, BISI)] == [1, 1]


async def test_who_is_no_administrator_is_promised_none(office: Office) -> None:
    for wish in ("/report on", "/report off"):
        assert "administrators only" in await ask(office, TUNDE, wish)
    office.restart(BOSS, TUNDE)
    await Weeks(office, (TUNDE,)).look(7 * DAY)
    assert len(office.told(TUNDE)) == 1


async def test_a_clock_that_is_set_back_over_monday_repeats_no_week(office: Office) -> None:
    weeks = Weeks(office)
    await weeks.look(timedelta())
    assert len(await weeks.look(7 * DAY)) == 1
    assert await weeks.look(-DAY) == []
    assert await weeks.look(DAY) == []
    assert len(await weeks.look(7 * DAY)) == 1


async def test_after_a_clock_that_was_weeks_ahead_the_weeks_go_on(office: Office) -> None:
    weeks = Weeks(office)
    assert len(await weeks.look(30 * DAY)) == 1
    assert len(await weeks.look(-21 * DAY)) == 1
    assert await weeks.look(DAY) == []
    assert len(await weeks.look(7 * DAY)) == 1


async def test_a_defect_that_one_administrator_meets_keeps_no_other_from_theirs(office: Office) -> None:
    await Weeks(office).look(timedelta())
    weeks = Weeks(office, (Contact("console", "9999"), BOSS), KeyError("a row that is not as it should be"))
    assert len(await weeks.look(9 * DAY)) == 1


async def test_it_is_off_by_a_word_and_on_by_another(office: Office) -> None:
    weeks = Weeks(office)
    await weeks.look(timedelta())
    assert "no weekly report" in await ask(office, BOSS, "/report off")
    assert await weeks.look(7 * DAY) == []
    assert "every Monday" in await ask(office, BOSS, "report on")
    assert len(await weeks.look(7 * DAY)) == 1


async def test_whoever_never_wrote_and_whoever_is_no_administrator_gets_none(office: Office) -> None:
    weeks = Weeks(office, [Contact("console", "9999")])
    for _ in range(3):
        assert await weeks.look(7 * DAY) == []
