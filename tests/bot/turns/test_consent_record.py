"""The record of a consent: what was shown and agreed to, whatever the settings are later; and receipts made from it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from conversations.changing import replace
from conversations.consent import Agreement, Asked, EndReason, Scope, Terms
from conversations.consent_events import ConsentDue
from conversations.customer.events import LinkOpened, TextReceived
from conversations.rules import Rules
from conversations.session import AskingConsent, AskingNumber
from storage.consents import Evidence
from storage.sealing import Keyring
from tests.bot.turns.engine_stage import Bench, open_bench, texts_of
from tests.scenes import ACCOUNT, ADA, BUSINESS, NOON, RULES

TODAY = replace(RULES, terms=BUSINESS.terms)
LATER = replace(RULES, terms=Terms("Another Bank", "something else", 24, 400))
KEYRING = Keyring.parse(Keyring.generate_key())
FIRST_RELEASE = Agreement("C-FIRST234", NOON - timedelta(days=9), "en", "2026-11")


@asynccontextmanager
async def bench_with(path: Path, rules: Rules = TODAY) -> AsyncIterator[Bench]:
    """The service started once more, with settings of its own."""
    async with open_bench(path / "telcolink.db", keyring=KEYRING, rules=rules) as bench:
        bench.inbound_ids = 100 * (rules is LATER)  # no delivery of the last start comes again
        yield bench


async def record_of(bench: Bench) -> list[Evidence]:
    return await bench.database.read(lambda tx: bench.store.consents.of(tx, ADA))


async def test_the_record_holds_who_asked_for_what_until_when_and_the_very_words(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        (shown,) = texts_of(await bench.hear(LinkOpened()))
        await bench.say("I agree")
        (evidence,) = await record_of(bench)
    assert evidence.asked == Asked(BUSINESS.terms, shown)
    assert evidence.asked.terms.reads == (Scope.IDENTITY, Scope.BALANCES, Scope.TRANSACTIONS)
    agreement = evidence.agreement
    assert (agreement.at, agreement.until) == (NOON, datetime(2027, 11, 23, 12, tzinfo=UTC))
    assert (evidence.contact.channel, agreement.language, agreement.unused_days) == ("console", "en", 180)
    for words in ("Kudi Loans asked me", "for up to 12 months", "nothing for 180 days", 'type "unlink"'):
        assert words in evidence.asked.words


async def test_a_receipt_says_the_same_whatever_the_settings_are_by_then(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        await bench.link()
        (given,) = texts_of(await bench.say("/receipt"))
    async with bench_with(tmp_path, LATER) as bench:
        assert texts_of(await bench.say("/receipt")) == [given]
    assert "you let Kudi Loans read your name, gender and date of birth, your balances, your transactions" in given
    assert "for your loan application, until 23 November 2027, 13:00" in given


async def test_settings_that_change_between_showing_and_tapping_bring_the_text_again(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        await bench.say("hello")
    async with bench_with(tmp_path, LATER) as bench:
        (again,) = texts_of(await bench.say("I agree"))
        assert again.startswith("The text has changed since you were asked.")
        assert isinstance((await bench.session()).step, AskingConsent)
        assert await record_of(bench) == []
        await bench.say("I agree")
        assert isinstance((await bench.session()).step, AskingNumber)
        (evidence,) = await record_of(bench)
    assert evidence.asked
    assert evidence.asked.terms == LATER.terms


async def test_another_language_is_another_text_which_is_shown_before_it_is_agreed_to(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        await bench.say("hello", "pidgin", "agree")
        (evidence,) = await record_of(bench)
    assert evidence.asked
    assert evidence.asked.words.startswith("How you dey!")


async def test_receipts_list_every_agreement_and_of_those_that_ended_when_and_why(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        await bench.link()
        await bench.say("unlink", "yes")
        bench.clock.at += timedelta(days=2)
        await bench.link()
        bench.clock.at += timedelta(days=180)
        await bench.hear(ConsentDue(ACCOUNT))
        bench.clock.at += timedelta(days=1)
        await bench.say("start", "agree")
        standing, ended = texts_of(await bench.say("receipt"))
        records = await record_of(bench)
    assert "Another" not in standing
    first, second = ended.split("\n\n")
    assert first.endswith("at 13:00 with Kudi Loans, ended on 23 November 2026 at 13:00: you stopped it.")
    assert second.endswith("at 13:00 with Kudi Loans, ended on 24 May 2027 at 13:00: it was not used.")
    assert [each.why for each in records if each.withdrawn] == [EndReason.CUSTOMER, EndReason.UNUSED]


async def test_an_agreement_under_which_nothing_was_linked_says_so(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        await bench.say("start", "agree")
        assert "No line is linked" not in texts_of(await bench.say("receipt"))[0]
        for _ in ("the session's end", "the end of what is remembered of it"):
            bench.clock.at += timedelta(days=2)
            await bench.say("help")
        assert "No line is linked under it, so nothing is read." in texts_of(await bench.say("receipt"))[-1]


async def test_whoever_deletes_everything_ends_also_what_nothing_was_linked_under(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        await bench.say("start", "agree")  # and never went on
        bench.clock.at += timedelta(days=2)
        await bench.say("start", "agree", "cancel", "start")  # nor after this, which a new beginning forgets
        bench.clock.at += timedelta(days=2)
        await bench.say("delete", "yes")
        assert await bench.database.read(lambda tx: bench.store.consents.standing(tx, ADA, bench.clock.at)) == ()
        ended = [each.why for each in await record_of(bench) if each.withdrawn]
        assert ended == [EndReason.RENEWED, EndReason.CUSTOMER]
        await bench.say("delete", "yes")
        assert len(await record_of(bench)) == 4


async def test_a_newer_agreement_takes_the_place_of_one_under_which_nothing_was_linked(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        await bench.link()
        for _ in range(3):
            bench.clock.at += timedelta(days=2)
            await bench.say("link another line", "agree", "cancel")
        *standing, ended = texts_of(await bench.say("receipt"))
        assert len(standing) == 2
        assert ended.count("a newer agreement took its place") == 2


async def test_a_row_of_the_first_release_says_what_it_does_not_hold(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        consents = bench.store.consents
        await bench.database.run(lambda tx: consents.record(tx, ADA, FIRST_RELEASE, FIRST_RELEASE.at, withdrawn=False))
        (shown,) = texts_of(await bench.hear(TextReceived("receipt")))
        assert "Receipt C-FIRST234: on 14 November 2026 at 13:00 you agreed to text 2026-11." in shown
        assert "Who asked, what for and until when was not noted then." in shown
        assert "Kudi Loans" not in shown
        await bench.database.run(lambda tx: consents.record(tx, ADA, FIRST_RELEASE, NOON, withdrawn=True))
        (shown,) = texts_of(await bench.hear(TextReceived("receipt")))
        assert shown.endswith(
            "agreed on 14 November 2026 at 13:00, ended on 23 November 2026 at 13:00: you stopped it."
        )


async def test_a_row_that_no_key_opens_is_counted_and_keeps_no_other_from_being_shown(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        await bench.link()
        await bench.say("unlink", "yes")
        await bench.database.run(lambda tx: tx.execute("UPDATE consents SET sealed = zeroblob(40) WHERE id = 2"))
        given, rest = texts_of(await bench.say("receipt"))
    assert "you let Kudi Loans read" in given
    assert rest.startswith("One more note about this chat is on record, which I cannot read now.")


async def test_a_chat_that_never_agreed_has_no_receipt(tmp_path: Path) -> None:
    async with bench_with(tmp_path) as bench:
        assert texts_of(await bench.say("receipt"))[0].startswith("This chat has agreed to nothing.")
