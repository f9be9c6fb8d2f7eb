"""The Messages API of the emulated Twilio, driven with Twilio's own client."""

from typing import Any

import httpx
import pytest

from bot.sandbox.emulators.twilio import AccountRules, MapPlace, WhatsAppUser
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import PUBLIC, Stage, Switchboard, stage_twilio
from tests.for_every import for_every

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_message_is_queued_at_first_and_delivered_soon(stage: Stage, ada: WhatsAppUser) -> None:
    created = await stage.send(ada.address, "hello")
    assert (created.status, created.direction, created.error_code) == ("queued", "outbound-api", None)
    assert created.date_sent is None
    fetched = await stage.call(stage.client.messages(created.sid).fetch)
    assert (fetched.status, fetched.body, fetched.to) == ("delivered", "hello", ada.address)
    assert ada.chat[-1].shown.text == "hello"


async def test_a_person_without_a_number_is_written_to_by_user_id(stage: Stage) -> None:
    person = stage.twilio.person(bsuid="NG.1A2B3C")
    stage.twilio.say(person, "hi")
    created = await stage.send("whatsapp:NG.1A2B3C", "hello")
    assert created.to == person.address
    assert person.chat[-1].status == "delivered"


@for_every(
    ("change", "refusal"),
    [
        ({"to": "whatsapp:+12"}, (400, 21211)),
        ({"to": "+2348030000001"}, (400, 21211)),
        ({"to": "whatsapp:+NG.1A2B"}, (400, 21211)),
        ({"to": ""}, (400, 21604)),
        ({"from_": ""}, (400, 21603)),
        ({"from_": "+14155238886"}, (400, 63007)),
        ({"from_": "whatsapp:+15550001111"}, (400, 63007)),
        ({"body": ""}, (400, 21619)),
        ({"body": "x" * 1601}, (400, 21617)),
        ({"body": "😀" * 801}, (400, 21617)),
        ({"status_callback": "not a url"}, (400, 21609)),
        ({"status_callback": "https://my_host.example/x"}, (400, 21609)),
        ({"validity_period": 0}, (400, 90007)),
        ({"validity_period": 36_001}, (400, 90007)),
        ({"media_url": ["ftp://x/y"]}, (400, 21620)),
        ({"media_url": [f"{PUBLIC}/{n}.png" for n in range(11)]}, (400, 21623)),
        ({"content_variables": "{}"}, (400, 21654)),
        ({"content_sid": "HX" + "0" * 32}, (400, 21655)),
        ({"content_retention": "discard"}, (400, 30029)),
        ({"messaging_service_sid": "MG" + "0" * 32}, (400, 21701)),
        ({"persistent_action": ["mailto:x"]}, (400, 20001)),
    ],
)
async def test_a_wrong_order_is_refused_at_once(
    stage: Stage, ada: WhatsAppUser, change: dict[str, Any], refusal: tuple[int, int]
) -> None:
    order = {"to": ada.address, "from_": stage.twilio.sender, "body": "hello"} | change
    assert await stage.refusal(stage.client.messages.create, **order) == refusal
    assert len(ada.chat) == 1


async def test_the_longest_body_is_accepted(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.send(ada.address, "x" * 1600)
    assert ada.chat[-1].status == "delivered"


async def test_somebody_who_opted_out_is_refused_and_somebody_who_blocked_is_not(
    stage: Stage, ada: WhatsAppUser
) -> None:
    stage.twilio.block(ada)
    created = await stage.send(ada.address)
    assert (await stage.call(stage.client.messages(created.sid).fetch)).error_code == 63014
    stage.twilio.opt_out(ada)
    create = stage.client.messages.create
    refusal = await stage.refusal(create, to=ada.address, from_=stage.twilio.sender, body="x")
    assert refusal == (400, 21610)


@pytest.mark.parametrize("hours", [0, 25])
async def test_outside_the_24_hours_the_call_succeeds_and_the_message_fails(stage: Stage, hours: int) -> None:
    person = stage.twilio.person("+2348030000001")
    if hours:
        stage.twilio.say(person, "hi")
        stage.twilio.advance(hours * 3600)
    created = await stage.send(person.address)
    assert created.status == "queued"
    failed = await stage.call(stage.client.messages(created.sid).fetch)
    assert (failed.status, failed.error_code) == ("undelivered", 63016)
    assert not [message for message in person.chat if not message.inbound]


async def test_writing_again_opens_the_24_hours_anew(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.advance(23 * 3600)
    stage.twilio.say(ada, "still here")
    stage.twilio.advance(23 * 3600)
    await stage.send(ada.address)
    assert ada.chat[-1].status == "delivered"


async def test_a_number_without_whatsapp_fails_by_callback(stage: Stage) -> None:
    created = await stage.send("whatsapp:+2348039999999")
    assert (await stage.call(stage.client.messages(created.sid).fetch)).error_code == 63024


async def test_a_burst_of_45_goes_through_and_one_more_every_6_seconds(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.set_webhook("")
    credentials = (stage.twilio.account.sid, stage.twilio.account.auth_token)
    path = f"{stage.url}/2010-04-01/Accounts/{stage.twilio.account.sid}/Messages.json"
    order = {"To": ada.address, "From": stage.twilio.sender, "Body": "x"}
    async with httpx.AsyncClient(auth=credentials) as http:
        for _ in range(46):
            last = await http.post(path, data=order)
        stage.twilio.advance(6)
        await http.post(path, data=order)
        await http.post(path, data=order)
    await stage.twilio.settle()
    assert last.status_code == 201
    outcomes = [message.error_code for message in list(stage.twilio.state.message_log.page({}).messages)]
    assert outcomes == [63018, None, 63018, *[None] * 46]


async def test_over_the_senders_rate_messages_wait_in_line_or_expire(board: Switchboard) -> None:
    async with stage_twilio(board, AccountRules(rate=0.5)) as slow:
        person = slow.twilio.person("+2348030000001")
        slow.twilio.say(person, "hi")
        first, second = await slow.send(person.address, "1"), await slow.send(person.address, "2")
        third = await slow.send(person.address, "3", validity_period=1)
        statuses = [slow.twilio.state.message_log.find(sent.sid).status for sent in (first, second, third)]
        assert statuses == ["delivered", "queued", "queued"]
        slow.twilio.advance(1)
        await slow.twilio.settle()
        assert slow.twilio.state.message_log.find(second.sid).status == "delivered"
        assert slow.twilio.state.message_log.find(third.sid).error_code == 30036


async def test_a_message_that_would_stand_in_line_for_hours_fails(board: Switchboard) -> None:
    async with stage_twilio(board, AccountRules(rate=1 / 20_000)) as slow:
        person = slow.twilio.person("+2348030000001")
        slow.twilio.say(person, "hi")
        await slow.send(person.address)
        waiting = await slow.send(person.address)
        slow.twilio.advance(4 * 3600)
        await slow.twilio.settle()
        assert slow.twilio.state.message_log.find(waiting.sid).error_code == 63018


async def test_a_place_is_sent_as_an_action(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.send(ada.address, "here", persistent_action=["geo:6.45,3.39|Lagos"])
    assert ada.chat[-1].shown.place == MapPlace(6.45, 3.39, "Lagos")
