"""The account's message log: every message, found by its id or listed in pages; never what the phones show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from bot.sandbox.emulators.twilio.messages import WhatsAppMessage
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal

_MOST = 1000


@dataclass(frozen=True, slots=True)
class MessagePage:
    """`number` counts from 0; `token` leads to the next page, empty on the last."""

    messages: list[WhatsAppMessage]
    number: int
    size: int
    token: str


class MessageLog:
    """Messages in the order in which they were made. Deleted ones keep their place: paging survives deleting."""

    def __init__(self) -> None:
        self._messages: dict[str, WhatsAppMessage] = {}

    def add(self, message: WhatsAppMessage) -> None:
        self._messages[message.sid] = message

    def find(self, sid: str) -> WhatsAppMessage:
        """Raises Refused(20404) for what never was or was deleted."""
        message = self._messages.get(sid)
        if message is None or message.deleted:
            raise TwilioRefusal(20404)
        return message

    def page(self, query: Mapping[str, str]) -> MessagePage:
        """Newest first. `To` and `From` must be equal, `DateSent`, `DateSent<` and `DateSent>` count whole UTC days.

        Days, because Twilio documents only days: who needs an hour must look at `date_sent` itself.
        Raises Refused(20001) for a date or a number that is none.
        """
        number, size = _whole(query, "Page", 0), min(max(_whole(query, "PageSize", 50), 1), _MOST)
        days = {name: _day(query[name]) for name in ("DateSent", "DateSent<", "DateSent>") if query.get(name)}
        found = (message for message in self._after(query.get("PageToken", "")) if _fits(message, query, days))
        messages = list(islice(found, size))
        more = next(found, None) is not None
        return MessagePage(messages, number, size, f"PA{messages[-1].sid}" if more else "")

    def _after(self, token: str) -> Iterator[WhatsAppMessage]:
        """Everything older than the message that the token names; all of it without a token."""
        messages = reversed(self._messages.values())
        if token:
            sid = token.removeprefix("PA")
            if sid not in self._messages:
                raise TwilioRefusal(20001, "Invalid PageToken")
            while next(messages).sid != sid:
                pass
        return messages


def _fits(message: WhatsAppMessage, query: Mapping[str, str], days: Mapping[str, date]) -> bool:
    if message.deleted or not _equal(message.to, query.get("To")) or not _equal(message.from_, query.get("From")):
        return False
    if not days:
        return True
    if message.sent_at is None:
        return False
    sent = message.sent_at.date()
    return (
        sent == days.get("DateSent", sent)
        and sent <= days.get("DateSent<", sent)
        and sent >= days.get("DateSent>", sent)
    )


def _equal(value: str, wanted: str | None) -> bool:
    return not wanted or value == wanted


def _whole(query: Mapping[str, str], name: str, default: int) -> int:
    try:
        return int(query.get(name) or default)
    except ValueError:
        raise TwilioRefusal(20001, f"Invalid {name}") from None


def _day(text: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise TwilioRefusal(20001, "Invalid DateSent") from None
