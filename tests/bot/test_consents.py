"""Consents that end while the service runs, or does not: found by a sweep, carried out at the provider, and told."""

from datetime import timedelta

import pytest

from bot.outbox.payloads import ChatMessage, payload_of
from bot.sweeps import CONSENTS_EVERY
from bot.turns.passed_over import PASSED_FOR
from conversations.consent_events import ConsentDue
from conversations.customer.events import TextReceived
from tests.bot.service_stage import Talk, break_turns
from tests.bot.turns.engine_stage import open_bench
from tests.scenes import ACCOUNT, NOON

DAY = 24 * 3600


async def test_what_is_over_is_unreadable_at_once_and_given_back_to_the_provider(talk: Talk) -> None:
    await talk.links()
    await talk.stage.idle()
    talk.stage.clock.advance(180 * DAY)
    await talk.stage.app.sweeps.consents()
    assert await talk.count("accounts") == 0
    await talk.stage.idle()
    assert talk.calls("/unlink") == 1
    assert "was unlinked on" in talk.said[-1]
    assert timedelta(seconds=10) >= CONSENTS_EVERY


async def test_an_end_that_meets_a_defect_of_ours_is_tried_again_a_minute_later(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await talk.links()
    await talk.stage.idle()
    broken = break_turns(monkeypatch, ConsentDue)
    talk.stage.clock.advance(180 * DAY)
    for _ in range(2):
        await talk.stage.app.sweeps.consents()
    assert (broken, await talk.count("accounts")) == ([ConsentDue], 1)
    talk.stage.clock.advance(PASSED_FOR.total_seconds())
    await talk.stage.app.sweeps.consents()
    assert await talk.count("accounts") == 0


async def test_an_end_that_fell_into_a_downtime_comes_before_what_is_asked_at_the_start(talk: Talk) -> None:
    await talk.links()
    await talk.stage.idle()
    read = talk.calls("/balance")
    talk.stage.clock.advance(400 * DAY)
    await talk.stage.restart()
    await talk.does(TextReceived("balance"))
    await talk.hears("was unlinked on")
    await talk.hears("No line is linked here now")
    assert talk.calls("/balance") == read


async def test_looking_again_and_again_says_nothing_twice(talk: Talk) -> None:
    await talk.links()
    talk.stage.clock.advance(170 * DAY)
    for _ in range(30):
        talk.stage.clock.advance(3600)
        await talk.stage.app.sweeps.consents()
    await talk.stage.idle()
    assert sum("Your agreement of" in text for text in talk.said) == 1
    assert sum("A reminder" in text for text in talk.said) == 0


async def test_who_was_forgotten_meanwhile_is_told_in_the_language_of_their_agreement(talk: Talk) -> None:
    await talk.does(TextReceived("pidgin"))
    await talk.does(TextReceived("hello"))
    await talk.taps("agree")
    await talk.does(TextReceived("08030000101"))
    await talk.taps("mtn")
    await talk.hears("6-digit")
    await talk.does(TextReceived(talk.stage.newest_code("08030000101"), "m1"))
    await talk.hears("Receipt")
    await talk.stage.idle()
    talk.stage.clock.advance(2 * DAY)
    await talk.stage.app.sweeps.old_rows()
    assert await talk.count("sessions") == 0
    talk.stage.clock.advance(178 * DAY)
    await talk.stage.app.sweeps.consents()
    await talk.hears("I don unlink your MTN line")


async def test_a_notice_is_answered_days_later_in_the_language_in_which_it_was_read(talk: Talk) -> None:
    await talk.does(TextReceived("pidgin"))
    await talk.links()
    talk.stage.clock.advance(170 * DAY)
    for _ in range(24):  # one of these hours is by day
        talk.stage.clock.advance(3600)
        await talk.stage.app.sweeps.consents()
    await talk.hears("Wetin you agree on")
    talk.stage.clock.advance(5 * DAY)
    await talk.stage.app.sweeps.old_rows()
    await talk.does(TextReceived("continue to share"))
    await talk.hears("Receipt", times=2)
    assert await talk.count("consents") == 3


async def test_a_message_about_a_consent_waits_as_long_as_it_matters_and_not_a_day() -> None:
    async with open_bench() as bench:
        await bench.link()
        due = bench.clock.at = NOON + timedelta(days=166)
        (notice,) = (await bench.hear(ConsentDue(ACCOUNT))).messages
        assert isinstance(payload_of(notice), ChatMessage)
        assert notice.drop_at == NOON + timedelta(days=180) > due + timedelta(days=13)
        bench.clock.at = notice.drop_at
        messages = (await bench.hear(ConsentDue(ACCOUNT))).messages
        assert max(message.drop_at for message in messages) == bench.clock.at + timedelta(days=365)
