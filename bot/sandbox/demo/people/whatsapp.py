"""A simulated user of the emulated WhatsApp. Never what they should see."""

import re

from bot.sandbox.demo.people import STRANGERS_NUMBER, NotShown, Seen
from bot.sandbox.emulators.patience import comes_within
from bot.sandbox.emulators.twilio.emulator import TwilioEmulator
from bot.sandbox.emulators.twilio.messages import MapPlace, WhatsAppMessage

ARRIVING = 5.0  # real seconds, on a machine that stands still now and then
CONTENT_TYPES = {"photo": "image/jpeg", "sticker": "image/webp", "document": "application/pdf"}


class WhatsAppPerson:
    """Somebody on the emulated WhatsApp. What is not shown as buttons is a list, and answered by number or word."""

    channel = "whatsapp"
    deletion_takes = 70.0
    opening = "START"

    def __init__(self, emulator: TwilioEmulator, number: str, name: str) -> None:
        self._emulator = emulator
        self.me = emulator.person(number, name)
        self._seen: set[str] = set()
        self._typed: WhatsAppMessage | None = None

    async def say(self, text: str) -> None:
        self._typed = self._emulator.say(self.me, text)

    async def tap(self, label: str, older: int = 0) -> None:
        if len(offered := self.offering(label)) <= older:
            raise NotShown(label)
        message = offered[older]
        if message.shown.choices:
            self._emulator.tap(self.me, message.sid, label)
        else:
            place = listed(message.shown.text).index(label) + 1
            self._emulator.say(self.me, str(place) if is_numbered(message.shown.text) else label)

    def offering(self, label: str) -> list[WhatsAppMessage]:
        """The messages that offer an answer of that label, newest first."""
        return [each for each in reversed(self.me.chat) if not each.inbound and label in labels_of(each)]

    async def send(self, kind: str, caption: str = "") -> None:
        if kind == "album":
            for words in ("", "", caption):
                await self.send("photo", words)
        elif kind == "voice":
            self._emulator.send_voice(self.me)
        elif kind == "location":
            self._emulator.send_place(self.me, MapPlace(6.5, 3.4))
        else:
            self._typed = self._emulator.send_file(self.me, b"content", CONTENT_TYPES[kind], caption)

    async def share_contact(self, *, own: bool) -> None:
        self._emulator.send_contact(self.me, "Ada", self.me.phone if own else STRANGERS_NUMBER)

    async def edit(self, text: str) -> None:
        raise NotShown("edits do not reach a business on WhatsApp")

    async def say_in_group(self, text: str) -> None:
        raise NotShown("a business is in no group on WhatsApp")

    async def next_message(self, patience: float) -> Seen | None:
        while not self._unseen():
            if not await self.me.wait(len(self.me.chat), patience):
                return None
        # A picture can be overtaken by the text after it, until both are there; and the number of an answer is for an
        # older question as long as this one is not reported to be delivered.
        await comes_within(ARRIVING, self._emulator.settle())
        message = min(self._unseen(), key=lambda each: each.created_at)
        self._seen.add(message.sid)
        return Seen(message.shown.text, tuple(labels_of(message)), picture=bool(message.shown.media_url))

    def _unseen(self) -> list[WhatsAppMessage]:
        return [message for message in self.me.chat if not message.inbound and message.sid not in self._seen]

    def is_last_deleted(self) -> bool:
        """What the bot can do here is to have Twilio's copy emptied."""
        return self._typed is not None and self._typed.redacted


def labels_of(message: WhatsAppMessage) -> list[str]:
    """What a message of the bot can be answered with: its choices, or the answers that it lists."""
    return [choice.title for choice in message.shown.choices] or listed(message.shown.text)


def listed(text: str) -> list[str]:
    """The answers of a list at the end of a message, numbered or, where those are to be typed, in quotation marks."""
    return [number or words for number, words in re.findall(r'^(?:\d\. (.+)|"(.+)")$', text, re.MULTILINE)]


def is_numbered(text: str) -> bool:
    return bool(re.search(r"^\d\. ", text, re.MULTILINE))
