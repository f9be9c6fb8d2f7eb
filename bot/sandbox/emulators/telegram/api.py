"""The Bot API: which token and method a call names, what goes wrong on order, and what is answered."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from inspect import isawaitable
from typing import Any

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.faults import TelegramFault, TelegramFaults
from bot.sandbox.emulators.telegram.journal import TelegramApiCall, TelegramJournal
from bot.sandbox.emulators.telegram.membership import Membership
from bot.sandbox.emulators.telegram.message_methods import MessageMethods
from bot.sandbox.emulators.telegram.polling import Polling
from bot.sandbox.emulators.telegram.profile_methods import ProfileMethods
from bot.sandbox.emulators.telegram.refusals import TelegramRefusal
from bot.sandbox.emulators.telegram.webhook_methods import WebhookMethods

Method = Callable[[Arguments], Any]

_TOKEN = re.compile(r"[1-9][0-9]{0,15}:[A-Za-z0-9_-]{1,60}")
_PROFILE_TEXTS = {"name": "Name", "description": "Description", "short_description": "ShortDescription"}


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    """What goes back over HTTP; `lost` breaks the connection instead."""

    status: int
    body: bytes
    retry_after: int | None = None
    lost: bool = False


@dataclass(frozen=True, slots=True)
class MethodGroups:
    """Whoever carries methods out."""

    messages: MessageMethods
    profile: ProfileMethods
    membership: Membership
    webhook: WebhookMethods
    polling: Polling

    def table(self) -> dict[str, Method]:
        """All methods by their names in lower case, as the server compares them."""
        table: dict[str, Method] = {
            "getUpdates": self.polling.get_updates,
            "setWebhook": self.webhook.set,
            "deleteWebhook": self.webhook.delete,
            "getWebhookInfo": self.webhook.info,
            "sendMessage": self.messages.send_text,
            "sendPhoto": self.messages.send_photo,
            "sendDocument": self.messages.send_document,
            "editMessageText": self.messages.edit_text,
            "editMessageReplyMarkup": self.messages.edit_markup,
            "deleteMessage": self.messages.delete,
            "deleteMessages": self.messages.delete_many,
            "answerCallbackQuery": self.messages.answer_press,
            "sendChatAction": self.messages.act,
            "getMe": self.profile.get_me,
            "setMyCommands": self.profile.set_commands,
            "getMyCommands": self.profile.get_commands,
            "deleteMyCommands": self.profile.delete_commands,
            "setChatMenuButton": self.profile.set_menu_button,
            "getChatMenuButton": self.profile.get_menu_button,
            "getChat": self.membership.get_chat,
            "leaveChat": self.membership.leave,
        }
        for name, title in _PROFILE_TEXTS.items():
            table[f"setMy{title}"] = partial(self.profile.set_text, name)
            table[f"getMy{title}"] = partial(self.profile.get_text, name)
        return {name.lower(): method for name, method in table.items()}


class TelegramApi:
    """Answers the calls of one bot."""

    def __init__(
        self, token: str, groups: MethodGroups, faults: TelegramFaults, journal: TelegramJournal, clock: EmulatedClock
    ) -> None:
        self._token = token
        self._methods = groups.table()
        self._faults = faults
        self._journal = journal
        self._clock = clock

    def admit(self, token: str, method: str) -> None:
        """Raises `TelegramRefusal` for a token or a method that there is not."""
        if not is_token(token):
            raise TelegramRefusal(404, "Not Found")
        if token != self._token:
            raise TelegramRefusal(401, "Unauthorized")
        if method.lower() not in self._methods:
            raise TelegramRefusal(404, "Not Found: method not found")

    def may_wait(self, method: str) -> bool:
        """Whether the answer may take so long that the caller hangs up before it."""
        return bool(self._faults) or method.lower() == "getupdates"

    async def call(self, method: str, arguments: Arguments) -> ApiAnswer:
        """Carry out a method that was admitted, or what was ordered to go wrong with it."""
        method = method.lower()
        fault = self._faults.take(method, arguments) if self._faults else None
        description = ""
        try:
            answer = _accept(await self._carry_out(method, arguments, fault))
        except TelegramRefusal as refusal:
            answer, description = refuse(refusal), refusal.description
        self._journal.note(TelegramApiCall(self._clock.now(), method, arguments.texts, answer.status, description))
        if fault is not None:
            await self._clock.sleep(fault.delay)
            answer = replace(answer, lost=fault.drop)
        return answer

    async def obey(self, method: str, arguments: Arguments) -> None:
        """Carry out a method that the bot named in its answer to a webhook; nobody hears how it went."""
        if method in self._methods:
            await self.call(method, arguments)

    async def _carry_out(self, method: str, arguments: Arguments, fault: TelegramFault | None) -> Any:
        if fault is not None and fault.refusal is not None:
            raise fault.refusal
        result = self._methods[method](arguments)
        return await result if isawaitable(result) else result


def is_token(text: str) -> bool:
    """Whether this could be a bot's token."""
    return _TOKEN.fullmatch(text) is not None


def refuse(refusal: TelegramRefusal) -> ApiAnswer:
    """The answer that says no."""
    return ApiAnswer(refusal.status, json.dumps(refusal.body).encode(), refusal.retry_after)


def _accept(result: Any) -> ApiAnswer:
    return ApiAnswer(200, json.dumps({"ok": True, "result": result}).encode())
