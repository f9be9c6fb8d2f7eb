"""What a turn writes beside its session: messages in order, consents, lines, and what could not be read."""

import asyncio
from pathlib import Path

from bot.outbox.clearings import Cleared
from bot.outbox.payloads import AccountUnlinking, ChatMessage, MessageDeletion
from bot.outbox.writer import OutboxWriter
from bot.ports import UnreadableInbound
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import CustomerLeft, LinkOpened, OtpSent, TextReceived
from conversations.effects import CheckOtp, ExchangeForAccount, FetchSummary, RequestOtp, UnlinkAtProvider
from conversations.line_events import DataReady
from conversations.session import AskingConsent, AskingNumber, AskingOtp
from storage.sealing import Keyring
from tests.bot.turns.engine_stage import TO_THE_CODE, open_bench, payload_of, texts_of
from tests.scenes import ACCOUNT, ADA, BUSINESS, FORM, NOON, NUMBER, OTHER_ACCOUNT, REFERENCE, RULES

BOLA = Contact("console", "bola")

# Messages


async def test_messages_of_a_contact_share_a_lane_in_the_order_in_which_they_were_said() -> None:
    async with open_bench() as bench:
        outcomes = [await bench.say(text) for text in ("hello", "yes", "help", "0803 123 4567")]
        messages = [message for outcome in outcomes for message in outcome.messages]
        assert [message.number for message in messages] == sorted(message.number for message in messages)
        assert len({message.lane for message in messages}) == 1
        assert await bench.database.read(bench.store.outbox.waiting) == [
            replace(each, source=None, asked_at=None) for each in messages
        ]


async def test_a_deletion_and_an_unlinking_wait_for_no_message_nor_it_for_them() -> None:
    async with open_bench() as bench:
        await bench.link()
        await bench.say("482913")
        unlinked = await bench.say("unlink", "yes")
        waiting = await bench.database.read(bench.store.outbox.waiting)
        lanes = {
            kind: {x.lane for x in waiting if isinstance(payload_of(x), kind)}
            for kind in (ChatMessage, MessageDeletion, AccountUnlinking)
        }
        assert all(len(lane) == 1 for lane in lanes.values())
        assert len(set().union(*lanes.values())) == 3
        assert any(payload_of(message) == AccountUnlinking(ACCOUNT) for message in unlinked.messages)


async def test_an_account_that_the_provider_does_not_take_back_keeps_no_other() -> None:
    async with open_bench() as bench:
        writer, now = OutboxWriter(bench.store, BUSINESS, {}), bench.clock.at
        effects = [UnlinkAtProvider(account) for account in (ACCOUNT, OTHER_ACCOUNT)]
        written = await bench.database.run(lambda tx: [writer.write(tx, ADA, "en", each, now) for each in effects])
        assert len({message.lane for message in written}) == 2
        assert all(ACCOUNT.reveal().encode() not in message.lane for message in written)


async def test_to_who_has_left_nothing_more_is_sent() -> None:
    async with open_bench() as bench:
        (hello,) = (await bench.say("hello")).messages
        await bench.say("hello", contact=BOLA)
        outcome = await bench.hear(CustomerLeft())
        assert (outcome.messages, outcome.cleared) == ((), Cleared(hello.lane, hello.number))
        assert (await bench.hear(CustomerLeft())).cleared is None
        waiting = await bench.database.read(bench.store.outbox.waiting)
        assert [message.lane for message in waiting] == [bench.store.sessions.key(BOLA)]


async def test_a_message_is_written_in_the_language_of_the_turn() -> None:
    async with open_bench() as bench:
        assert texts_of(await bench.hear(LinkOpened(), language="pcm"))[0].startswith("How you dey!")
        assert texts_of(await bench.say("english"))[0].startswith("English it is.")
        assert texts_of(await bench.hear(TextReceived("help"), language="pcm"))[0].startswith("Read what")


# Sessions


async def test_turns_of_one_contact_follow_each_other_however_many_come_at_once() -> None:
    async with open_bench() as bench:
        await bench.say("hello")
        await asyncio.gather(*(bench.say("help") for _ in range(100)))
        session = await bench.session()
        assert session.dialog.prompt == 101
        assert await bench.count("outbox") == RULES.limits.replies_waiting_per_contact + 1


async def test_a_session_goes_on_after_the_process_has_ended(tmp_path: Path) -> None:
    keyring = Keyring.parse(Keyring.generate_key())
    async with open_bench(tmp_path / "test.db", keyring=keyring) as bench:
        await bench.say(*TO_THE_CODE)
    async with open_bench(tmp_path / "test.db", keyring=keyring) as bench:
        attempt = (await bench.session()).attempt
        await bench.hear(OtpSent(attempt, REFERENCE, FORM), delivery=None)
        assert isinstance((await bench.session()).step, AskingOtp)


async def test_a_session_of_another_release_starts_again() -> None:
    async with open_bench() as bench:
        await bench.say("hello", "yes")
        await bench.database.run(lambda tx: tx.execute("UPDATE sessions SET sealed = x'00'"))
        outcome = await bench.say("0803 123 4567")
        assert "Hello! Kudi Loans asked me" in texts_of(outcome)[0]
        assert (await bench.session()).step == AskingConsent((NUMBER,))


async def test_a_new_contact_has_the_language_that_their_platform_guesses_and_their_own_number() -> None:
    async with open_bench() as bench:
        await bench.hear(LinkOpened(), language="pcm", own_number=NUMBER)
        session = await bench.session()
        assert (session.language, session.own_number) == ("pcm", NUMBER)


async def test_the_end_of_a_session_is_told_before_what_comes_after_it() -> None:
    async with open_bench() as bench:
        await bench.say("hello", "yes")
        await bench.clock.sleep(601)
        texts = texts_of(await bench.say("help"))
        assert [text.split(",")[0] for text in texts] == [
            "Time is up",
            "I help you share the details of an MTN or Airtel line with Kudi Loans.\n\nYou can type at any time: back",
        ]


# Records


async def test_consent_is_on_record_with_the_turn_that_gives_it() -> None:
    async with open_bench() as bench:
        await bench.say("hello", "yes")
        session = await bench.session()
        (evidence,) = await bench.database.read(lambda tx: bench.store.consents.of(tx, ADA))
        assert session.step == AskingNumber(evidence.agreement)
        assert (evidence.contact, evidence.at, evidence.withdrawn) == (ADA, NOON, False)


async def test_a_linked_line_is_kept_before_it_is_read_and_found_by_every_later_turn() -> None:
    async with open_bench() as bench:
        await bench.link()
        assert [type(wish) for wish in bench.wishes] == [RequestOtp, CheckOtp, ExchangeForAccount, FetchSummary]
        (line,) = await bench.database.read(lambda tx: bench.store.accounts.of(tx, ADA))
        assert line.account == ACCOUNT
        assert (await bench.hear(DataReady(ACCOUNT), delivery=None)).messages == ()
        assert "Your line is linked." in texts_of(await bench.say("hello"))[0]


async def test_withdrawing_consent_removes_the_line_and_adds_to_the_evidence() -> None:
    async with open_bench() as bench:
        await bench.link()
        await bench.say("unlink", "yes")
        assert await bench.count("accounts") == 0
        evidence = await bench.database.read(lambda tx: bench.store.consents.of(tx, ADA))
        assert [each.withdrawn for each in evidence] == [False, True]
        assert await bench.database.read(bench.store.consents.first_broken) is None


# What cannot be read


async def test_what_cannot_be_read_is_put_aside_and_the_sender_is_told() -> None:
    async with open_bench() as bench:
        await bench.say("hello")
        outcome = await bench.engine.take(UnreadableInbound("console", "no text", b"{", delivery="77", contact=ADA))
        assert texts_of(outcome)[0].startswith("I could not read your last message.")
        assert await bench.count("quarantine") == 1


async def test_what_comes_from_nobody_is_put_aside_and_answered_to_nobody() -> None:
    async with open_bench() as bench:
        outcome = await bench.engine.take(UnreadableInbound("console", "no sender", b"{", delivery="77"))
        assert (outcome.contact, outcome.messages) == (None, ())
        assert await bench.count("quarantine") == 1


async def test_a_repeat_of_what_cannot_be_read_is_not_put_aside_twice() -> None:
    async with open_bench() as bench:
        unreadable = UnreadableInbound("console", "no text", b"{", delivery="77", contact=ADA)
        outcomes = [await bench.engine.take(replace(unreadable)) for _ in range(3)]
        assert [outcome.repeated for outcome in outcomes] == [False, True, True]
        assert (await bench.count("quarantine"), await bench.count("outbox")) == (1, 1)
