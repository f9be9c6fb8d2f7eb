"""What the emulated Twilio posts about people's messages, field by field, from documentation and public captures."""

import json
from typing import Any

import pytest

from bot.sandbox.emulators.twilio import MapPlace, WhatsAppMessage
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def posted(stage: Stage) -> dict[str, str]:
    """The form of the last message webhook."""
    await stage.twilio.settle()
    return stage.bot.at("/whatsapp")[-1]


async def offer(stage: Stage, to: str, kind: str, content: dict[str, Any]) -> WhatsAppMessage:
    """A message with choices, as it lies in the person's chat."""
    request = {"language": "en", "types": {kind: content}}
    made = stage.twilio.state.contents.create(json.dumps(request).encode(), stage.twilio.clock.now())
    sent = await stage.send(to, "", content_sid=made.sid)
    return stage.twilio.state.message_log.find(sent.sid)


async def test_a_text_carries_everything_that_twilio_sends(stage: Stage) -> None:
    person = stage.twilio.person("+2348030000001", "*Ọmọ* 🙂")
    message = stage.twilio.say(person, "hi there")
    form = await posted(stage)
    assert form.pop("ChannelMetadata") == json.dumps(
        {"type": "whatsapp", "data": {"context": {"ProfileName": "*Ọmọ* 🙂", "WaId": "2348030000001"}}},
        ensure_ascii=False,
    )
    assert form == {
        "MessageSid": message.sid,
        "SmsSid": message.sid,
        "SmsMessageSid": message.sid,
        "AccountSid": stage.twilio.account.sid,
        "From": "whatsapp:+2348030000001",
        "To": stage.twilio.sender,
        "Body": "hi there",
        "NumMedia": "0",
        "NumSegments": "1",
        "SmsStatus": "received",
        "ApiVersion": "2010-04-01",
        "MessageType": "text",
        "ReferralNumMedia": "0",
        "ProfileName": "*Ọmọ* 🙂",
        "WaId": "2348030000001",
        "ExternalUserId": person.bsuid,
    }


async def test_a_post_is_a_form_with_a_token_for_its_tries(stage: Stage) -> None:
    stage.twilio.say(stage.twilio.person("+2348030000001"), "hi")
    await posted(stage)
    headers = stage.bot.heard[-1].headers
    assert headers["content-type"].startswith("application/x-www-form-urlencoded")
    assert len(headers["i-twilio-idempotency-token"]) == 36


async def test_somebody_who_hides_the_number_is_known_by_the_user_id_alone(stage: Stage) -> None:
    person = stage.twilio.person()
    stage.twilio.say(person, "hi")
    form = await posted(stage)
    assert form["From"] == f"whatsapp:{form['ExternalUserId']}" == f"whatsapp:{person.bsuid}"
    assert "WaId" not in form


async def test_fields_that_nobody_knows_yet_travel_along(stage: Stage) -> None:
    fields = {"Forwarded": "true", "ReferralHeadline": "Loans & more", "FlowData": "{}", "Tomorrow": "", "Body2": "x"}
    stage.twilio.say(stage.twilio.person("+2348030000001"), "hi", fields)
    assert (await posted(stage)).items() >= fields.items()


async def test_a_tapped_button_carries_its_id_its_label_and_the_message_it_was_under(stage: Stage) -> None:
    person = stage.twilio.person("+2348030000001")
    stage.twilio.say(person, "hi")
    actions = [{"type": "QUICK_REPLY", "title": "I agree", "id": "agree"}, {"title": "No", "id": "no"}]
    question = await offer(stage, person.address, "twilio/quick-reply", {"body": "Well?", "actions": actions})
    stage.twilio.tap(person, question.sid, "agree")
    form = await posted(stage)
    assert (
        form.items()
        >= {
            "Body": "I agree",
            "ButtonText": "I agree",
            "ButtonPayload": "agree",
            "ButtonType": "REPLY",
            "MessageType": "interactive",
            "OriginalRepliedMessageSid": question.sid,
            "OriginalRepliedMessageSender": stage.twilio.sender,
        }.items()
    )
    assert stage.twilio.tap(person, question.sid, "No").body == "No"
    with pytest.raises(LookupError):
        stage.twilio.tap(person, question.sid, "Maybe")


async def test_a_chosen_list_item_carries_its_id_and_nothing_undocumented(stage: Stage) -> None:
    person = stage.twilio.person("+2348030000001")
    stage.twilio.say(person, "hi")
    items = [{"id": "mtn", "item": "MTN", "description": "yellow"}, {"id": "airtel", "item": "Airtel"}]
    picker = {"body": "Which?", "button": "Networks", "items": items}
    question = await offer(stage, person.address, "twilio/list-picker", picker)
    assert question.shown.opener == "Networks"
    stage.twilio.tap(person, question.sid, "Airtel")
    form = await posted(stage)
    assert (form["Body"], form["ListId"], form["MessageType"]) == ("Airtel", "airtel", "interactive")
    assert not {"ButtonPayload", "ListTitle"} & form.keys()


async def test_a_quoting_reply_names_the_message_for_seven_days(stage: Stage) -> None:
    person = stage.twilio.person("+2348030000001")
    stage.twilio.say(person, "hi")
    sent = await stage.send(person.address)
    stage.twilio.reply(person, sent.sid, "this one")
    assert (await posted(stage))["OriginalRepliedMessageSid"] == sent.sid
    stage.twilio.advance(7 * 24 * 3600 + 1)
    stage.twilio.reply(person, sent.sid, "that old one")
    assert "OriginalRepliedMessageSid" not in await posted(stage)
    with pytest.raises(LookupError):
        stage.twilio.reply(person, "SM" + "0" * 32, "none")


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("image/jpeg", "image"),
        ("image/webp", "sticker"),
        ("video/mp4", "video"),
        ("audio/ogg", "audio"),
        ("application/pdf", "document"),
        ("text/vcard", "contacts"),
    ],
)
async def test_a_file_comes_as_an_address_to_fetch_it_from(stage: Stage, content_type: str, kind: str) -> None:
    message = stage.twilio.send_file(stage.twilio.person("+2348030000001"), b"x", content_type, "look")
    form = await posted(stage)
    assert message.sid.startswith("MM")
    assert (form["NumMedia"], form["MediaContentType0"], form["MessageType"]) == ("1", content_type, kind)
    assert form["Body"] == "look"
    assert form["MediaUrl0"].startswith(f"{stage.url}/2010-04-01/Accounts/{stage.twilio.account.sid}/Messages/MM")


async def test_a_contact_card_and_a_voice_note_come_as_files(stage: Stage) -> None:
    person = stage.twilio.person("+2348030000001")
    card = stage.twilio.send_contact(person, "Bola", "+2348030000002")
    assert (await posted(stage))["MessageType"] == "contacts"
    assert b"TEL;type=CELL:+2348030000002" in card.media[0].content
    stage.twilio.send_voice(person)
    assert (await posted(stage))["MediaContentType0"] == "audio/ogg"


async def test_a_place_comes_as_numbers_with_what_it_is_called(stage: Stage) -> None:
    stage.twilio.send_place(stage.twilio.person("+2348030000001"), MapPlace(6.45, 3.39, "Lagos"))
    form = await posted(stage)
    assert (form["Latitude"], form["Longitude"], form["Label"], form["Body"]) == ("6.45", "3.39", "Lagos", "")
    assert "Address" not in form


@pytest.mark.parametrize("phone", ["2348030000001", "+0", "whatsapp:+2348030000001"])
async def test_nobody_lives_at_an_address_that_whatsapp_would_not_have(stage: Stage, phone: str) -> None:
    with pytest.raises(ValueError, match="malformed"):
        stage.twilio.person(phone)


async def test_an_address_belongs_to_one_person(stage: Stage) -> None:
    stage.twilio.person("+2348030000001")
    with pytest.raises(ValueError, match="taken"):
        stage.twilio.person("+2348030000001")
