"""What the business's own systems hear of links: which event, when, and what each one names. Never what people hear."""

import json
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from conversations.account import Summary
from conversations.choice import Choice
from conversations.consent_events import ConsentDue
from conversations.customer.events import OptedOut, SummaryFetched, TimeRanOut
from conversations.line_events import DataReady
from conversations.link import Place
from conversations.secret import AccountId
from storage.links import KEPT
from tests.bot.turns.agents_stage import ADA, BOSS, CHIDI, TUNDE, Office, attempt_of, open_office

A_CHILD = date(2014, 1, 1)  # born that day
OF_THE_LINE = ("account_id", "network", "consent_id", "scopes")
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


async def kinds(office: Office) -> list[str]:
    return [kind for kind, _ in await told(office)]


async def test_every_step_of_a_link_is_told_and_each_names_what_the_business_calls_it(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, "/link mtn ref:LN-2026-0042"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.clock.at += KEPT + timedelta(hours=1)
    await office.database.run(lambda tx: office.store.links.forget_old(tx, office.clock.at))
    await office.say(ADA, "unlink")
    await office.say(ADA, "yes")
    events = await told(office)
    assert [kind for kind, _ in events] == ["opened", "agreed", "code-sent", "linked", "ready", "withdrawn"]
    assert {(data["external_reference"], data["agent"]) for _, data in events} == {("LN-2026-0042", "Tunde")}
    agreed = {str(data["consent_id"]) for _, data in events[1:]}
    assert len(agreed) == 1
    assert agreed.pop().startswith("C-")
    assert {data["account_id"] for _, data in events[3:]} == {"account-1"}
    assert (events[0][1]["consent_id"], events[0][1]["scopes"]) == (None, None)


async def test_a_line_is_ready_once_however_often_its_data_comes(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    for _ in range(2):
        fetching = await office.hear(ADA, DataReady(AccountId("account-1")))
        await office.hear(ADA, SummaryFetched(attempt_of(fetching), Summary(None, None, office.clock.at)))
    assert (await kinds(office)).count("ready") == 1


async def test_whoever_agreed_and_went_no_further_has_their_consent_named_in_the_end(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    office.clock.at += timedelta(hours=25)
    await office.hear(ADA, TimeRanOut())
    await office.tend()
    kind, data = (await told(office))[-1]
    assert (kind, str(data["consent_id"])[:2]) == ("expired", "C-")


async def test_declined_is_told_only_of_who_declined(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE))
    await office.say(ADA, "No, thanks")
    await office.agree(CHIDI, await office.make_link(TUNDE))
    for word in ("delete", "yes"):
        await office.say(CHIDI, word)
    await office.open(ADA, await office.make_link(TUNDE))
    await office.hear(ADA, OptedOut())
    ends = [(kind, data["reason"]) for kind, data in await told(office) if kind not in ("opened", "agreed", "stuck")]
    assert ends == [("declined", "customer"), ("cancelled", "customer"), ("cancelled", "opted-out")]


async def test_the_line_of_a_child_ends_its_link_and_agent_and_systems_hear_why(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, "/link mtn ref:LN-2026-0042"))
    await office.ask_code(ADA)
    office.told(TUNDE)
    await office.finish(ADA, born=A_CHILD)
    kind, data = (await told(office))[-1]
    assert (kind, data["reason"], data["external_reference"]) == ("cancelled", "age", "LN-2026-0042")
    assert (data["account_id"], str(data["consent_id"])[:2]) == (None, "C-")
    (heard,) = office.told(TUNDE)
    assert "is not linked: the owner of the line is too young. Nothing was shared." in heard


async def test_links_that_end_with_their_agent_are_cancelled_and_name_them(office: Office) -> None:
    for _ in range(2):
        await office.make_link(TUNDE)
    await office.say(BOSS, "/remove Tunde")
    assert {(kind, data["reason"], data["agent"]) for kind, data in await told(office)} == {
        ("cancelled", "business", "Tunde")
    }
    assert await kinds(office) == ["cancelled", "cancelled"]


async def test_wherever_it_does_not_go_on_the_systems_hear_where_and_why(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.say(ADA, "0902 123 4567")
    await office.say(ADA, "9mobile")
    stuck = [(data["step"], data["reason"]) for kind, data in await told(office) if kind == "stuck"]
    assert stuck == [("network", "not-served")]


async def link_in_two_chats(office: Office, apart: timedelta) -> None:
    """Ada by a link of its own, Chidi by another so much later: the same line, the same account."""
    for customer, wait in ((ADA, timedelta()), (CHIDI, apart)):
        office.clock.at += wait
        await office.agree(customer, await office.make_link(TUNDE, "/link 0803 123 4567 mtn"))
        await office.ask_code(customer)
        await office.finish(customer)


async def test_a_consent_that_ends_by_itself_leaves_the_link_of_another_chat_until_that_one_ends(
    office: Office,
) -> None:
    await link_in_two_chats(office, timedelta(days=175))
    theirs = (await office.links())[-1]
    office.clock.at += timedelta(days=6)
    await office.hear(ADA, ConsentDue(AccountId("account-1")))
    assert (await office.link(theirs.reference)) == theirs
    for word in ("unlink", "yes"):
        await office.say(CHIDI, word)
    ended = [(data["reference"], data["reason"]) for kind, data in await told(office) if kind == "withdrawn"]
    first, second = [link.reference for link in await office.links()]
    assert ended == [(first, "unused"), (second, "customer")]


async def test_who_ends_a_line_for_all_is_told_apart_from_those_for_whom_it_ended(office: Office) -> None:
    await link_in_two_chats(office, timedelta(minutes=2))
    for word in ("unlink", "yes"):
        await office.say(CHIDI, word)
    ended = {data["reference"]: data["reason"] for kind, data in await told(office) if kind == "withdrawn"}
    first, second = [link.reference for link in await office.links()]
    assert ended == {first: "other-chat", second: "customer"}


async def test_a_consent_that_is_renewed_is_told_and_is_the_one_that_ends(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, "/link mtn ref:LN-2026-0042"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.clock.at += timedelta(days=170)
    await office.hear(ADA, ConsentDue(AccountId("account-1")))
    office.told(TUNDE)
    await office.tap(ADA, Choice.SHARE_ON)
    for word in ("unlink", "yes"):
        await office.say(ADA, word)
    *_, linked, _, renewed, withdrawn = await told(office)
    assert (renewed[0], renewed[1]["reference"], renewed[1]["external_reference"]) == (
        "renewed",
        linked[1]["reference"],
        "LN-2026-0042",
    )
    assert renewed[1]["consent_id"] == withdrawn[1]["consent_id"] != linked[1]["consent_id"]


async def test_of_a_line_that_is_agreed_to_anew_the_newest_consent_ends(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.told(TUNDE)
    office.clock.at += timedelta(hours=1)
    for word in ("link another line", "I agree", "0803 123 4567", "MTN"):
        await office.say(ADA, word)
    assert office.told(TUNDE) == []
    for word in ("unlink", "yes"):
        await office.say(ADA, word)
    *_, first, _, anew, _, withdrawn = await told(office)
    assert (await kinds(office))[-5:] == ["linked", "ready", "linked", "ready", "withdrawn"]
    assert (anew[1]["reference"], anew[1]["after"]) == (first[1]["reference"], None)
    assert anew[1]["consent_id"] == withdrawn[1]["consent_id"] != first[1]["consent_id"]


@pytest.mark.parametrize("is_read", [True, False])
async def test_a_line_that_a_second_link_links_again_is_ready_at_once_or_as_soon_as_it_is_read(
    office: Office, is_read: bool
) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, "/link 0803 123 4567 mtn"))
    await office.ask_code(ADA)
    if is_read:
        await office.finish(ADA)
    else:
        await office.finish_unread(ADA)
    office.clock.at += timedelta(hours=1)
    await office.agree(ADA, await office.make_link(TUNDE, "/link 0803 123 4567 mtn ref:LN-2"))
    await office.say(ADA, "MTN")
    first, second = [link.reference for link in await office.links()]
    if not is_read:
        assert (await kinds(office))[-1] == "linked"
        fetching = await office.hear(ADA, DataReady(AccountId("account-1")))
        await office.hear(ADA, SummaryFetched(attempt_of(fetching), Summary(None, None, office.clock.at)))
    came = [(kind, data["reference"]) for kind, data in await told(office) if kind in ("code-sent", "linked", "ready")]
    again = [("linked", second), ("ready", second)]
    assert came == [("code-sent", first), ("linked", first), *([("ready", first)] if is_read else []), *again]
    assert (await told(office))[-1][1]["external_reference"] == "LN-2"
    assert (await office.link(second)).step is Place.SUMMARY


async def test_who_needs_a_person_with_the_line_of_their_link_goes_on_with_it(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    await office.say(ADA, "person")
    *_, linked, _, stuck = await told(office)
    assert (stuck[0], stuck[1]["reference"], stuck[1]["after"]) == ("stuck", linked[1]["reference"], None)
    assert [stuck[1][name] for name in OF_THE_LINE] == [linked[1][name] for name in OF_THE_LINE]
    assert stuck[1]["account_id"] == "account-1"


async def test_who_needs_a_person_while_another_line_is_linked_is_told_of_with_that_one(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    for word in ("link another line", "I agree", "person"):
        await office.say(ADA, word)
    at_number = (await told(office))[-1]
    await office.say(ADA, "0902 123 4567")
    await office.send_code(await office.say(ADA, "Airtel"), ADA)
    await office.say(ADA, "person")
    at_code = (await told(office))[-1]
    assert [(kind, data["step"]) for kind, data in (at_number, at_code)] == [("stuck", "number"), ("stuck", "code")]
    assert [(data["account_id"], data["network"]) for _, data in (at_number, at_code)] == [
        (None, None),
        (None, "airtel"),
    ]
