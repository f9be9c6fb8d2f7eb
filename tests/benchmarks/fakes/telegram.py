"""Telegram's side of many chats: updates are posted to the bot, its calls answered. Never a limit, never a refusal."""

import asyncio
import json
import time
from collections import Counter
from functools import partial
from itertools import count
from typing import Any
from urllib.parse import parse_qs

from bot.channels.telegram.messages import PUTTING_AWAY
from tests.benchmarks.fakes.phone import Phone
from tests.benchmarks.wire import JSON, Client, Reply

CONNECTIONS = 100  # as many as the bots ask for
_TRUE = b'{"ok":true,"result":true}'
_ASKED = {
    "getMe": {"id": 7700, "is_bot": True, "first_name": "Kudi", "username": "kudi_bot"},
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}
_BOT = _ASKED["getMe"]


class Telegram:
    """The platform. `settings` and `connect` join it to a bot."""

    token = "7700:bench-0123456789abcdefghijklmnopqrs"

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()  # the methods that the bot called
        self._phones: dict[int, Phone] = {}
        self._chats, self._updates, self._messages = count(1_000), count(1), count(1)
        self._headers = JSON
        self._webhook = ""
        self._client: Client
        self._posts: set[asyncio.Task[None]] = set()

    def settings(self, url: str) -> dict[str, str]:
        return {
            "TELEGRAM_TOKEN": self.token,
            "TELEGRAM_API_BASE": url,
            "TELEGRAM_SENDS_PER_SECOND": "1000",
            "TELEGRAM_SECONDS_PER_CHAT": "0",
        }

    def connect(self, server_url: str) -> None:
        """The bot is there; it tells its secret with its webhook."""
        self._client = Client(server_url, CONNECTIONS)

    def phone(self, _: str) -> Phone:
        """Of somebody who has never written to the bot."""
        chat = next(self._chats)
        phone = self._phones[chat] = Phone(partial(self._say, chat), partial(self._tap, chat))
        return phone

    def handle(self, _: str, target: str, body: bytes, reply: Reply) -> None:
        method = target.rpartition("/")[2]
        self.asked[method.lower()] += 1
        if method.lower() == "sendmessage":
            reply(self._take(_fields(body)))
        elif method.lower() == "getwebhookinfo":
            reply(self._tell_webhook())
        elif method in _ASKED:
            reply(json.dumps({"ok": True, "result": _ASKED[method]}).encode())
        else:
            if method.lower() == "setwebhook":
                self._learn_secret(_fields(body))
            reply(_TRUE)

    def _tell_webhook(self) -> bytes:
        told = {"url": self._webhook, "has_custom_certificate": False, "pending_update_count": 0}
        return json.dumps({"ok": True, "result": told}).encode()

    def _learn_secret(self, fields: dict[str, Any]) -> None:
        self._webhook = fields.get("url", "")
        if secret := fields.get("secret_token"):
            self._headers = JSON + f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\n".encode()

    def _take(self, fields: dict[str, Any]) -> bytes:
        chat, text, number = int(fields["chat_id"]), fields["text"], next(self._messages)
        markup = fields.get("reply_markup") or {}
        markup = json.loads(markup) if isinstance(markup, str) else markup
        keys = [key for row in markup.get("inline_keyboard", ()) for key in row]
        if text != PUTTING_AWAY:
            taps = [key for key in keys if "callback_data" in key]
            self._phones[chat].show({key["text"]: f"{number} {key['callback_data']}" for key in taps})
        message = _message(number, _chat(chat), _BOT, text)
        return json.dumps({"ok": True, "result": message}).encode()

    def _say(self, chat: int, text: str) -> None:
        message = _message(next(self._messages), _chat(chat), _person(chat), text)
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        self._post({"message": message})

    def _tap(self, chat: int, answer: str) -> None:
        number, _, data = answer.partition(" ")
        under = _message(int(number), _chat(chat), _BOT, "…")
        query = {"id": str(next(self._messages)), "from": _person(chat), "message": under, "chat_instance": str(chat)}
        self._post({"callback_query": query | {"data": data}})

    def _post(self, update: dict[str, Any]) -> None:
        body = json.dumps({"update_id": next(self._updates), **update}).encode()
        post = asyncio.get_running_loop().create_task(self._deliver(body))
        self._posts.add(post)
        post.add_done_callback(self._posts.discard)

    async def _deliver(self, body: bytes) -> None:
        """Again until it was taken, as Telegram does."""
        while True:
            try:
                status, answer = await self._client.ask(b"POST", b"/telegram", body, self._headers)
            except OSError:
                status, answer = 0, b""
            if status == 200:
                self._carry_out(answer)
                return
            await asyncio.sleep(0.5)

    def _carry_out(self, answer: bytes) -> None:
        """A call may stand in a webhook's answer; core.telegram.org/bots/api#making-requests."""
        if answer and (method := _fields(answer).get("method")):
            self.asked[method.lower()] += 1


def _message(number: int, chat: dict[str, Any], sender: Any, text: str) -> dict[str, Any]:
    return {"message_id": number, "date": int(time.time()), "chat": chat, "from": sender, "text": text}


def _chat(chat: int) -> dict[str, Any]:
    return {"id": chat, "type": "private", "first_name": "Zubairu"}


def _person(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Zubairu", "language_code": "en"}


def _fields(body: bytes) -> dict[str, Any]:
    """As JSON, or as a form whose structured values are JSON."""
    if body.startswith(b"{"):
        fields: dict[str, Any] = json.loads(body)
        return fields
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}
