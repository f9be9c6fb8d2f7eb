"""Who says STOP hears one thing more and then nothing, until they say START; HELP always helps."""

from datetime import timedelta

import pytest

from bot.sandbox.emulators.twilio import WhatsAppUser
from conversations.session import AskingConsent, Idle
from tests.bot.channels.whatsapp_stage import (
    Stage,
    contact_of,
    said_to,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

CODE = "482913"
TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


@pytest.mark.parametrize("word", ["STOP", "no send me message again", "please stop messaging me", "leave me alone"])
async def test_who_says_stop_hears_one_thing_more_and_then_nothing_until_start(
    stage: Stage, ada: WhatsAppUser, word: str
) -> None:
    await stage.hears(ada, "hello")
    (farewell,) = await stage.hears(ada, word)
    assert farewell.startswith("All right: I will not write to you any more.")
    said = len(said_to(ada))
    for text in ("hello", "HELP", "STOP", "1"):
        stage.twilio.say(ada, text)
    await stage.idle()
    assert len(said_to(ada)) == said
    assert await stage.step_of(contact_of(ada)) is Idle
    assert "Kudi Loans" in (await stage.hears(ada, "START"))[0]
    assert (await stage.hears(ada, "yes"))[0]


async def test_nothing_that_comes_about_later_reaches_who_opted_out(stage: Stage, ada: WhatsAppUser) -> None:
    stage.provider.ready = False
    for text in ("hello", "yes", "1", "mtn", CODE):
        await stage.hears(ada, text)
    await stage.hears(ada, "stop")
    said = len(said_to(ada))
    stage.provider.ready = True
    stage.clock.advance(3600)
    await stage.sweeps.summaries()
    await stage.idle()
    assert len(said_to(ada)) == said
    assert "waiting" not in await stage.states()


@pytest.mark.parametrize("word", ["stop", "stop messaging me abeg"])
async def test_stop_survives_a_restart_and_the_end_of_the_session(stage: Stage, ada: WhatsAppUser, word: str) -> None:
    await stage.hears(ada, "hello")
    await stage.hears(ada, word)
    stage.clock.advance(timedelta(days=40).total_seconds())
    await stage.sweeps.old_rows()
    await stage.restart()
    said = len(said_to(ada))
    stage.twilio.say(ada, "hello")
    await stage.idle()
    assert len(said_to(ada)) == said


@pytest.mark.parametrize("kind", ["STOP", "START", "HELP"])
async def test_what_twilio_has_answered_is_answered_by_nobody_else(stage: Stage, ada: WhatsAppUser, kind: str) -> None:
    await stage.hears(ada, "hello")
    stage.twilio.say(ada, kind, {"OptOutType": kind})
    await stage.idle()
    assert len(said_to(ada)) == 1
    assert await stage.step_of(contact_of(ada)) is (Idle if kind == "STOP" else AskingConsent)


async def test_help_helps_at_every_step_and_leads_to_a_person(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.hears(ada, "hello")
    assert "person, help" in (await stage.hears(ada, "HELP"))[0]
    assert "the person who sent you here" in (await stage.hears(ada, "person"))[0]


@pytest.mark.parametrize(("word", "said"), [("unlink", "is unlinked"), ("delete everything", "Done. Deleted")])
async def test_who_opted_out_takes_back_what_they_agreed_to_and_hears_it_once(
    stage: Stage, ada: WhatsAppUser, word: str, said: str
) -> None:
    await stage.link(ada)
    assert "type UNLINK" in (await stage.hears(ada, "stop"))[-1]
    assert said in (await stage.hears(ada, word))[-1]
    before = len(said_to(ada))
    stage.twilio.say(ada, "hello")
    await stage.idle()
    assert len(said_to(ada)) == before
    assert await stage.count("accounts") == 0


@pytest.mark.parametrize("sentence", ["I want to unlink my line", "abeg delete all my data"])
async def test_who_opted_out_and_means_an_ending_hears_which_word_ends_it_and_nothing_is_ended(
    stage: Stage, ada: WhatsAppUser, sentence: str
) -> None:
    await stage.link(ada)
    await stage.hears(ada, "stop")
    (asked,) = await stage.hears(ada, sentence)
    assert asked.startswith("Stop sharing with Kudi Loans? Then type UNLINK: it ends for every line linked here.")
    assert await stage.count("accounts") == 1
    before = len(said_to(ada))
    for text in ("hello", "don't unlink my line", "I have unlinked my phone from the charger"):
        stage.twilio.say(ada, text)
    await stage.idle()
    assert len(said_to(ada)) == before
    assert "is unlinked" in (await stage.hears(ada, "UNLINK"))[-1]
