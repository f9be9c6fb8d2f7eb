"""What customers do with agents' links: opening, binding, each notice on the way, and every end."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.ports import Inbound
from bot.turns.link_progress import STUCK_NOTICES
from bot.turns.notifications import Messages, Notifications
from bot.turns.passed_over import PASSED_FOR
from conversations.consent_events import ConsentDue
from conversations.contact import Contact
from conversations.customer.events import CustomerLeft, LinkOpened, ProviderRefused, TextReceived, TimeRanOut
from conversations.line_events import EndPosted
from conversations.link import Link, Milestone, Stage
from conversations.refusal import Refusal
from conversations.secret import AccountId, LinkToken
from conversations.session import AskingConsent, AskingNetwork, Idle
from storage.database import Database
from storage.events import FIELDS
from storage.links import Links
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.bot.turns.agents_stage import (
    ADA,
    BISI,
    CHIDI,
    NUMBER,
    TUNDE,
    Office,
    attempt_of,
    open_office,
)
from tests.scenes import NOON

MANY = 10_000
STALE = "That link cannot be used any more."


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with open_office(tells_systems=True) as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        yield opened


async def only_link(office: Office) -> Link:
    (link,) = await office.links()
    return link


ON_THE_WAY = {"opened", "agreed", "code-sent", "ready"}  # tests/bot/turns/test_business_events.py


async def events_of(office: Office) -> list[tuple[str, dict[str, str | None]]]:
    """All but what comes on the way."""
    events = await office.database.read(lambda tx: office.store.events.latest(tx, office.clock.at))
    told = [event for event in events if event.kind not in ON_THE_WAY]
    return [(event.kind, json.loads(event.body or b"{}")["data"]) for event in told]


# On the way


async def test_the_agent_hears_each_step_of_the_way_and_no_more_than_a_masked_number(office: Office) -> None:
    token = await office.make_link(TUNDE, f"/link {NUMBER} mtn school fees")
    await office.open(ADA, token)
    assert "was opened" in office.told(TUNDE)[0]
    await office.say(ADA, "I agree")
    assert "they agreed" in office.told(TUNDE)[0]
    await office.ask_code(ADA)
    assert "the code was sent" in office.told(TUNDE)[0]
    await office.finish(ADA)
    (linked,) = office.told(TUNDE)
    link = await only_link(office)
    assert linked == f"{link.reference} (0803 ••• 4567) is linked. Account ID: account-1"
    assert (link.milestone, link.reached, link.customer) == (Milestone.LINKED, Stage.LINKED, ADA)


async def test_with_a_number_the_customer_need_not_type_it(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    assert "0803 ••• 4567: which network" in office.told(ADA)[-1]


async def test_the_customer_sees_the_agents_name_and_the_same_two_words(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE))
    link = await only_link(office)
    (consent,) = office.told(ADA)
    assert (
        f"Tunde from Kudi Loans sent you this link. The two words that Tunde sees must be {' '.join(link.words)}"
        in consent
    )


async def test_a_new_customer_is_spoken_to_in_the_links_language(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE, "/link pidgin"))
    assert "How you dey!" in office.told(ADA)[0]


async def test_a_wrong_code_is_told_once_with_the_next_sentence_to_say(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    office.told(TUNDE)
    for _ in range(2):
        checking = await office.say(ADA, "111111")
        await office.hear(ADA, ProviderRefused(attempt_of(checking), Refusal.WRONG_CODE))
    (told,) = office.told(TUNDE)
    assert "is stuck at the code: the code they typed was wrong." in told
    assert 'Say to them: "Please look at the newest SMS; only that code works."' in told


async def test_who_is_not_understood_three_times_and_who_wants_a_person_is_told_to_agent_and_business(
    office: Office,
) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    office.told(TUNDE)
    for text in ("my goat ate it", "the sky is high", "purple elephants", "xyz"):
        await office.say(ADA, text)
    (told,) = office.told(TUNDE)
    assert "is stuck at the number: they cannot go on: three messages in a row were not understood" in told
    await office.say(ADA, "I want to talk to a person")
    assert "they asked for a person" in office.told(TUNDE)[0]
    link = await only_link(office)
    for (kind, data), reason in zip(await events_of(office), ("not-understood", "person"), strict=True):
        assert (kind, data["reference"], data["step"]) == ("stuck", link.reference, "number")
        assert data["reason"] == reason
        assert set(data) == {*FIELDS, "step"}


async def test_who_wants_a_person_without_an_agents_link_is_told_to_the_business(office: Office) -> None:
    await office.say(ADA, "hello")
    await office.say(ADA, "can i talk to a person")
    ((kind, data),) = await events_of(office)
    assert kind == "stuck"
    assert data == {
        **dict.fromkeys(FIELDS),
        "step": "consent",
        "reason": "person",
    }


async def test_when_the_time_runs_out_the_agent_hears_where(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    office.told(TUNDE)
    office.clock.at += timedelta(minutes=11)
    await office.hear(ADA, TimeRanOut())
    assert "is stuck at the number: the time ran out" in office.told(TUNDE)[0]


async def test_a_customer_who_goes_in_circles_does_not_fill_the_agents_chat(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE))
    for _ in range(STUCK_NOTICES.most + 5):
        await office.say(ADA, "person")
        await office.hear(ADA, CustomerLeft())
        await office.say(ADA, "start")
    assert len(office.told(TUNDE)) <= STUCK_NOTICES.most + 1
    await office.say(ADA, "no")
    assert "declined" in office.told(TUNDE)[-1]


async def test_a_line_linked_without_an_agent_is_nobodys_notice(office: Office) -> None:
    await office.make_link(TUNDE)
    await office.say(ADA, "hello")
    await office.say(ADA, "I agree")
    await office.ask_code(ADA)
    await office.finish(ADA)
    assert office.told(TUNDE) == []
    assert (await only_link(office)).milestone is Milestone.OPEN
    ((kind, data),) = await events_of(office)
    assert (kind, data["account_id"], data["reference"], data["network"]) == ("linked", "account-1", None, "mtn")


# Whose it is


async def test_a_link_can_be_opened_by_many_until_one_agrees(office: Office) -> None:
    token = await office.make_link(TUNDE)
    for customer in (ADA, CHIDI):
        await office.open(customer, token)
        assert STALE not in office.told(customer)[0]
    assert len(office.told(TUNDE)) == 1
    await office.say(CHIDI, "I agree")
    await office.say(ADA, "I agree")
    assert STALE in office.told(ADA)[0]
    assert (await only_link(office)).customer == CHIDI
    assert "Somebody else tried to use" in office.told(TUNDE)[-1]


async def test_who_comes_too_late_has_agreed_to_nothing(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.open(ADA, token)
    await office.agree(CHIDI, token)
    refused = await office.say(ADA, "I agree")
    assert refused.turn
    assert isinstance(refused.turn.session.step, Idle)
    assert refused.turn.session.offer is None
    assert await office.database.read(lambda tx: office.store.consents.of(tx, ADA)) == []


async def test_a_second_opener_is_told_to_ask_the_agent_and_the_agent_hears_it_once(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.agree(ADA, token)
    office.told(TUNDE)
    for stranger in (CHIDI, Contact("console", "3003"), CHIDI):
        await office.open(stranger, token)
        assert "ask your agent" in office.told(stranger)[0]
    assert len(office.told(TUNDE)) == 1


async def test_the_customer_of_a_link_may_open_it_again(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.agree(ADA, token)
    office.told(ADA)
    await office.open(ADA, token)
    assert "Nothing is lost" in office.told(ADA)[0]


async def test_unknown_used_expired_cancelled_and_foreign_are_the_same_to_who_opens_them(office: Office) -> None:
    used, cancelled, foreign, expired = [await office.make_link(TUNDE) for _ in range(4)]
    await office.agree(ADA, used)
    await office.ask_code(ADA)
    await office.finish(ADA)
    await office.agree(Contact("console", "3009"), foreign)
    ended = await office.database.read(lambda tx: office.store.links.opened_by(tx, LinkToken(cancelled)))
    assert ended
    await office.say(TUNDE, f"/cancel {ended.reference}")
    answers = {}
    for number, token in enumerate([used, cancelled, foreign, "A" * 22, "", "x" * 5000, "\ud800\0"]):
        stranger = Contact("console", f"35{number:02}")
        await office.open(stranger, token)
        answers[number] = tuple(office.told(stranger))
    office.clock.at += timedelta(days=2)
    await office.open(CHIDI, expired)
    answers[99] = tuple(office.told(CHIDI))
    assert len(set(answers.values())) == 1
    assert STALE in answers[0][0]


async def test_looking_a_link_up_for_its_page_changes_nothing_and_shows_only_what_is_open(office: Office) -> None:
    token = await office.make_link(TUNDE, "/link pidgin")
    before = await only_link(office)
    found = await office.engine.look_up(token)
    assert found
    assert (found.agent, found.language, found.expires_at) == ("Tunde", "pcm", before.expires_at)
    assert await only_link(office) == before
    for text in ("", "A" * 22, "\ud800", "x" * 10_000):
        assert await office.engine.look_up(text) is None
    await office.agree(ADA, token)
    assert await office.engine.look_up(token) is None


@pytest.mark.parametrize("moment", ["open", "consent"])
async def test_a_hundred_at_once_and_one_of_them_has_the_link(office: Office, moment: str) -> None:
    """The whole way: everybody opens, everybody agrees, in one rush."""
    token = await office.make_link(TUNDE)
    crowd = [Contact("console", f"5{number:05}") for number in range(100)]
    opened = [Inbound(contact, LinkOpened(token=LinkToken(token))) for contact in crowd]
    agreed = [Inbound(contact, TextReceived("I agree")) for contact in crowd]
    if moment == "consent":
        await asyncio.gather(*map(office.engine.take, opened))
        outcomes = await asyncio.gather(*map(office.engine.take, agreed))
    else:
        pairs = [each for pair in zip(opened, agreed, strict=True) for each in pair]
        outcomes = (await asyncio.gather(*map(office.engine.take, pairs)))[1::2]
    link = await only_link(office)
    winners = [outcome.contact for outcome in outcomes if outcome.turn and outcome.turn.records]
    having = [outcome for outcome in outcomes if outcome.turn and outcome.turn.session.offer]
    assert link.customer in crowd
    assert [outcome.contact for outcome in having] == [link.customer]
    assert link.customer in winners


async def test_ten_thousand_take_one_link_and_exactly_one_gets_it(tmp_path: Path) -> None:
    """What decides is one statement in one transaction, however many wait for it; on a real file, synced."""
    links = Links(Keyring.parse(Keyring.generate_key()))
    link = Link("K7M-4Q2", TUNDE, TUNDE, "en", ("mango", "river"), NOON, NOON + timedelta(days=1), NOON)
    crowd = [Contact("console", f"{number}") for number in range(MANY)]
    database = await Database.open(tmp_path / "links.db")
    try:
        await database.run(lambda tx: links.keep(tx, link))
        take = [partial(links.bind, reference=link.reference, contact=contact, now=NOON) for contact in crowd]
        bound = []
        for start in range(0, MANY, 2_500):
            bound += await asyncio.gather(*(database.run(work) for work in take[start : start + 2_500]))
        won = [contact for contact, got in zip(crowd, bound, strict=True) if got]
        kept = await database.read(lambda tx: links.find(tx, link.reference))
    finally:
        await database.close()
    assert len(won) == 1
    assert kept
    assert kept.customer == won[0]


# Every end


async def test_declining_ends_the_link_and_keeps_nothing_of_the_customer(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.open(ADA, token)
    await office.say(ADA, "no")
    assert "they declined. Nothing was shared." in office.told(TUNDE)[-1]
    link = await only_link(office)
    assert (link.milestone, link.customer, link.reached) == (Milestone.DECLINED, None, Stage.OPENED)
    await office.open(ADA, token)
    assert STALE in office.told(ADA)[-1]
    assert [kind for kind, _ in await events_of(office)] == ["declined"]


async def test_somebody_who_only_opened_a_link_cannot_end_it_for_its_customer(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.open(CHIDI, token)
    await office.agree(ADA, token)
    await office.say(CHIDI, "no")
    assert (await only_link(office)).milestone is Milestone.AGREED


async def test_an_unopened_link_is_reminded_of_once_and_then_ends(office: Office) -> None:
    await office.make_link(TUNDE)
    office.clock.at += timedelta(hours=21, minutes=59)
    await office.tend()
    assert office.told(TUNDE) == []
    office.clock.at += timedelta(minutes=1)
    await office.tend()
    await office.tend()
    assert "Nobody has opened" in office.told(TUNDE)[0]
    office.clock.at += timedelta(hours=2)
    await office.tend()
    await office.tend()
    (ended,) = office.told(TUNDE)
    assert "has ended by itself. It stood at the start: nobody opened it." in ended
    assert [kind for kind, _ in await events_of(office)] == ["expired"]


async def test_a_link_that_cannot_end_or_be_reminded_of_holds_up_no_other(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where it stands in front, and no more than one is looked at at once."""
    monkeypatch.setattr("bot.turns.link_tending.MOST", 1)
    poisoned = (await office.make_link(TUNDE), await only_link(office))[1].reference
    office.clock.at += timedelta(seconds=1)
    await office.make_link(TUNDE)

    def broken(does: Callable[..., Messages]) -> Callable[..., Messages]:
        def do(notifications: Notifications, tx: Transaction, link: Link, *more: object, **said: object) -> Messages:
            done = does(notifications, tx, link, *more, **said)
            if link.reference == poisoned:
                raise KeyError("a defect of ours")
            return done

        return do

    monkeypatch.setattr(Notifications, "settle", broken(Notifications.settle))
    monkeypatch.setattr(Notifications, "tell_agent", broken(Notifications.tell_agent))
    office.clock.at += timedelta(hours=22)
    await office.tend()
    assert ["Nobody has opened" in text for text in office.told(TUNDE)] == [True]
    office.clock.at += timedelta(hours=2)
    await office.tend()
    assert office.told(TUNDE) == []
    await office.tend()
    assert ["has ended by itself" in text for text in office.told(TUNDE)] == [True]
    assert [kind for kind, _ in await events_of(office)] == ["expired"]
    monkeypatch.undo()
    office.clock.at += PASSED_FOR
    await office.tend()
    assert ["has ended by itself" in text for text in office.told(TUNDE)] == [True]


async def test_results_come_at_night_and_reminders_do_not(office: Office) -> None:
    office.clock.at += timedelta(hours=12)  # midnight in Lagos
    await office.make_link(TUNDE)
    office.clock.at += timedelta(hours=17, minutes=59)
    await office.tend()
    assert "Nobody has opened" in office.told(TUNDE)[0]
    office.clock.at += timedelta(hours=5)
    await office.tend()
    assert office.told(TUNDE) == []
    office.clock.at += timedelta(hours=2)
    await office.tend()
    assert "has ended" in office.told(TUNDE)[0]


async def test_an_expired_link_says_where_its_customer_stopped_and_disturbs_them_no_more(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.say(ADA, NUMBER)
    office.clock.at += timedelta(minutes=11)
    await office.hear(ADA, TimeRanOut())
    office.told(ADA)
    office.clock.at += timedelta(days=1)
    await office.tend()
    assert "It stood at the network." in office.told(TUNDE)[-1]
    assert office.told(ADA) == []
    session = await office.database.read(lambda tx: office.store.sessions.load(tx, ADA))
    assert session
    assert session.offer is None


async def test_a_link_does_not_end_while_its_customer_is_in_the_middle_of_it(office: Office) -> None:
    token = await office.make_link(TUNDE)
    office.clock.at += timedelta(hours=23, minutes=58)
    await office.agree(ADA, token)
    office.clock.at += timedelta(minutes=5)
    await office.tend()
    assert (await only_link(office)).milestone is Milestone.AGREED
    await office.ask_code(ADA)
    await office.finish(ADA)
    assert (await only_link(office)).milestone is Milestone.LINKED


async def test_a_link_that_its_agent_cancels_ends_for_a_customer_in_the_middle_of_it(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.say(ADA, NUMBER)
    office.told(ADA)
    await office.say(TUNDE, f"/cancel {(await only_link(office)).reference}")
    assert STALE in office.told(ADA)[0]
    session = await office.database.read(lambda tx: office.store.sessions.load(tx, ADA))
    assert session
    assert isinstance(session.step, Idle)
    ((kind, data),) = await events_of(office)
    assert (kind, data["reason"]) == ("cancelled", "business")


async def test_a_customer_of_another_link_is_not_disturbed_when_one_ends(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    first = (await only_link(office)).reference
    office.clock.at += timedelta(seconds=1)
    await office.agree(ADA, await office.make_link(BISI, f"/link {NUMBER}"))
    office.told(ADA)
    await office.say(TUNDE, f"/cancel {first}")
    assert office.told(ADA) == []
    session = await office.database.read(lambda tx: office.store.sessions.load(tx, ADA))
    assert session
    assert isinstance(session.step, AskingNetwork)


@pytest.mark.parametrize("words", [("unlink", "yes"), ("delete", "yes")])
async def test_withdrawing_is_told_and_leaves_nothing_of_the_customer_in_the_link(
    office: Office, words: tuple[str, str]
) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER} rent of Ada"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.told(TUNDE)
    for word in words:
        await office.say(ADA, word)
    assert "not linked any more: the consent for it has ended" in office.told(TUNDE)[0]
    link = await only_link(office)
    assert link.milestone is Milestone.WITHDRAWN
    assert (link.customer, link.line, link.number, link.note, link.account) == (None, None, None, "", None)
    (_, linked), (kind, withdrawn) = await events_of(office)
    assert kind == "withdrawn"
    assert withdrawn == {**linked, "reason": "customer"}
    assert linked["account_id"] == "account-1"
    assert linked["reference"] == link.reference
    assert str(linked["consent_id"]).startswith("C-")


async def test_a_consent_that_ends_by_itself_is_told_as_a_withdrawal(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER} rent of Ada"))
    await office.ask_code(ADA)
    await office.finish(ADA)
    office.told(TUNDE)
    office.clock.at += timedelta(days=180)
    await office.hear(ADA, ConsentDue(AccountId("account-1")))
    assert "not linked any more: the consent for it has ended" in office.told(TUNDE)[0]
    assert (await only_link(office)).milestone is Milestone.WITHDRAWN
    assert [kind for kind, _ in await events_of(office)] == ["linked", "withdrawn"]


async def test_every_link_of_a_withdrawn_line_ends_and_each_agent_hears_it(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    await office.agree(ADA, await office.make_link(BISI))
    for word in (NUMBER, "MTN"):  # a line of this chat already: it costs no code
        linked = await office.say(ADA, word)
    assert linked.immediate == ()
    assert "no code is needed" in office.told(ADA)[-1]
    assert [link.milestone for link in await office.links()] == [Milestone.LINKED] * 2
    office.told(TUNDE), office.told(BISI)
    for word in ("unlink", "yes"):
        await office.say(ADA, word)
    assert [link.milestone for link in await office.links()] == [Milestone.WITHDRAWN] * 2
    for agent in (TUNDE, BISI):
        assert "has ended" in office.told(agent)[-1]


async def test_a_line_that_is_withdrawn_after_its_link_was_forgotten_still_names_it(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    reference = (await only_link(office)).reference
    office.told(TUNDE)
    _, linked = (await events_of(office))[-1]
    office.clock.at += timedelta(days=31)
    await office.database.run(lambda tx: office.store.links.forget_old(tx, office.clock.at))
    assert await office.links() == []
    for word in ("unlink", "yes"):
        await office.say(ADA, word)
    kind, withdrawn = (await events_of(office))[-1]
    assert (kind, withdrawn) == ("withdrawn", {**linked, "reason": "customer"})
    assert withdrawn["reference"] == reference
    assert office.told(TUNDE) == []  # as docs/agents.md says


async def test_a_line_that_the_network_ended_is_withdrawn_too(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE))
    await office.ask_code(ADA)
    await office.finish(ADA)
    await office.hear(ADA, EndPosted(AccountId("account-1")))
    assert (await only_link(office)).milestone is Milestone.WITHDRAWN


async def test_who_deletes_everything_is_forgotten_by_every_link_and_none_is_anybody_elses_then(office: Office) -> None:
    tokens = []
    for agent, command in ((TUNDE, f"/link {NUMBER} rent of Ada"), (BISI, f"/link {NUMBER}")):
        tokens.append(await office.make_link(agent, command))
        await office.agree(ADA, tokens[-1])
        await office.ask_code(ADA)
        office.clock.at += timedelta(minutes=2)
    for word in ("delete", "yes"):
        await office.say(ADA, word)
    for link, token in zip(await office.links(), tokens, strict=True):
        assert link.milestone is Milestone.DECLINED
        assert (link.customer, link.line, link.number, link.note) == (None, None, None, "")
        assert await office.engine.look_up(token) is None
    assert "declined" in office.told(TUNDE)[-1]
    assert [(kind, data["reason"]) for kind, data in await events_of(office)] == [("cancelled", "customer")] * 2


async def test_an_ended_link_forgets_who_deletes_everything_later(office: Office) -> None:
    await office.agree(ADA, await office.make_link(TUNDE, f"/link {NUMBER}"))
    office.clock.at += timedelta(days=2)
    await office.hear(ADA, TimeRanOut())
    await office.tend()
    for word in ("delete", "yes"):
        await office.say(ADA, word)
    link = await only_link(office)
    assert (link.milestone, link.customer, link.number) == (Milestone.EXPIRED, None, None)


async def test_a_line_without_an_agent_is_withdrawn_for_the_business_alone(office: Office) -> None:
    for word in ("hello", "I agree"):
        await office.say(ADA, word)
    await office.make_link(TUNDE)  # somebody else's
    await office.ask_code(ADA)
    await office.finish(ADA)
    for word in ("unlink", "yes"):
        await office.say(ADA, word)
    (_, linked), (kind, withdrawn) = await events_of(office)
    assert (kind, withdrawn) == ("withdrawn", {**linked, "reason": "customer"})
    assert withdrawn["reference"] is None


async def test_a_link_whose_time_is_over_binds_nobody_even_before_it_was_swept(office: Office) -> None:
    token = await office.make_link(TUNDE)
    await office.open(ADA, token)
    office.clock.at += timedelta(hours=24)
    await office.open(CHIDI, token)
    assert STALE in office.told(CHIDI)[0]
    assert (await only_link(office)).customer is None


async def test_an_agent_may_make_another_link_for_a_number_as_soon_as_the_first_is_over(office: Office) -> None:
    await office.make_link(TUNDE, f"/link {NUMBER} mtn")
    office.clock.at += timedelta(hours=24) - timedelta(seconds=1)
    await office.say(TUNDE, f"/link {NUMBER} mtn")
    assert len(await office.links()) == 1
    office.clock.at += timedelta(seconds=1)
    await office.say(TUNDE, f"/link {NUMBER} mtn")
    assert len(await office.links()) == 2


async def test_a_notice_and_its_turn_are_on_disk_together(office: Office) -> None:
    """The messages of one turn are what the dispatcher is handed, for the customer, the agent and the business."""
    token = await office.make_link(TUNDE)
    outcome = await office.open(ADA, token)
    waiting = await office.database.read(office.store.outbox.waiting)
    assert {message.number for message in outcome.messages} <= {message.number for message in waiting}
    assert len({message.lane for message in outcome.messages}) == 3
    assert outcome.turn
    assert isinstance(outcome.turn.session.step, AskingConsent)


@pytest.mark.parametrize("swept", [True, False])
@pytest.mark.parametrize("said", ["Start", "1", "I agree"])
async def test_a_link_that_ended_meanwhile_is_said_to_have_before_anybody_is_asked_to_agree(
    office: Office, said: str, swept: bool
) -> None:
    await office.open(ADA, await office.make_link(TUNDE))
    office.clock.at += timedelta(days=2)
    if swept:
        await office.hear(ADA, TimeRanOut())
        await office.engine.tend_links()
    office.told(ADA)
    await office.say(ADA, said)
    heard = "\n".join(office.told(ADA))
    assert heard.index(STALE) < heard.index("If you agree")
    assert "Tunde" not in heard
    await office.say(ADA, "I agree")
    assert "What is the phone number" in office.told(ADA)[-1]


async def test_one_that_can_still_be_used_is_gone_on_with(office: Office) -> None:
    await office.open(ADA, await office.make_link(TUNDE))
    office.clock.at += timedelta(hours=1)
    await office.say(ADA, "Start")
    assert "Tunde" in office.told(ADA)[-1]
