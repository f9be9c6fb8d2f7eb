"""What people do in the app: write, tap, share, edit, block. What the app would not let them do is `Impossible`."""

import random
import re
from typing import Any

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram import incoming
from bot.sandbox.emulators.telegram.content import TEXT_LIMIT
from bot.sandbox.emulators.telegram.entities import measure
from bot.sandbox.emulators.telegram.markup import inline_buttons
from bot.sandbox.emulators.telegram.membership import Membership
from bot.sandbox.emulators.telegram.message_methods import DELETABLE_FOR
from bot.sandbox.emulators.telegram.state import Json, Press, TelegramChat, TelegramMessage, TelegramState, TelegramUser
from bot.sandbox.emulators.telegram.updates import Updates

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")  # core.telegram.org/bots/features: deep linking
_CHANGEABLE = {"first_name", "last_name", "username", "language_code", "phone_number", "deactivated"}


class Impossible(Exception):  # noqa: N818 - said of what a person wanted to do
    """The app would not let a person do this."""


class TelegramPeople:
    """The hands of all people. They are named by their id; messages by their number in a chat.

    Where a `chat_id` may be given it is that of a group; without it the private chat is meant.
    """

    def __init__(self, state: TelegramState, updates: Updates, membership: Membership, clock: EmulatedClock) -> None:
        self._state = state
        self._updates = updates
        self._membership = membership
        self._clock = clock

    def add_person(
        self,
        first_name: str = "Ada",
        *,
        phone_number: str | None = None,
        language_code: str | None = "en",
        person_id: int | None = None,
    ) -> TelegramUser:
        """Somebody who has never written to the bot. `phone_number` is what sharing the own contact tells."""
        number = next(self._state.person_ids) if person_id is None else person_id
        if number in self._state.people:
            raise Impossible("there is already a person with this id")
        person = TelegramUser(number, first_name, language_code=language_code, phone_number=phone_number)
        return self._state.add_person(person)

    def change_person(self, person_id: int, changes: dict[str, Any]) -> TelegramUser:
        """Give somebody another name, language_code (None: absent) or phone_number; or deactivate them."""
        person = self._person(person_id)
        if not changes.keys() <= _CHANGEABLE:
            raise Impossible(f"only {', '.join(sorted(_CHANGEABLE))} can be changed")
        for name, value in changes.items():
            setattr(person, name, value)
        return person

    def add_group(self, title: str = "Family", *, group_type: str = "supergroup") -> int:
        """A group that the bot is a member of and reads all messages of; the answer is its `chat_id`."""
        return self._state.add_group(title, group_type).id

    def say(
        self,
        person_id: int,
        text: str,
        *,
        chat_id: int | None = None,
        reply_to: int | None = None,
        forwarded: bool = False,
    ) -> int:
        """Write a text, or pass one on; the answer is the message's number."""
        return self._write(person_id, _type(text), chat_id, reply_to=reply_to, forwarded=forwarded)

    def start(self, person_id: int, payload: str = "") -> int:
        """Open the bot's link and press Start, which is called Restart when the bot was blocked."""
        if not _PAYLOAD.fullmatch(payload):
            raise Impossible("a deep link carries at most 64 letters, digits, underscores and dashes")
        self.unblock(person_id)
        return self.say(person_id, f"/start {payload}")

    def send(self, person_id: int, kind: str, *, caption: str | None = None, chat_id: int | None = None) -> int:
        """Send something that is no text: a photo, sticker, voice, location, document and so on."""
        if kind not in incoming.ATTACHMENTS:
            raise Impossible(f"only {', '.join(sorted(incoming.ATTACHMENTS))} can be sent")
        return self._write(person_id, incoming.build_attachment(kind, caption), chat_id)

    def send_album(self, person_id: int, kinds: list[str], *, caption: str | None = None) -> list[int]:
        """Send pictures together: a message for each, all of one group, the caption under the first."""
        group = str(random.getrandbits(60))
        captions = [caption, *[None] * (len(kinds) - 1)]
        parts = [incoming.build_attachment(kind, said) for kind, said in zip(kinds, captions, strict=True)]
        return [self._write(person_id, part | {"media_group_id": group}) for part in parts]

    def share_contact(
        self,
        person_id: int,
        *,
        phone_number: str | None = None,
        user_id: int | None = None,
        forwarded: bool = False,
    ) -> int:
        """Share the own contact; or with a `phone_number` a card from the address book, of any user or none."""
        if phone_number is None:
            phone_number, user_id = self._person(person_id).phone_number, person_id
        if phone_number is None:
            raise Impossible("this person has no phone number")
        card = incoming.build_contact(phone_number, self._state.people.get(user_id or 0), user_id)
        return self._write(person_id, card, forwarded=forwarded)

    def edit(self, person_id: int, message_id: int, text: str, *, chat_id: int | None = None) -> None:
        """Change the text of an own message, or what stands under a picture."""
        chat, now = self._chat(person_id, chat_id), self._clock.now()
        message = _find_shown(chat, message_id)
        written = next((part for part in ("text", "caption") if part in message.content), None)
        if message.sender["id"] != person_id or written is None:
            raise Impossible("only the own texts can be edited")
        if now - message.date > DELETABLE_FOR:
            raise Impossible("a message can be edited for 48 hours")
        message.content = _type(text) if written == "text" else message.content | {"caption": text.strip()}
        message.edited_at = now
        chat.change()
        self._updates.put("edited_message", message.wire(), chat.id)

    def tap(
        self,
        person_id: int,
        message_id: int,
        button: str,
        *,
        chat_id: int | None = None,
        vanished: bool = False,
    ) -> Press:
        """Tap an inline button, named by its text or its data.

        `vanished`: the bot deleted the message while the tap was on its way, and hears of it without the text.
        """
        chat = self._chat(person_id, chat_id)
        message = chat.messages.get(message_id) if vanished else _find_shown(chat, message_id)
        data, number = _find_data(message, button), str(random.getrandbits(62))
        press = Press(number, chat.id, person_id, message_id, data, self._clock.now())
        self._state.presses[number] = press
        chat.presses.append(press)
        chat.change()
        query = incoming.build_query(press, self._person(person_id), chat, None if vanished else message)
        self._updates.put("callback_query", query, person_id)
        return press

    def press(self, person_id: int, button: str) -> int:
        """Press a button of the keyboard under the private chat: its text is sent, or the contact it asks for."""
        keyboard = self._chat(person_id).keyboard or {}
        for shown in (shown for row in keyboard.get("keyboard", []) for shown in row):
            if shown["text"] == button:
                return self.share_contact(person_id) if shown.get("request_contact") else self.say(person_id, button)
        raise Impossible(f"the keyboard has no button {button!r}")

    def block(self, person_id: int) -> None:
        """Block the bot."""
        self._membership.change(self._chat(person_id), "kicked", self._person(person_id).wire())

    def unblock(self, person_id: int) -> None:
        """Let the bot in again."""
        self._membership.change(self._chat(person_id), "member", self._person(person_id).wire())

    def remove_bot(self, person_id: int, chat_id: int) -> None:
        """Put the bot out of a group."""
        self._membership.change(self._chat(person_id, chat_id), "kicked", self._person(person_id).wire())

    def _write(
        self,
        person_id: int,
        content: Json,
        chat_id: int | None = None,
        *,
        reply_to: int | None = None,
        forwarded: bool = False,
    ) -> int:
        person, chat, now = self._person(person_id), self._chat(person_id, chat_id), self._clock.now()
        if chat.person is not None and chat.bot_status == "kicked":
            raise Impossible("the bot is blocked")
        if chat.person is not None:
            person.started = True
        if forwarded:
            content = incoming.build_forwarded(content, int(now.timestamp()))
        message = chat.write(person.wire(), now, content, reply_to)
        if chat.bot_status == "member":
            self._updates.put("message", message.wire(), chat.id)
        return message.message_id

    def _person(self, person_id: int) -> TelegramUser:
        person = self._state.people.get(person_id)
        if person is None:
            raise Impossible("there is no such person")
        return person

    def _chat(self, person_id: int, chat_id: int | None = None) -> TelegramChat:
        chat = self._state.chats.get(self._person(person_id).id if chat_id is None else chat_id)
        if chat is None or (chat.person is not None and chat.id != person_id):
            raise Impossible("there is no such chat")
        return chat


def _type(text: str) -> Json:
    text = text.strip()
    if not 1 <= measure(text) <= TEXT_LIMIT:
        raise Impossible("a text has 1 to 4096 characters")
    return incoming.build_text(text)


def _find_shown(chat: TelegramChat, message_id: int) -> TelegramMessage:
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise Impossible("there is no such message")
    return message


def _find_data(message: TelegramMessage | None, button: str) -> str:
    for shown in inline_buttons(message.markup if message else None):
        if button in {shown["text"], shown.get("callback_data")}:
            if "callback_data" not in shown:
                raise Impossible("that button opens something and tells the bot nothing")
            return str(shown["callback_data"])
    raise Impossible(f"the message has no button {button!r}")
