"""Who may call the emulated Twilio, what its smaller APIs answer, and how calls break when they are told to."""

import asyncio

import httpx
import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.twilio import SANDBOX, AccountRules, TwilioFault, WhatsAppUser
from bot.sandbox.emulators.twilio.account import Sender, TwilioAccount
from bot.sandbox.emulators.twilio.api import TwilioApi
from bot.sandbox.emulators.twilio.state import TwilioState
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import PUBLIC, Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_credentials_are_the_account_with_its_token_or_an_api_key(stage: Stage, ada: WhatsAppUser) -> None:
    account = stage.twilio.account
    http = TwilioHttpClient(timeout=5)
    key = Client(account.api_key_sid, account.api_key_secret, account.sid, http_client=http)
    wrong = Client(account.sid, account.api_key_secret, http_client=http)
    for client in (key, wrong):
        client.api.base_url = stage.url
    assert (await stage.call(key.messages.list, limit=1))[0].sid == ada.chat[0].sid
    assert await stage.refusal(wrong.messages(ada.chat[0].sid).fetch) == (401, 20003)
    http.session.close()


async def test_what_is_not_there_is_not_found(stage: Stage) -> None:
    assert await stage.refusal(stage.client.messages("SM" + "0" * 32).fetch) == (404, 20404)
    assert await stage.refusal(stage.client.api.accounts("AC" + "0" * 32).fetch) == (404, 20404)


async def test_a_doctor_reads_the_webhook_from_the_sender_and_the_state_from_the_account(stage: Stage) -> None:
    senders = await stage.call(stage.client.messaging.v2.channels_senders.list, channel="whatsapp")
    assert senders[0].sender_id == stage.twilio.sender
    assert senders[0].webhook["callback_url"] == f"{PUBLIC}/whatsapp"
    fetched = await stage.call(stage.client.messaging.v2.channels_senders(senders[0].sid).fetch)
    assert fetched.status == "ONLINE"
    senders_of = stage.client.messaging.v2.channels_senders
    assert await stage.refusal(senders_of("XE" + "0" * 32).fetch) == (404, 20404)
    assert await stage.call(senders_of.list, channel="rcs") == []
    account = await stage.call(stage.client.api.accounts(stage.twilio.account.sid).fetch)
    assert account.status == "active"


async def test_typing_shows_until_the_answer_or_for_25_seconds(stage: Stage, ada: WhatsAppUser) -> None:
    typing = stage.client.messaging.v2.typing_indicator.create
    now = stage.twilio.clock.now
    assert (await stage.call(typing, channel="whatsapp", message_id=ada.chat[0].sid)).success
    assert ada.is_shown_typing(now())
    await stage.send(ada.address)
    assert not ada.is_shown_typing(now())
    await stage.call(typing, channel="whatsapp", message_id=ada.chat[0].sid)
    stage.twilio.advance(25)
    assert not ada.is_shown_typing(now())
    assert await stage.refusal(typing, channel="sms", message_id=ada.chat[0].sid) == (400, 20001)
    assert await stage.refusal(typing, channel="whatsapp", message_id=ada.chat[1].sid) == (400, 20001)
    assert await stage.refusal(typing, channel="whatsapp", message_id="SM" + "0" * 32) == (404, 20404)


async def test_calls_break_as_scripted_before_or_after_they_take_effect(stage: Stage, ada: WhatsAppUser) -> None:
    order = {"to": ada.address, "from_": stage.twilio.sender, "body": "x"}
    create = stage.client.messages.create
    stage.twilio.fail(TwilioFault("POST", "Messages.json", status=429, code=20429))
    assert await stage.refusal(create, **order) == (429, 20429)
    stage.twilio.fail(TwilioFault(status=502, body="<html>Bad gateway</html>"))
    assert await stage.refusal(create, **order) == (502, 502)
    assert len(ada.chat) == 1
    stage.twilio.fail(TwilioFault(status=500, carried_out=True))
    assert (await stage.refusal(create, **order))[0] == 500
    await stage.twilio.settle()
    assert len(ada.chat) == 2
    stage.twilio.fail(TwilioFault(drop=True, carried_out=True))
    with pytest.raises(OSError, match="Connection"):
        await stage.call(create, **order)
    await stage.twilio.settle()
    assert len(ada.chat) == 3
    counts = stage.twilio.journal.counts
    assert counts["POST /2010-04-01/Accounts/{sid}/Messages.json"] == 4


async def test_too_many_calls_at_once_are_told_so() -> None:
    account = TwilioAccount("AC" + "0" * 32, "token")
    world = TwilioState(account, Sender(SANDBOX), EmulatedClock(), AccountRules(concurrency=1))
    inside, leave = asyncio.Event(), asyncio.Event()

    async def api(scope: Scope, receive: Receive, send: Send) -> None:
        inside.set()
        await leave.wait()
        await Response("done")(scope, receive, send)

    wire = httpx.ASGITransport(app=TwilioApi(api, world))
    async with httpx.AsyncClient(transport=wire, base_url="http://x", auth=(account.sid, "token")) as http:
        first = asyncio.create_task(http.get("/"))
        await inside.wait()
        refused = await http.get("/")
        leave.set()
        assert (refused.status_code, refused.json()["code"]) == (429, 20429)
        assert (await first).status_code == 200
