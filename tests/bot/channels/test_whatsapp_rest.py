"""The calls that nearly every message takes, as they go over the wire, and what each answer to them comes to."""

import base64
import secrets
from datetime import UTC, datetime
from string import ascii_letters, digits
from urllib.parse import parse_qs

import httpx
import pytest

from bot.channels.whatsapp.access import TwilioAccess
from bot.channels.whatsapp.refusals import NotThere, OutcomeUnknown, TooEarly
from bot.channels.whatsapp.twilio import Kept, Twilio
from bot.errors import ChannelDown, DeliveryError, RecipientGone
from bot.outgoing.errors import ConnectionBroke, NoAnswerInTime, NotSent, RequestFailed
from conversations.secret import Secret
from tests.bot.outgoing.scripted import ScriptedClient
from tests.for_every import for_every

ADA = "+2348031234567"
PASSWORD = secrets.token_hex(8)
ACCESS = TwilioAccess(
    "AC1", "SK1", Secret(PASSWORD), "whatsapp:+1", "https://bot.example/s", "https://api.tw", "https://content.tw"
)

Reply = httpx.Response | RequestFailed


class Asked:
    """Twilio gives `reply` to everything, and what it was asked is kept."""

    def __init__(self, reply: Reply) -> None:
        self.requests: list[httpx.Request] = []
        self.twilio = Twilio(ScriptedClient(self._answer), ACCESS)
        self._reply = reply

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if isinstance(self._reply, RequestFailed):
            raise self._reply
        return self._reply

    @property
    def form(self) -> dict[str, list[str]]:
        return parse_qs(self.requests[0].content.decode(), keep_blank_values=True)


def said(status: int, content: object) -> httpx.Response:
    return httpx.Response(status, json=content)


async def error_of(reply: Reply) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await Asked(reply).twilio.send_text(ADA, "secret words")
    assert caught.value.__context__ is None
    assert not [word for word in (ADA, "secret words", PASSWORD) if word in repr(caught.value)]
    return caught.value


async def test_a_message_is_created_once_with_everything_that_it_needs() -> None:
    asked = Asked(said(201, {"sid": "SM1"}))
    assert await asked.twilio.send_text(ADA, "Hello & good day\n₦5", "https://bot.example/qr.png") == "SM1"
    [request] = asked.requests
    assert (request.method, request.url.path) == ("POST", "/2010-04-01/Accounts/AC1/Messages.json")
    assert asked.form == {
        "To": [f"whatsapp:{ADA}"],
        "From": ["whatsapp:+1"],
        "Body": ["Hello & good day\n₦5"],
        "MediaUrl": ["https://bot.example/qr.png"],
        "StatusCallback": ["https://bot.example/s"],
        "ValidityPeriod": ["300"],
    }
    credentials = base64.b64encode(f"SK1:{PASSWORD}".encode()).decode()
    assert request.headers["authorization"] == f"Basic {credentials}"
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"


async def test_a_text_with_half_a_character_is_sent_all_the_same() -> None:
    asked = Asked(said(201, {"sid": "SM1"}))
    await asked.twilio.send_text(ADA, "cut \ud83d")
    assert asked.form["Body"] == ["cut "]


@for_every("text", ["".join(map(chr, range(0x180))), "₦5 for 1.5 GB? 🙂\n1. I agree\r\n*Yes* & no = +%;", "a\x00b"])
async def test_a_text_comes_as_it_was_written_whatever_reads_the_form(text: str) -> None:
    asked = Asked(said(201, {"sid": "SM1"}))
    await asked.twilio.send_text(ADA, text)
    assert asked.form["Body"] == [text]
    assert set(asked.requests[0].content) <= set(b"&=+%" + (ascii_letters + digits + "-._~!$'()*,/:?@").encode())


async def test_a_content_goes_by_its_id_with_its_variables() -> None:
    asked = Asked(said(201, {"sid": "SM1"}))
    await asked.twilio.send_content(ADA, "HX1", '{"1": "Ada"}')
    assert (asked.form["ContentSid"], asked.form["ContentVariables"]) == (["HX1"], ['{"1": "Ada"}'])
    assert "Body" not in asked.form


@for_every(("answer", "has_files"), [({}, False), ({"num_media": "0"}, False), ({"num_media": "1"}, True)])
async def test_a_copy_is_emptied_in_its_own_place(answer: object, *, has_files: bool) -> None:
    asked = Asked(said(200, answer))
    assert await asked.twilio.redact("SM/1") is has_files
    assert asked.requests[0].url.raw_path == b"/2010-04-01/Accounts/AC1/Messages/SM%2F1.json"
    assert asked.form == {"Body": [""]}


async def test_typing_is_shown_at_the_server_that_shows_it() -> None:
    asked = Asked(said(200, {"success": True}))
    await asked.twilio.show_typing("SM1")
    assert str(asked.requests[0].url) == "https://messaging.tw/v2/Indicators/Typing.json"
    assert asked.form == {"channel": ["whatsapp"], "messageId": ["SM1"]}


@for_every(
    ("told", "is_theirs", "has_text"),
    [
        ({"direction": "inbound", "body": "482913"}, True, True),
        ({"direction": "outbound-api", "body": ""}, False, False),
    ],
)
async def test_what_twilio_keeps_is_read_as_it_writes_it(
    told: dict[str, str], *, is_theirs: bool, has_text: bool
) -> None:
    asked = Asked(said(200, {"date_created": "Mon, 23 Nov 2026 12:00:01 +0000", **told}))
    made = datetime(2026, 11, 23, 12, 0, 1, tzinfo=UTC)
    assert await asked.twilio.look("SM1") == Kept(made, is_theirs, has_text)
    for date in ("soon", None, "Mon, 23 Nov 99999999999999999999 12:00:01 +0000"):
        content = {"date_created": date} if date else {}
        with pytest.raises(OutcomeUnknown):
            await Asked(said(200, content)).twilio.look("SM1")


async def test_what_was_not_sent_is_told_from_what_may_have_been() -> None:
    assert type(await error_of(NotSent("upstream words"))) is ChannelDown
    for failure in (NoAnswerInTime("upstream words", 0), ConnectionBroke("upstream words", 201)):
        assert type(await error_of(failure)) is OutcomeUnknown


@for_every("content", [{}, {"sid": None}, {"sid": 5}, {"sid": ""}, [], None, "SM1"])
async def test_a_success_without_an_id_may_have_sent_the_message(content: object) -> None:
    assert type(await error_of(said(201, content))) is OutcomeUnknown


@for_every("body", [b"", b"<html>", b"{", b"[" * 100_000, b"\xff", rb'{"sid": "\ud83d"}'])
async def test_a_success_that_names_nothing_may_have_sent_the_message(body: bytes) -> None:
    assert type(await error_of(httpx.Response(201, content=body))) is OutcomeUnknown


@for_every(
    "body",
    [
        rb'{"sid": "SM1", "body": "\ud83d"}',
        b'{"sid": "SM1", "body": "\xed\xa0\xbd"}',
        b'\xef\xbb\xbf{"sid": "SM1"}',
        b'{"sid": "SM1", "price": NaN}',
    ],
)
async def test_what_is_told_in_json_that_is_not_strict_was_done_all_the_same(body: bytes) -> None:
    asked = Asked(httpx.Response(201, content=body))
    assert await asked.twilio.send_text(ADA, "hello") == "SM1"
    await asked.twilio.redact("SM1")


@for_every(
    ("status", "code", "kind"),
    [(400, 21610, RecipientGone), (400, 20009, TooEarly), (404, 20404, NotThere), (500, 1, OutcomeUnknown)],
)
async def test_a_refusal_is_read_by_its_code(status: int, code: int, kind: type[DeliveryError]) -> None:
    refused = said(status, {"code": code, "message": f"to {ADA}", "status": status, "more_info": "https://…"})
    assert type(await error_of(refused)) is kind
