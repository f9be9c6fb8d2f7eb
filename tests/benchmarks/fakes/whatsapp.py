"""WhatsApp at Twilio, many chats of it: signed webhooks, messages taken and reported on. Never a limit or a refusal.

Answers are numbered lists, for no contents are set up. Each message of the bot's is reported on twice.
"""

import asyncio
import base64
import hashlib
import hmac
import json
import re
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, urlencode

from tests.benchmarks.fakes.phone import Phone
from tests.benchmarks.wire import FORM, Client, Reply

CONNECTIONS = 100
SENDER = "whatsapp:+2348000000001"
OLD = timedelta(seconds=90)  # everything looks old enough to be emptied at once
_ANSWER = re.compile(r"^(\d)\. (.+)$", re.MULTILINE)
_LISTED = json.dumps({"messages": [], "contents": [], "next_page_uri": None, "meta": {"key": "contents"}}).encode()


class WhatsApp:
    """The platform. `settings` and `connect` join it to a bot."""

    account = "AC" + "0123456789abcdef" * 2
    token = "e1d4c7b0a3968f5b2c1d0e9f8a7b6c5d"

    def __init__(self) -> None:
        self._phones: dict[str, Phone] = {}
        self._messages = count(1)
        self._url = ""
        self._client: Client
        self._posts: set[asyncio.Task[None]] = set()

    def settings(self, url: str) -> dict[str, str]:
        return {
            "TWILIO_ACCOUNT_SID": self.account,
            "TWILIO_AUTH_TOKEN": self.token,
            "TWILIO_API_BASE": url,
            "TWILIO_CONTENT_BASE": url,
            "WHATSAPP_FROM": SENDER,
            "WHATSAPP_SENDS_PER_SECOND": "1000",
            "WHATSAPP_SECONDS_PER_PERSON": "0",
        }

    def connect(self, server_url: str) -> None:
        self._url = server_url
        self._client = Client(server_url, CONNECTIONS)

    def phone(self, number: str) -> Phone:
        """Of somebody with this number who has never written to the bot."""
        address = f"whatsapp:+234{number[1:]}"
        type_in = partial(self._say, address)
        phone = self._phones[address] = Phone(type_in, type_in)
        return phone

    def handle(self, method: str, target: str, body: bytes, reply: Reply) -> None:
        if method == "POST" and target.endswith("/Messages.json"):
            reply(self._take(dict(parse_qsl(body.decode()))))
        elif "/Messages/" in target:
            reply(_record(target.rpartition("/")[2].removesuffix(".json"), "", "read"))
        else:
            reply(_LISTED)

    def _take(self, fields: dict[str, str]) -> bytes:
        message = self._sid()
        answers = {label: number for number, label in _ANSWER.findall(fields["Body"])}
        self._start(self._report(message, fields["To"], answers))
        return _record(message, fields["Body"], "queued")

    def _say(self, address: str, text: str) -> None:
        message = self._sid()
        named = {"MessageSid": message, "SmsMessageSid": message, "SmsSid": message, "SmsStatus": "received"}
        counted = {"NumMedia": "0", "NumSegments": "1", "ReferralNumMedia": "0", "MessageType": "text"}
        person = {"ProfileName": "Zubairu", "WaId": address[10:], "From": address, "To": SENDER, "Body": text}
        self._start(self._post("/whatsapp", named | counted | person))

    async def _report(self, message: str, address: str, answers: dict[str, str]) -> None:
        """That it went out and that it arrived: two posts that may overtake each other. Nobody answers before them."""
        named = {"MessageSid": message, "SmsSid": message, "From": SENDER, "To": address}
        states = ({"MessageStatus": status, "SmsStatus": status} for status in ("sent", "delivered"))
        await asyncio.gather(*(self._post("/whatsapp/status", named | state) for state in states))
        self._phones[address].show(answers)

    async def _post(self, path: str, fields: dict[str, str]) -> None:
        fields |= {"AccountSid": self.account, "ApiVersion": "2010-04-01"}
        signed = FORM + b"X-Twilio-Signature: " + _sign(self.token, self._url + path, fields) + b"\r\n"
        await self._client.ask(b"POST", path.encode(), urlencode(fields).encode(), signed)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        post = asyncio.get_running_loop().create_task(work)
        self._posts.add(post)
        post.add_done_callback(self._posts.discard)

    def _sid(self) -> str:
        return f"SM{next(self._messages):032x}"


def _sign(token: str, url: str, fields: dict[str, str]) -> bytes:
    """twilio.com/docs/usage/webhooks/webhooks-security"""
    text = url + "".join(name + fields[name] for name in sorted(fields))
    return base64.b64encode(hmac.digest(token.encode(), text.encode(), hashlib.sha1))


def _record(message: str, text: str, status: str) -> bytes:
    """Twilio's record of a message, as far as its library reads it."""
    at = format_datetime(datetime.now(UTC) - OLD)
    record = {"sid": message, "body": text, "status": status, "num_media": "0", "error_code": None, "date_created": at}
    return json.dumps(record).encode()
