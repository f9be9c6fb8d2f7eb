"""One line in two chats: both hear of it, either ends it for both, and the provider gets its account back once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.console import Console
from bot.outbox.payloads import AccountUnlinking, ChatMessage
from bot.ports import Inbound
from bot.turns.outcome import TurnOutcome
from conversations.allowance import Limits
from conversations.choice import Choice
from conversations.contact import Contact
from conversations.customer.events import (
    AccountOpened,
    ButtonTapped,
    ContactShared,
    OtpSent,
    OtpVerified,
    ProviderRefused,
    SummaryFetched,
)
from conversations.effects import RequestOtp
from conversations.line_events import AccountMissing, EndPosted, Withdrew
from conversations.refusal import Refusal
from conversations.rules import Rules
from conversations.secret import AccountId
from tests.bot.turns.engine_stage import TO_THE_CODE, Bench, open_bench, payload_of
from tests.happenings import SUMMARIES
from tests.scenes import ACCOUNT, ADA, CODE, FORM, OTHER_ACCOUNT, REFERENCE

BOLA, CHIDI = Contact("console", "bola"), Contact("console", "chidi")
SAME_OR_NEW = pytest.mark.parametrize("account", [ACCOUNT, OTHER_ACCOUNT], ids=["same account", "new account"])


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    async with open_bench(rules=Rules(limits=Limits(otp_request_gaps=()))) as bench:
        await bench.link(ADA)
        yield bench


def told(outcome: TurnOutcome, contact: Contact) -> list[str]:
    bodies = [payload_of(message) for message in outcome.messages]
    return [body.content.text for body in bodies if isinstance(body, ChatMessage) and body.contact == contact]


async def unlinkings(bench: Bench) -> list[AccountId]:
    """What the outbox still has to give back to the provider."""
    waiting = await bench.database.read(bench.store.outbox.waiting)
    bodies = [payload_of(message) for message in waiting]
    return [body.account for body in bodies if isinstance(body, AccountUnlinking)]


async def open_consents(bench: Bench, contact: Contact) -> int:
    """How many agreements of a chat are on record without their end."""
    records = await bench.database.read(lambda tx: bench.store.consents.of(tx, contact))
    ended = {record.agreement.reference for record in records if record.withdrawn}
    return len({record.agreement.reference for record in records} - ended)


async def lines_of(bench: Bench, contact: Contact) -> int:
    return len(await bench.database.read(lambda tx: bench.store.accounts.of(tx, contact)))


async def test_whose_number_it_is_learns_before_the_code_that_another_chat_holds_the_line(bench: Bench) -> None:
    await bench.say("start", "yes", contact=BOLA)
    await bench.hear(ContactShared("+2348031234567", proven=True), BOLA)
    await bench.say("mtn", contact=BOLA)
    asked = await bench.answer(OtpSent, REFERENCE, FORM, contact=BOLA)
    assert told(asked, BOLA)[0].startswith("This line is linked in another chat too.")


async def test_whoever_only_types_a_number_learns_it_with_the_line_and_not_before_the_code(bench: Bench) -> None:
    await bench.say(*TO_THE_CODE, contact=BOLA)
    asked = told(await bench.answer(OtpSent, REFERENCE, FORM, contact=BOLA), BOLA)
    asked += told(await bench.say("482 91", contact=BOLA), BOLA)
    assert [text for text in asked if "another chat" in text] == []
    await bench.say("482913", contact=BOLA)
    await bench.answer(OtpVerified, CODE, contact=BOLA)
    await bench.answer(AccountOpened, ACCOUNT, contact=BOLA)
    linked = told(await bench.answer(SummaryFetched, SUMMARIES[0], contact=BOLA), BOLA)
    assert "It is linked in another chat too" in linked[0]


async def test_who_links_a_line_of_nobody_else_hears_nothing_of_the_kind() -> None:
    async with open_bench() as bench:
        await bench.say(*TO_THE_CODE)
        asked = await bench.answer(OtpSent, REFERENCE, FORM)
        assert "another chat" not in told(asked, ADA)[0]


@SAME_OR_NEW
async def test_the_first_chat_hears_at_once_from_where_and_how_to_end_it(bench: Bench, account: AccountId) -> None:
    await bench.say(*TO_THE_CODE, contact=BOLA)
    await bench.answer(OtpSent, REFERENCE, FORM, contact=BOLA)
    await bench.say("482913", contact=BOLA)
    await bench.answer(OtpVerified, CODE, contact=BOLA)
    (heard,) = told(await bench.answer(AccountOpened, account, contact=BOLA), ADA)
    assert f"was linked just now in another chat too, on {Console.brand}" in heard
    assert 'Type "unlink"' in heard
    assert [await lines_of(bench, chat) for chat in (ADA, BOLA)] == [1, 1]
    assert "Receipt C-" in told(await bench.say("receipt"), ADA)[0]


@SAME_OR_NEW
@pytest.mark.parametrize("word", ["unlink", "delete"])
async def test_either_holder_ends_it_for_both_on_record(bench: Bench, account: AccountId, word: str) -> None:
    await bench.link(BOLA, account)
    await bench.say(word, contact=BOLA)
    ended = await bench.say("yes", contact=BOLA)
    assert "is no longer allowed to read" in told(ended, BOLA)[0]
    (heard,) = told(ended, ADA)
    assert "not linked any more: it was ended in another chat" in heard
    assert [await lines_of(bench, chat) for chat in (ADA, BOLA)] == [0, 0]
    assert [await open_consents(bench, chat) for chat in (ADA, BOLA)] == [0, 0]
    assert sorted(map(AccountId.reveal, await unlinkings(bench))) == sorted({ACCOUNT.reveal(), account.reveal()})


@SAME_OR_NEW
async def test_two_chats_end_one_line_in_the_same_second(bench: Bench, account: AccountId) -> None:
    await bench.link(BOLA, account)
    for chat in (ADA, BOLA):
        await bench.say("unlink", contact=chat)
    prompts = {chat: (await bench.session(chat)).dialog.prompt for chat in (ADA, BOLA)}
    await asyncio.gather(*(
        bench.engine.take(Inbound(chat, ButtonTapped(Choice.CONFIRM.value, prompts[chat]), f"yes-{chat.address}"))
        for chat in (ADA, BOLA)
    ))  # fmt: skip
    assert [await lines_of(bench, chat) for chat in (ADA, BOLA)] == [0, 0]
    assert [await open_consents(bench, chat) for chat in (ADA, BOLA)] == [0, 0]
    assert len(await unlinkings(bench)) == len({ACCOUNT, account})
    ends = await bench.database.read(lambda tx: bench.store.consents.of(tx, BOLA))
    assert [record.withdrawn for record in ends] == [False, True]


async def test_who_was_deleting_everything_when_it_ended_elsewhere_still_gets_it_with_the_same_button(
    bench: Bench,
) -> None:
    await bench.link(BOLA)
    await bench.say("delete")
    prompt = (await bench.session(ADA)).dialog.prompt
    for word in ("unlink", "yes"):
        await bench.say(word, contact=BOLA)
    deleted = await bench.hear(ButtonTapped(Choice.CONFIRM.value, prompt))
    assert told(deleted, ADA)[0].startswith("Done. Deleted")


async def test_an_attempt_that_was_given_up_gives_no_account_back_that_another_chat_holds(bench: Bench) -> None:
    await bench.say(*TO_THE_CODE, contact=BOLA)
    await bench.answer(OtpSent, REFERENCE, FORM, contact=BOLA)
    await bench.say("482913", contact=BOLA)
    await bench.answer(OtpVerified, CODE, contact=BOLA)
    attempt = bench.wishes[-1].attempt
    await bench.say("cancel", contact=BOLA)
    await bench.hear(AccountOpened(attempt, ACCOUNT), BOLA, delivery=None)
    assert await unlinkings(bench) == []
    await bench.hear(AccountOpened(attempt, OTHER_ACCOUNT), BOLA, delivery=None)
    assert await unlinkings(bench) == [OTHER_ACCOUNT]


async def test_what_the_network_ended_is_ended_for_all_who_hold_that_account_alone(bench: Bench) -> None:
    await bench.link(BOLA, OTHER_ACCOUNT)
    await bench.link(CHIDI)
    assert [await lines_of(bench, chat) for chat in (ADA, BOLA, CHIDI)] == [1, 1, 1]
    outcome = await bench.hear(EndPosted(ACCOUNT), delivery=None)
    assert all("the network ended it" in told(outcome, chat)[0] for chat in (ADA, CHIDI))
    assert [await lines_of(bench, chat) for chat in (ADA, BOLA, CHIDI)] == [0, 1, 0]


async def test_a_line_of_this_chat_costs_no_code(bench: Bench) -> None:
    bench.clock.at += timedelta(days=1)
    await bench.say("link another line", "yes", "0803 123 4567")
    before = len(bench.wishes)
    linked = await bench.say("mtn")
    assert "no code is needed" in told(linked, ADA)[0]
    assert not [wish for wish in bench.wishes[before:] if isinstance(wish, RequestOtp)]
    assert (await lines_of(bench, ADA), await open_consents(bench, ADA)) == (1, 1)


async def test_taking_back_without_being_asked_is_carried_out_and_said_once(bench: Bench) -> None:
    await bench.link(BOLA)
    outcome = await bench.hear(Withdrew())
    assert told(outcome, ADA)[0].startswith("Done.")
    assert "ended in another chat" in told(outcome, BOLA)[0]
    assert [await open_consents(bench, chat) for chat in (ADA, BOLA)] == [0, 0]


# An account that the provider does not know


async def missing_for_a_day(bench: Bench, chats: tuple[Contact, ...], accounts: tuple[AccountId, ...]) -> None:
    """Found missing once, and three times more over a day."""
    for chat in chats:
        await bench.say("balance", contact=chat)
        await bench.answer(ProviderRefused, Refusal.ACCOUNT_GONE, contact=chat)
    for _ in range(3):
        bench.clock.at += timedelta(hours=8)
        for chat, account in zip(chats, accounts, strict=True):
            await bench.hear(AccountMissing(account), chat, delivery=None)


async def test_an_account_that_stays_missing_for_a_day_ends_and_is_said(bench: Bench) -> None:
    await missing_for_a_day(bench, (ADA,), (ACCOUNT,))
    assert (await lines_of(bench, ADA), await open_consents(bench, ADA)) == (0, 0)


async def test_where_many_are_missing_at_once_nothing_ends() -> None:
    chats = tuple(Contact("console", f"person-{number}") for number in range(6))
    accounts = tuple(AccountId(f"account-{number}") for number in range(6))
    async with open_bench() as bench:
        for number, (chat, account) in enumerate(zip(chats, accounts, strict=True)):
            bench.clock.at += timedelta(hours=1)
            await bench.say("hello", "yes", f"0803 123 456{number}", "mtn", contact=chat)
            await bench.answer(OtpSent, REFERENCE, FORM, contact=chat)
            await bench.say("482913", contact=chat)
            await bench.answer(OtpVerified, CODE, contact=chat)
            await bench.answer(AccountOpened, account, contact=chat)
            await bench.say("cancel", contact=chat)
            await bench.answer(ProviderRefused, Refusal.UNAVAILABLE, contact=chat)
        await missing_for_a_day(bench, chats, accounts)
        assert [await lines_of(bench, chat) for chat in chats] == [1] * 6
