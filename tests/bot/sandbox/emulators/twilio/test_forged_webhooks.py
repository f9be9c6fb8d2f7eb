"""What the emulated Twilio signs, and how posts that are not from it look to a bot that checks."""

import pytest
from twilio.request_validator import RequestValidator

from bot.sandbox.emulators.twilio.forged_webhooks import WAYS
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import PUBLIC, Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")


def is_genuine(stage: Stage, path: str = "/whatsapp") -> bool:
    """Whether Twilio's validator accepts the last request for the public address of the bot."""
    heard = stage.bot.heard[-1]
    validator = RequestValidator(stage.twilio.account.auth_token)
    return bool(validator.validate(PUBLIC + path, heard.form, heard.headers.get("x-twilio-signature", "")))


async def test_the_public_address_is_signed_while_the_post_goes_to_the_local_one(stage: Stage) -> None:
    stage.twilio.say(stage.twilio.person("+2348030000001", "Ọmọ 🙂 <b>"), "  a+b&c=d \r\n 😀 ", {"Label": ""})
    await stage.twilio.settle()
    assert is_genuine(stage)
    assert stage.bot.heard[-1].headers["host"] in stage.url


async def test_a_status_callback_is_signed_for_the_address_that_it_was_asked_for(stage: Stage) -> None:
    person = stage.twilio.person("+2348030000001")
    stage.twilio.say(person, "hi")
    await stage.send(person.address, status_callback=f"{PUBLIC}/whatsapp/status?way=a%20b")
    assert stage.bot.heard[-1].path == "/whatsapp/status"
    assert is_genuine(stage, "/whatsapp/status?way=a%20b")


async def test_a_promoted_token_signs_and_opens_at_once(stage: Stage) -> None:
    old = stage.twilio.account.auth_token
    stage.twilio.promote_token("fresh" + old)
    stage.twilio.say(stage.twilio.person("+2348030000001"), "hi")
    await stage.twilio.settle()
    assert is_genuine(stage)
    assert await stage.refusal(stage.client.messages.create, to="x", from_="y", body="z") == (401, 20003)


@pytest.mark.parametrize("way", sorted(set(WAYS) - {"recut"}))
async def test_no_forgery_passes_twilios_validator(stage: Stage, way: str) -> None:
    person = stage.twilio.person("+2348030000001")
    status = await stage.twilio.forge(person, "123456", way)
    assert (status, is_genuine(stage)) == (200, False)
    assert person.chat == []


async def test_a_recut_forgery_keeps_its_signature_and_loses_its_body(stage: Stage) -> None:
    await stage.twilio.forge(stage.twilio.person("+2348030000001"), "123456", "recut")
    assert is_genuine(stage)
    assert "Body" not in stage.bot.heard[-1].form
    assert stage.bot.heard[-1].form["Bod"] == "y123456"


async def test_a_forgery_of_an_unknown_way_is_refused(stage: Stage) -> None:
    with pytest.raises(ValueError, match="forged how"):
        await stage.twilio.forge(stage.twilio.person("+2348030000001"), "1", "kindly")
