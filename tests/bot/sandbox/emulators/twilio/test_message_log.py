"""Fetching, listing, redacting and deleting messages and their media, driven with Twilio's own client."""

from datetime import timedelta

import httpx
import pytest

from bot.sandbox.emulators.twilio import AccountRules, WhatsAppUser
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import Stage, Switchboard, stage_twilio

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_message_is_redacted_and_deleted_only_a_minute_after_its_end(stage: Stage, ada: WhatsAppUser) -> None:
    received = stage.client.messages(ada.chat[0].sid)
    stage.twilio.advance(59)
    assert await stage.refusal(received.update, body="") == (409, 20009)
    assert await stage.refusal(received.delete) == (409, 20009)
    stage.twilio.advance(1)
    assert (await stage.call(received.update, body="")).body == ""
    assert (ada.chat[0].redacted, ada.chat[0].shown.text) == (True, "hi")
    assert await stage.call(received.delete)
    assert await stage.refusal(received.fetch) == (404, 20404)
    assert await stage.call(stage.client.messages.list) == []


async def test_a_message_on_its_way_can_never_be_deleted(board: Switchboard) -> None:
    async with stage_twilio(board, AccountRules(rate=0.001, early_redaction=True)) as slow:
        person = slow.twilio.person("+2348030000001")
        slow.twilio.say(person, "hi")
        await slow.send(person.address)
        waiting = await slow.send(person.address)
        assert await slow.refusal(slow.client.messages(waiting.sid).update, body="") == (409, 20009)
        assert await slow.refusal(slow.client.messages(waiting.sid).delete) == (409, 20009)


async def test_early_redaction_is_a_rule_because_twilio_leaves_it_open(board: Switchboard) -> None:
    async with stage_twilio(board, AccountRules(early_redaction=True)) as lenient:
        message = lenient.twilio.say(lenient.twilio.person("+2348030000001"), "123456")
        await lenient.call(lenient.client.messages(message.sid).update, body="")
        assert (message.body, message.redacted) == ("", True)
        assert await lenient.refusal(lenient.client.messages(message.sid).delete) == (409, 20009)


async def test_only_an_empty_body_may_be_written(stage: Stage, ada: WhatsAppUser) -> None:
    received = stage.client.messages(ada.chat[0].sid)
    assert await stage.refusal(received.update, body="other") == (400, 30400)
    assert await stage.refusal(received.update) == (400, 30400)
    assert await stage.refusal(received.update, status="canceled") == (409, 30409)


async def test_lists_are_newest_first_in_pages_that_survive_deleting(stage: Stage, ada: WhatsAppUser) -> None:
    for number in range(5):
        stage.twilio.say(ada, str(number))
    stage.twilio.advance(60)
    pages = await stage.call(stage.client.messages.page, page_size=2)
    first = [message.body for message in pages]
    await stage.call(stage.client.messages(ada.chat[-2].sid).delete)
    assert (first, [m.body for m in await stage.call(pages.next_page)]) == (["4", "3"], ["2", "1"])
    everything = await stage.call(stage.client.messages.list, page_size=2)
    assert [message.body for message in everything] == ["4", "2", "1", "0", "hi"]


async def test_the_page_says_what_twilios_says(stage: Stage, ada: WhatsAppUser) -> None:
    stage.twilio.say(ada, "again")
    account = stage.twilio.account
    path = f"/2010-04-01/Accounts/{account.sid}/Messages.json"
    async with httpx.AsyncClient(auth=(account.sid, account.auth_token), base_url=stage.url) as http:
        query = {"PageSize": "1", "From": ada.address}
        page = (await http.get(path, params=query)).json()
        last = (await http.get(page["next_page_uri"])).json()
    assert page.keys() == {
        *("messages", "uri", "first_page_uri", "next_page_uri", "previous_page_uri"),
        *("page", "page_size", "start", "end"),
    }
    assert (page["page"], page["page_size"], page["start"], page["end"]) == (0, 1, 0, 0)
    assert page["next_page_uri"].startswith(path)
    assert (last["page"], last["start"], last["next_page_uri"]) == (1, 1, None)
    assert [page["messages"][0]["body"], last["messages"][0]["body"]] == ["again", "hi"]


async def test_lists_are_filtered_by_both_ends_and_by_whole_days(stage: Stage, ada: WhatsAppUser) -> None:
    today = stage.twilio.clock.now()
    stage.twilio.advance(24 * 3600)
    stage.twilio.say(ada, "tomorrow")
    reply = await stage.send(ada.address, "answer")

    async def bodies(**filters: object) -> list[str]:
        return [message.body for message in await stage.call(stage.client.messages.list, **filters)]

    assert await bodies(to=ada.address) == [reply.body]
    assert await bodies(from_=ada.address) == ["tomorrow", "hi"]
    assert await bodies(date_sent=today.date()) == ["hi"]
    assert await bodies(date_sent_after=today + timedelta(hours=10)) == ["answer", "tomorrow", "hi"]
    assert await bodies(date_sent_before=today, from_=ada.address) == ["hi"]


@pytest.mark.parametrize("query", ["DateSent=yesterday", "PageSize=many", "PageToken=PASM0"])
async def test_a_list_asked_for_wrongly_is_refused(stage: Stage, query: str) -> None:
    account = stage.twilio.account
    async with httpx.AsyncClient(auth=(account.sid, account.auth_token), base_url=stage.url) as http:
        answer = await http.get(f"/2010-04-01/Accounts/{account.sid}/Messages.json?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, 20001)


async def test_media_is_served_to_the_account_until_it_is_deleted(stage: Stage, ada: WhatsAppUser) -> None:
    message = stage.twilio.send_file(ada, b"\x89PNG", "image/png", "look")
    await stage.twilio.settle()
    url = stage.bot.heard[-1].form["MediaUrl0"]
    account = stage.twilio.account
    async with httpx.AsyncClient() as http:
        assert (await http.get(url)).status_code == 401
        served = await http.get(url, auth=(account.api_key_sid, account.api_key_secret))
    assert (served.content, served.headers["content-type"]) == (b"\x89PNG", "image/png")
    media = await stage.call(stage.client.messages(message.sid).media.list)
    assert (await stage.call(media[0].fetch)).content_type == "image/png"
    await stage.call(media[0].delete)
    assert await stage.refusal(media[0].fetch) == (404, 20404)
