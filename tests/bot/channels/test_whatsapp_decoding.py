"""What a person sent, read out of Twilio's form: every kind of message, and every field that is not as it should be."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.link_texts import parse_link_text
from bot.channels.whatsapp.addresses import own_number, parse_address, twilio_address
from bot.channels.whatsapp.decoding import Written, decode_message
from bot.channels.whatsapp.forms import Form, FormWrong
from bot.channels.whatsapp.keywords import Keyword, keyword_in
from conversations.customer.events import (
    ButtonTapped,
    ContactShared,
    Event,
    LinkOpened,
    Oddity,
    OddityReceived,
    TextReceived,
)
from conversations.minting import make_token
from conversations.phone import PhoneNumber
from conversations.secret import LinkToken
from tests.for_every import for_every

SID = f"SM{'0a' * 16}"
USER = "NG.1A2B3C4D5E6F7890"
ADA = {"MessageSid": SID, "From": "whatsapp:+2348031234567", "ExternalUserId": USER, "Body": "", "NumMedia": "0"}
US = "whatsapp:+2349010000000"
TOKEN = "k7Qp2-Xy_9aBcDeF"
MINTED = make_token(bytes(range(64))).reveal()


def decoded(**fields: str) -> Written:
    return decode_message(Form(urlencode(ADA | fields).encode()))


def media(kind: str, **fields: str) -> Written:
    return decoded(NumMedia="1", MediaContentType0=kind, MediaUrl0="https://api.twilio.com/x", **fields)


def test_a_text_is_known_by_its_signed_id_and_comes_from_a_number_and_a_person() -> None:
    written = decoded(Body=" hello \n", ProfileName="Ada")
    assert written == Written(SID, "+2348031234567", USER, TextReceived(" hello \n", SID), name="Ada")


def test_somebody_without_a_visible_number_goes_by_whatsapps_id_alone() -> None:
    written = decoded(From=f"whatsapp:{USER}", Body="hi")
    assert (written.sender, written.person) == (USER, USER)


def test_the_id_may_be_missing_or_come_with_a_prefix() -> None:
    assert decoded(ExternalUserId="").person == ""
    assert decoded(ExternalUserId=f"whatsapp:{USER}").person == USER


@for_every(
    ("fields", "event"),
    [
        ({"ButtonPayload": "7:agree", "ButtonText": "I agree", "Body": "I agree"}, ButtonTapped("agree", 7)),
        ({"ListId": "12:line-4", "Body": "MTN 0803 ••• 4567"}, ButtonTapped("line-4", 12)),
        ({"ButtonPayload": "resume", "Body": "Go on"}, ButtonTapped("resume", None)),
        ({"ButtonPayload": "x" * 300, "Body": "?"}, ButtonTapped("x" * 300, None)),
        (
            {"Latitude": "6.45", "Longitude": "3.3", "MessageType": "location"},
            OddityReceived(Oddity.LOCATION, "", SID),
        ),
        ({"Body": "0803 123 4567", "Forwarded": "true"}, OddityReceived(Oddity.FORWARDED, "0803 123 4567", SID)),
        ({"Body": "x", "FrequentlyForwarded": "true"}, OddityReceived(Oddity.FORWARDED, "x", SID)),
        ({"Body": "x", "Forwarded": "false"}, TextReceived("x", SID)),
        ({"Body": "👍", "MessageType": "reaction"}, OddityReceived(Oddity.OTHER, "👍", SID)),
        ({"Body": "👍👍"}, TextReceived("👍👍", SID)),
        ({"Body": ""}, OddityReceived(Oddity.OTHER, "", SID)),
        ({"Body": " \n\t"}, OddityReceived(Oddity.OTHER, " \n\t", SID)),
        ({"Body": "x" * 5000}, TextReceived("x" * 5000, SID)),
        ({"Body": "a\0b"}, TextReceived("a\N{REPLACEMENT CHARACTER}b", SID)),
        ({"Body": "hi", "NumMedia": ""}, TextReceived("hi", SID)),
        ({"Body": "hi", "OriginalRepliedMessageSid": SID}, TextReceived("hi", SID)),
        ({"Body": f"START {TOKEN}"}, LinkOpened(token=LinkToken(TOKEN))),
    ],
)
def test_each_kind_of_message_is_read(fields: dict[str, str], event: Event) -> None:
    assert decoded(**fields).event == event


@for_every(
    ("sid", "sender", "quoted"),
    [
        (SID, US, SID),
        (SID, ADA["From"], ""),  # a message of their own
        (SID, "", ""),
        ("SM1", US, ""),
        ("", US, ""),
    ],
)
def test_a_message_of_ours_that_is_quoted_is_named(sid: str, sender: str, quoted: str) -> None:
    fields = {"OriginalRepliedMessageSid": sid, "OriginalRepliedMessageSender": sender}
    assert decoded(Body="1", To=US, **fields).quoted == quoted


@for_every(
    ("kind", "event"),
    [
        ("image/jpeg", OddityReceived(Oddity.PHOTO, "my code", SID)),
        ("image/webp", OddityReceived(Oddity.STICKER, "my code", SID)),
        ("audio/ogg; codecs=opus", OddityReceived(Oddity.VOICE, "my code", SID)),
        ("video/mp4", OddityReceived(Oddity.FILE, "my code", SID)),
        ("application/pdf", OddityReceived(Oddity.FILE, "my code", SID)),
        ("", OddityReceived(Oddity.FILE, "my code", SID)),
        ("text/vcard", ContactShared("", proven=False)),
        ("Text/X-VCARD; charset=utf-8", ContactShared("", proven=False)),
    ],
)
def test_files_are_told_apart_by_their_type_and_a_contact_card_proves_nothing(kind: str, event: Event) -> None:
    assert media(kind, Body="my code").event == event


@for_every(
    ("field", "value"),
    [
        ("MessageSid", ""),
        ("MessageSid", "SM123"),
        ("MessageSid", f"XX{'0' * 32}"),
        ("MessageSid", f"SM{'0' * 32}\n"),
        ("From", ""),
        ("From", "+2348031234567"),
        ("From", "whatsapp:2348031234567"),
        ("From", "whatsapp:+0803"),
        ("From", "whatsapp:NG."),
        ("From", "sms:+2348031234567"),
        ("ExternalUserId", "two words"),
        ("ExternalUserId", "x" * 201),
        ("NumMedia", "-1"),
        ("NumMedia", "many"),
    ],
)
def test_a_field_of_another_shape_is_refused_by_name(field: str, value: str) -> None:
    with pytest.raises(FormWrong, match=field) as refused:
        decoded(**{field: value})
    assert str(refused.value) == field


@for_every("field", ["MessageSid", "From", "Body"])
def test_a_field_that_is_needed_stands_there_once(field: str) -> None:
    without = [(name, value) for name, value in ADA.items() if name != field]
    for pairs in (without, [*ADA.items(), (field, ADA[field])]):
        with pytest.raises(FormWrong, match=field):
            decode_message(Form(urlencode(pairs).encode()))


def test_a_field_that_nobody_asks_for_may_be_anything() -> None:
    pairs = [*ADA.items(), ("New", "1"), ("New", "2"), ("\0", "\ud7ff")]
    assert decode_message(Form(urlencode(pairs).encode())).message == SID


@for_every("text", ["STOP", "stop", " Stop. ", "/stop", "UNSUBSCRIBE", "stop all", "no write me again"])
def test_a_word_that_stops_all_messages_is_known_in_every_language(text: str) -> None:
    assert (keyword_in(text), decoded(Body=text).keyword) == (Keyword.STOP, Keyword.STOP)


@for_every("text", ["START", "start am", "Unstop!", f"start {TOKEN}"])
def test_so_is_one_that_starts_them(text: str) -> None:
    assert keyword_in(text) is Keyword.START


@for_every("text", ["stop it please", "cancel", "end", "don't stop", "", "start over", "0803 123 4567"])
def test_no_other_text_is_such_a_word(text: str) -> None:
    assert keyword_in(text) is None


def test_only_what_was_typed_stops_anything() -> None:
    assert decoded(Body="STOP", ButtonPayload="7:cancel").keyword is None
    assert decoded(Body="STOP", Forwarded="true").keyword is None
    assert media("image/jpeg", Body="STOP").keyword is None


@for_every(("kind", "keyword"), [("STOP", Keyword.STOP), ("START", Keyword.START), ("HELP", None), ("NEW", None)])
def test_what_twilio_has_answered_is_marked_so(kind: str, keyword: Keyword | None) -> None:
    written = decoded(Body="arret", OptOutType=kind)
    assert (written.answered, written.keyword) == (True, keyword)


@for_every("text", [f"START {TOKEN}", f" start:\n{TOKEN} ", f"Start {TOKEN}."])
def test_the_text_of_a_link_gives_its_token(text: str) -> None:
    assert parse_link_text(text) == TOKEN


@for_every(
    "text",
    [
        f"Hello START {MINTED} please",
        f"START {MINTED}\nGood morning",
        f"*START {MINTED}*",
        f"\u201cstart {MINTED}\u201d \U0001f64f",
        f"https://wa.me/2349010000000?text=START%20{MINTED}",
        f"https://t.me/kudi_bot?start={MINTED} what is this?",
        f"https://bot.kudi.example/l/{MINTED}",
    ],
)
def test_a_token_is_found_among_what_people_write_around_it(text: str) -> None:
    assert parse_link_text(text) == MINTED


@for_every(
    "text",
    ["start", "start again", "start immediately", f"hello {TOKEN}", f"restart {MINTED}", f"now START {MINTED}y", ""],
)
def test_other_texts_are_no_opening(text: str) -> None:
    assert parse_link_text(text) is None


@for_every(
    ("address", "number"),
    [
        ("+2348031234567", PhoneNumber("+2348031234567")),
        ("+14155550100", None),
        ("+23412345678", None),
        ("NG.08031234567", None),
    ],
)
def test_only_a_nigerian_mobile_is_offered_as_the_own_line(address: str, number: PhoneNumber | None) -> None:
    assert parse_address(twilio_address(address)) == address
    assert own_number(address) == number


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=50), max_size=10))
def test_whatever_the_form_holds_it_is_read_or_refused(fields: dict[str, str]) -> None:
    body = urlencode({**ADA, **fields}, errors="surrogatepass").encode()
    try:
        assert decode_message(Form(body)).sender
    except FormWrong:
        assert set(fields) & {*ADA, "MessageType", "Forwarded", "OptOutType"}
