"""A statement as a CSV file in one language, which opens in any table. Never what was read, nor how it is sent."""

import csv
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from conversations.account import Direction, LineTransaction, Money, Statement
from conversations.lagos import LAGOS
from conversations.reading import TransactionFilter
from conversations.wording.catalogue import Catalogue
from conversations.wording.files import RenderedFile

MARK = "\ufeff"  # without it Excel takes the naira sign and accents for something else
# What begins a formula: owasp.org/www-community/attacks/CSV_Injection
_FORMULA = frozenset("=+-@")


class _Written(Struct, frozen=True):
    """What the library takes for a file."""

    rows: list[str]

    def write(self, row: str) -> None:
        self.rows.append(row)


def statement_file(statement: Statement, selection: TransactionFilter, catalogue: Catalogue) -> RenderedFile:
    """The oldest first, a row each, under the names of its columns."""
    written = list[str]()
    rows = csv.writer(_Written(written))
    rows.writerow(heading.strip() for heading in catalogue.say("statement-columns", {}).split(","))
    rows.writerows(_row(each) for each in reversed(statement.transactions))
    return RenderedFile(_name(selection), MARK + "".join(written))


def _name(selection: TransactionFilter) -> str:
    if selection.span is None:
        return "statement.csv"
    if month := selection.span.month:
        return f"statement-{month:%Y-%m}.csv"
    return f"statement-{selection.span.first}-to-{selection.span.last}.csv"


def _row(each: LineTransaction) -> Iterator[str]:
    day, clock = each.at.astimezone(LAGOS).isoformat(" ", "minutes")[:16].split()
    amount = _figure(Money(abs(each.amount.kobo)))
    came = each.direction is Direction.CREDIT
    yield day
    yield clock
    yield amount if came else ""
    yield "" if came else amount
    yield each.amount.currency
    yield harmless(each.narration)
    yield _figure(each.after) if each.after else ""


def _figure(amount: Money) -> str:
    """A number as tables read it, whatever language they speak: no sign of a currency, no thousands."""
    naira, kobo = divmod(abs(amount.kobo), 100)
    return f"{'-' if amount.kobo < 0 else ''}{naira}.{kobo:02}"


def harmless(text: str) -> str:
    """The network's words as words: what a table would reckon with, in wide letters too, begins with an apostrophe."""
    begins = unicodedata.normalize("NFKC", text.strip()[:1])
    return f"'{text}" if begins in _FORMULA else text
