"""What the emulated Twilio reports about the messages that the bot sends, and the files that it fetches for them."""

import pytest
import pytest_asyncio
from starlette.responses import Response

from bot.sandbox.emulators.twilio import WhatsAppUser
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import PUBLIC, Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def ada(stage: Stage) -> WhatsAppUser:
    return stage.twilio.person("+2348030000001")


async def test_statuses_are_called_back_but_never_the_initial_one(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.say(ada, "hi")
    created = await stage.send(ada.address)
    first, second = stage.bot.at("/whatsapp/status")
    assert first == {
        "MessageSid": created.sid,
        "SmsSid": created.sid,
        "MessageStatus": "sent",
        "SmsStatus": "sent",
        "AccountSid": stage.twilio.account.sid,
        "From": stage.twilio.sender,
        "To": ada.address,
        "ApiVersion": "2010-04-01",
        "ChannelPrefix": "whatsapp",
        "ChannelInstallSid": first["ChannelInstallSid"],
    }
    assert second["MessageStatus"] == "delivered"


async def test_a_failure_is_called_back_with_its_code_and_the_channels_words(stage: Stage, ada: WhatsAppUser) -> None:
    created = await stage.send(ada.address)
    (form,) = stage.bot.at("/whatsapp/status")
    assert (form["MessageSid"], form["MessageStatus"], form["ErrorCode"]) == (created.sid, "undelivered", "63016")
    assert "window" in form["ChannelStatusMessage"]


@pytest.mark.parametrize(("code", "status"), [(63005, "undelivered"), (63018, "failed"), (63049, "undelivered")])
async def test_any_error_can_be_scripted(stage: Stage, ada: WhatsAppUser, code: int, status: str) -> None:
    stage.twilio.say(ada, "hi")
    stage.twilio.fail_next(code)
    await stage.send(ada.address)
    (form,) = stage.bot.at("/whatsapp/status")
    assert (form["ErrorCode"], form["MessageStatus"]) == (str(code), status)


async def test_reading_is_called_back_only_with_read_receipts_on(stage: Stage, ada: WhatsAppUser) -> None:
    shy = stage.twilio.person("+2348030000002", read_receipts=False)
    for person in (ada, shy):
        stage.twilio.say(person, "hi")
        await stage.send(person.address)
        stage.twilio.read(person)
    await stage.twilio.settle()
    read = [form for form in stage.bot.at("/whatsapp/status") if form["MessageStatus"] == "read"]
    assert [(form["To"], form["EventType"]) for form in read] == [(ada.address, "READ")]
    assert shy.chat[-1].status == "delivered"


async def test_callbacks_overtake_each_other_are_lost_doubled_and_late(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.say(ada, "hi")

    async def reported() -> list[str]:
        stage.bot.heard.clear()
        await stage.send(ada.address)
        return [form["MessageStatus"] for form in stage.bot.at("/whatsapp/status")]

    stage.twilio.scramble_callbacks()
    assert await reported() == ["delivered", "sent"]
    stage.twilio.scramble_callbacks(False)
    stage.twilio.lose("status")
    assert await reported() == ["delivered"]
    stage.twilio.double("status")
    assert await reported() == ["sent", "sent", "delivered"]
    stage.twilio.delay(5, "status")
    assert await reported() == ["delivered"]
    stage.twilio.advance(5)
    await stage.twilio.settle()
    assert stage.bot.at("/whatsapp/status")[-1]["MessageStatus"] == "sent"


async def test_a_failed_callback_is_not_tried_again(stage: Stage, ada: WhatsAppUser) -> None:
    status_url = f"{PUBLIC}/whatsapp/status"
    stage.twilio.set_webhook(
        f"{PUBLIC}/whatsapp", f"{stage.url}/whatsapp", fallback_url=f"{PUBLIC}/fallback", status_url=status_url
    )
    stage.twilio.say(ada, "hi")
    stage.bot.answers["/whatsapp/status"] = Response("no", 500)
    await stage.send(ada.address)
    assert len(stage.bot.at("/whatsapp/status")) == 2
    assert [entry.code for entry in stage.twilio.journal.debugger] == [11200, 11200]
    assert stage.bot.at("/fallback") == []


async def test_a_picture_is_fetched_from_the_bot_and_keeps_its_text(stage: Stage, ada: WhatsAppUser) -> None:
    stage.bot.answers["/files/qr.png"] = Response(b"\x89PNG", media_type="image/png")
    stage.bot.answers["/files/terms.pdf"] = Response(b"%PDF", media_type="application/pdf")
    stage.twilio.say(ada, "hi")
    picture = await stage.send(ada.address, "scan me", media_url=[f"{PUBLIC}/files/qr.png"])
    assert (picture.sid[:2], picture.num_media) == ("MM", "1")
    assert ada.chat[-1].shown.text == "scan me"
    await stage.send(ada.address, "read me", media_url=[f"{PUBLIC}/files/terms.pdf"])
    assert (ada.chat[-1].shown.text, ada.chat[-1].status) == ("", "delivered")


async def test_a_picture_that_cannot_be_fetched_fails_by_callback(stage: Stage, ada: WhatsAppUser) -> None:
    stage.bot.answers["/files/qr.png"] = Response("gone", 404)
    stage.twilio.say(ada, "hi")
    await stage.send(ada.address, "", media_url=[f"{PUBLIC}/files/qr.png"])
    await stage.send(ada.address, "", media_url=["http://127.0.0.1:9/qr.png"])
    assert [form.get("ErrorCode") for form in stage.bot.at("/whatsapp/status")] == ["63019", "63019"]


async def test_nobody_is_called_back_who_did_not_ask(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.set_webhook(f"{PUBLIC}/whatsapp", f"{stage.url}/whatsapp")
    stage.twilio.say(ada, "hi")
    await stage.send(ada.address)
    assert [heard.path for heard in stage.bot.heard] == ["/whatsapp"]
    assert not stage.twilio.journal.debugger


async def test_another_host_is_called_back_at_its_own_address(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.say(ada, "hi")
    await stage.send(ada.address, status_callback="http://127.0.0.1:9/whatsapp/elsewhere")
    assert not stage.bot.at("/whatsapp/elsewhere")
    assert [post.status for post in stage.twilio.journal.posted] == [200, 0, 0]
