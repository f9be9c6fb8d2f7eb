"""How the emulated Twilio delivers webhooks: once, lost, twice, late, to the fallback, and what it makes of answers."""

import pytest
import pytest_asyncio
from starlette.responses import Response

from bot.sandbox.emulators.twilio import WhatsAppUser
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import (
    PUBLIC,
    Stage,
    twiml,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def ada(stage: Stage) -> WhatsAppUser:
    return stage.twilio.person("+2348030000001")


def set_fallback(stage: Stage, fragment: str = "") -> None:
    urls = {"fallback_url": f"{PUBLIC}/fallback", "status_url": f"{PUBLIC}/whatsapp/status"}
    stage.twilio.set_webhook(f"{PUBLIC}/whatsapp{fragment}", f"{stage.url}/whatsapp", **urls)


def codes(stage: Stage) -> list[int]:
    return [entry.code for entry in stage.twilio.journal.debugger]


async def bodies(stage: Stage, path: str = "/whatsapp") -> list[str]:
    await stage.twilio.settle()
    return [form["Body"] for form in stage.bot.at(path)]


async def test_empty_twiml_ends_it(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.say(ada, "hi")
    assert await bodies(stage) == ["hi"]
    assert (codes(stage), len(ada.chat)) == ([], 1)


async def test_a_lost_message_is_never_posted_but_listed(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.lose()
    stage.twilio.say(ada, "lost")
    stage.twilio.say(ada, "found")
    assert await bodies(stage) == ["found"]
    listed = await stage.call(stage.client.messages.list, from_=ada.address)
    assert [message.body for message in listed] == ["found", "lost"]


async def test_a_doubled_message_is_posted_twice_with_one_sid(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.double()
    message = stage.twilio.say(ada, "hi")
    await stage.twilio.settle()
    assert [form["MessageSid"] for form in stage.bot.at("/whatsapp")] == [message.sid] * 2


async def test_a_late_message_is_overtaken(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.delay(30)
    stage.twilio.say(ada, "first")
    stage.twilio.say(ada, "second")
    assert await bodies(stage) == ["second"]
    stage.twilio.advance(30)
    assert await bodies(stage) == ["second", "first"]


async def test_without_a_webhook_messages_only_reach_the_log(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.set_webhook("")
    stage.twilio.say(ada, "hi")
    assert await bodies(stage) == []
    assert len(await stage.call(stage.client.messages.list)) == 1


async def test_twiml_messages_are_sent_to_the_person_with_no_sid_in_hand(stage: Stage, ada: WhatsAppUser) -> None:
    stage.bot.answers["/whatsapp"] = twiml(
        "<Response><Message>one &amp; only</Message><Message><Body>two</Body></Message></Response>"
    )
    stage.twilio.say(ada, "hi")
    await stage.twilio.settle()
    assert [message.shown.text for message in ada.chat] == ["hi", "one & only", "two"]
    assert ada.chat[-1].direction == "outbound-reply"
    assert [form["MessageStatus"] for form in stage.bot.at("/whatsapp/status")].count("delivered") == 2


async def test_plain_text_reaches_the_person_as_a_message_and_is_remarked_upon(stage: Stage, ada: WhatsAppUser) -> None:
    stage.bot.answers["/whatsapp"] = Response("ok", media_type="text/plain")
    stage.twilio.say(ada, "hi")
    await stage.twilio.settle()
    assert ada.chat[-1].shown.text == "ok"
    assert [entry.code for entry in stage.twilio.journal.debugger] == [0]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(Response("{}", media_type="application/json"), 12300, id="json"),
        pytest.param(Response("<html><body>hi<br></body></html>", media_type="text/html"), 12300, id="html"),
        pytest.param(Response("<Response>", media_type="text/xml"), 12100, id="broken xml"),
        pytest.param(Response("<Answer/>", media_type="application/xml"), 12100, id="other xml"),
        pytest.param(Response(status_code=204), 11200, id="204"),
        pytest.param(Response("", media_type="text/xml"), 11200, id="empty"),
        pytest.param(Response("<Response/>"), 11200, id="no content type"),
        pytest.param(Response("no", 403, media_type="text/xml"), 11200, id="403"),
        pytest.param(Response("<Response/>", 503, media_type="text/xml"), 11200, id="503"),
    ],
)
async def test_an_answer_that_twilio_cannot_use_goes_to_the_debugger_and_the_fallback(
    stage: Stage, ada: WhatsAppUser, answer: Response, code: int
) -> None:
    set_fallback(stage)
    stage.bot.answers["/whatsapp"] = answer
    message = stage.twilio.say(ada, "hi")
    await stage.twilio.settle()
    assert [len(stage.bot.at("/whatsapp")), codes(stage)] == [1, [code]]
    fallback = stage.bot.at("/fallback")
    assert [form["MessageSid"] for form in fallback] == [message.sid]
    assert (fallback[0]["ErrorCode"], fallback[0]["ErrorUrl"]) == (str(code), f"{PUBLIC}/whatsapp")
    assert len(ada.chat) == 1


async def test_nothing_is_tried_after_the_fallback(stage: Stage, ada: WhatsAppUser) -> None:
    set_fallback(stage)
    for path in ("/whatsapp", "/fallback"):
        stage.bot.answers[path] = Response("no", 500)
    stage.twilio.say(ada, "hi")
    assert await bodies(stage) + await bodies(stage, "/fallback") == ["hi", "hi"]
    assert codes(stage) == [11200, 11200]


async def test_no_answer_in_15_seconds_is_a_failure(stage: Stage, ada: WhatsAppUser) -> None:
    set_fallback(stage)
    for patience in (14.9, 15):
        stage.bot.gate.clear()
        stage.bot.heard.clear()
        stage.twilio.say(ada, "hi")
        await stage.bot.hears("/whatsapp")
        stage.twilio.advance(patience)
        if patience == 15:
            await stage.bot.hears("/fallback")
        stage.bot.gate.set()
        await stage.twilio.settle()
        assert codes(stage) == ([11200] if patience == 15 else [])


async def test_a_redirect_is_followed_without_the_message(stage: Stage, ada: WhatsAppUser) -> None:
    stage.bot.answers["/whatsapp"] = Response(status_code=302, headers={"Location": "/whatsapp/other"})
    stage.twilio.say(ada, "hi")
    await stage.twilio.settle()
    assert stage.bot.at("/whatsapp/other") == [{}]


async def test_a_bot_that_is_not_there_is_tried_twice_and_then_the_fallback(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.set_webhook("http://127.0.0.1:9/whatsapp", fallback_url=f"{stage.url}/fallback")
    stage.twilio.say(ada, "hi")
    assert await bodies(stage, "/fallback") == ["hi"]
    assert codes(stage) == [11200]


@pytest.mark.parametrize(
    ("fragment", "tries"),
    [("", 1), ("#rc=2", 1), ("#rc=2&rp=5xx", 3), ("#rc=2&rp=all", 3), ("#rc=9&rp=ct,5xx", 2), ("#rp=4xx", 1)],
)
async def test_connection_overrides_say_what_is_tried_again(
    stage: Stage, ada: WhatsAppUser, fragment: str, tries: int
) -> None:
    set_fallback(stage, fragment)
    stage.bot.answers["/whatsapp"] = Response("no", 500)
    stage.twilio.say(ada, "hi")
    assert await bodies(stage) == ["hi"] * tries
    tokens = {heard.headers["i-twilio-idempotency-token"] for heard in stage.bot.heard if heard.path == "/whatsapp"}
    assert len(tokens) == 1


async def test_what_is_held_back_is_posted_as_often_as_asked(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.hold()
    for text in ("one", "two"):
        stage.twilio.say(ada, text)
    assert await bodies(stage) == []
    stage.twilio.release(reverse=True, copies=2)
    assert sorted(await bodies(stage)) == ["one", "one", "two", "two"]
    stage.twilio.say(ada, "three")
    assert (await bodies(stage))[-1] == "three"
