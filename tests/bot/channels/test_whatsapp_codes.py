"""A code does not stay: Twilio's copy is emptied, and the person is asked, once, to delete theirs."""

import pytest

from bot.sandbox.emulators.twilio import WhatsAppUser
from tests.bot.channels.whatsapp_stage import CODE, Stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

DELETE = "Please delete your message with the code now: I cannot."
WRONG = "999999"


async def at_the_code(stage: Stage, person: WhatsAppUser) -> None:
    for text in ("hello", "yes", "1", "mtn"):
        await stage.hears(person, text)


@pytest.mark.parametrize("typed", [WRONG, "4829137", f"is it {CODE} or {WRONG}?"], ids=["wrong", "too long", "two"])
async def test_a_code_that_does_not_help_is_to_be_deleted_too(stage: Stage, ada: WhatsAppUser, typed: str) -> None:
    await at_the_code(stage, ada)
    (answer,) = await stage.hears(ada, typed)
    assert answer.count(DELETE) == 1
    (next_one,) = await stage.hears(ada, "where is it?")
    assert DELETE not in next_one


async def test_it_is_not_asked_again_when_the_details_come_later(stage: Stage, ada: WhatsAppUser) -> None:
    await at_the_code(stage, ada)
    stage.provider.ready = False
    (first,) = await stage.hears(ada, CODE)
    assert DELETE in first
    before = len(said_to(ada))
    stage.clock.advance(720)
    await stage.sweeps.sessions()
    await stage.idle()
    stage.provider.ready = True
    stage.clock.advance(3600)
    await stage.sweeps.summaries()
    await stage.until(lambda: any("female" in text for text in said_to(ada)))
    assert not any(DELETE in text for text in said_to(ada)[before:])
