"""Which rows of a record a command is asked for: whose, of which receipt, when, and which act. Never the rows."""

import argparse
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from bot.config.contacts import read_contact
from conversations.contact import Contact
from storage.ledger import ALWAYS, Period

_LAST = datetime.max.replace(tzinfo=UTC)


class Selection(Struct, frozen=True):
    """What is None or empty selects everything. `receipt` is the number of an agreement."""

    contact: Contact | None = None
    receipt: str = ""
    period: Period = ALWAYS
    act: str = ""

    @classmethod
    def of(cls, options: argparse.Namespace) -> "Selection":
        period = Period(options.since, options.until)
        return cls(options.contact, options.receipt or "", period, options.act or "")


def add_arguments(parser: argparse.ArgumentParser, acts: Iterable[str]) -> None:
    parser.add_argument("--contact", type=parse_contact, metavar="CHANNEL:ADDRESS", help="of this chat alone")
    parser.add_argument("--receipt", type=parse_receipt, metavar="C-…", help="of this agreement alone")
    parser.add_argument("--since", type=parse_since, metavar="DATE", help="from this day or moment on (UTC)")
    parser.add_argument("--until", type=parse_until, metavar="DATE", help="until the end of this day, or this moment")
    parser.add_argument("--act", choices=list(acts), metavar="ACT", help="one of: " + ", ".join(acts))


def parse_contact(text: str) -> Contact:
    contact = read_contact(text)
    if not contact:
        raise argparse.ArgumentTypeError("must be a channel, a colon and an address, as in ADMINS")
    return contact


def parse_receipt(text: str) -> str:
    """However it is read out: in small letters, with blanks around it."""
    return text.strip().upper()


def parse_since(text: str) -> datetime:
    return _parse_moment(text, timedelta())


def parse_until(text: str) -> datetime:
    return _parse_moment(text, timedelta(days=1))


def _parse_moment(text: str, of_a_day: timedelta) -> datetime:
    """`2026-11-29`, and so far into that day, or `2026-11-29T14:05`; UTC where no offset is given."""
    try:
        if len(text) <= len("2026-11-29"):
            day = datetime.combine(date.fromisoformat(text), time(), UTC)
            return day + min(of_a_day, _LAST - day)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a day such as 2026-11-29, or 2026-11-29T14:05") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
