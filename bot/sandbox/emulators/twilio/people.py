"""The people on WhatsApp, as the business sees them and with what their phones hold; never Twilio's copies."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox.emulators.twilio.messages import ShownChoice, WhatsAppMessage
from bot.sandbox.emulators.twilio.rate_limits import PairLimit
from bot.sandbox.emulators.twilio.sids import is_address, new_bsuid

# https://www.twilio.com/docs/whatsapp/key-concepts
_WINDOW = timedelta(hours=24)


@dataclass(slots=True, eq=False)
class WhatsAppUser:
    """Somebody with WhatsApp. `phone` is E.164 with a plus, empty when they hide it behind a username."""

    phone: str = ""
    name: str = "Ada"
    bsuid: str = field(default_factory=new_bsuid)
    read_receipts: bool = True
    blocked: bool = False
    opted_out: bool = False
    old_app: bool = False  # it shows neither buttons nor lists
    window_until: datetime | None = None
    typing_until: datetime | None = None
    chat: list[WhatsAppMessage] = field(default_factory=list)
    pair: PairLimit = field(default_factory=PairLimit)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def id(self) -> str:
        """What the control routes call this person: the digits of the number, or the business-scoped user id."""
        return self.phone.removeprefix("+") or self.bsuid

    @property
    def address(self) -> str:
        return f"whatsapp:{self.phone or self.bsuid}"

    @property
    def addresses(self) -> set[str]:
        """Everything that a business may put into `To`."""
        return {self.address, f"whatsapp:{self.bsuid}"}

    def window_open(self, now: datetime) -> bool:
        """Whether the business may write freely."""
        return self.window_until is not None and now < self.window_until

    def is_shown_typing(self, now: datetime) -> bool:
        """Whether the phone shows that the business is typing."""
        return self.typing_until is not None and now < self.typing_until

    def wrote(self, message: WhatsAppMessage) -> None:
        """Writing to the business opens its 24 hours anew."""
        self.window_until = message.created_at + _WINDOW
        self._keep(message)

    def received(self, message: WhatsAppMessage) -> None:
        self.typing_until = None
        self._keep(message)

    def _keep(self, message: WhatsAppMessage) -> None:
        self.chat.append(message)
        news, self._news = self._news, asyncio.Event()
        news.set()

    async def wait(self, after: int, patience: float) -> list[WhatsAppMessage]:
        """The chat from its message number `after` on, as soon as there is one; empty after `patience` real seconds."""
        try:
            async with asyncio.timeout(patience):
                while len(self.chat) <= after:
                    await self._news.wait()
        except TimeoutError:
            pass
        return self.chat[after:]

    def choice(self, sid: str, wanted: str) -> tuple[WhatsAppMessage, ShownChoice]:
        """The button or list item of that id or title in a message of this chat. Raises LookupError."""
        message = self.message(sid)
        for choice in message.shown.choices:
            if wanted in (choice.id, choice.title):
                return message, choice
        raise LookupError(f"the message offers no {wanted!r}")

    def message(self, sid: str) -> WhatsAppMessage:
        """Raises LookupError when the phone does not hold it."""
        for message in reversed(self.chat):
            if message.sid == sid:
                return message
        raise LookupError(f"no message {sid} in this chat")


class WhatsAppUsers:
    """Everybody on this WhatsApp."""

    def __init__(self) -> None:
        self._by_address: dict[str, WhatsAppUser] = {}

    def add(self, person: WhatsAppUser) -> WhatsAppUser:
        """Raises ValueError for an address that WhatsApp would not have, or that is taken."""
        wrong = [address for address in person.addresses if not is_address(address) or address in self._by_address]
        if wrong:
            raise ValueError("this number or user id is malformed or taken")
        self._by_address.update(dict.fromkeys(person.addresses, person))
        return person

    def remove(self, person: WhatsAppUser) -> None:
        """Their account is gone: somebody else may have the number next, under another user id."""
        self._by_address = {address: each for address, each in self._by_address.items() if each is not person}

    def at(self, address: str) -> WhatsAppUser | None:
        return self._by_address.get(address)

    def find(self, id_: str) -> WhatsAppUser:
        """By the id of the control routes. Raises LookupError."""
        person = self.at(f"whatsapp:+{id_}") or self.at(f"whatsapp:{id_}")
        if person is None:
            raise LookupError("nobody here has that id")
        return person

    def everybody(self) -> list[WhatsAppUser]:
        return list(dict.fromkeys(self._by_address.values()))
