"""`telcolink audit` and `telcolink consents`: what is on record, and whether it is whole. Never whom it is about.

It looks beside a running service and changes nothing. Every row that is asked for is shown, however many there are.
"""

import argparse
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from msgspec import Struct

from bot.commands import selection
from bot.commands.output import explain, fail, misuse, tell, tell_rows, write_csv
from bot.commands.records import RECORDS, UNREADABLE, RecordView, Row
from bot.commands.selection import Selection
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from storage.errors import StorageError
from storage.keys.canaries import find_misfits
from storage.ledger import Ledger
from storage.ledger_head import Head
from storage.looking import open_read_only
from storage.store import Store
from storage.transaction import Transaction


class Listing(Struct, frozen=True):
    """The rows that were asked for, as they are read one by one."""

    store: Store
    name: str
    selection: Selection

    @property
    def ledger(self) -> Ledger[Any]:
        return self.store.ledgers[self.name]

    @property
    def shown(self) -> RecordView:
        return RECORDS[self.name]

    def rows(self, tx: Transaction, moment: str) -> Iterator[Row]:
        show = self.shown.explain(tx, self.store)
        narrow = bool(self.selection.receipt or self.selection.act)
        entries = self.ledger.entries(tx, self.selection.contact, self.selection.period)
        with closing(entries):
            for number, entry in entries:
                if entry and self.shown.matches(entry, self.selection):
                    yield str(number), entry.at.strftime(moment), *show(entry)
                elif not entry and not narrow:
                    yield str(number), "-", UNREADABLE, *("-" for _ in self.shown.headings[3:])


def add_arguments(parser: argparse.ArgumentParser, name: str) -> None:
    selection.add_arguments(parser, RECORDS[name].acts)
    parser.add_argument("--csv", action="store_true", help="the same for a spreadsheet")
    parser.add_argument(
        "--head",
        nargs="?",
        const=Head(),
        type=parse_head,
        metavar="HEAD",
        help="the record's head alone; or whether it still holds one",
    )


def parse_head(text: str) -> Head:
    if head := Head.parse(text):
        return head
    raise argparse.ArgumentTypeError("must be a row's number, a hyphen and twelve letters, such as 12-bcdfghjkmnpq")


def show_audit(options: argparse.Namespace, settings: Settings | None = None) -> int:
    """What agents and operators did, newest first; 1 when the record is not whole."""
    return _show("audit", options, settings)


def show_consents(options: argparse.Namespace, settings: Settings | None = None) -> int:
    """Who agreed and withdrew, newest first; 1 when the record is not whole."""
    return _show("consents", options, settings)


def _show(name: str, options: argparse.Namespace, settings: Settings | None) -> int:
    if options.since and options.until and options.since >= options.until:
        return misuse("Nothing can be there: --since is later than --until.")
    try:
        settings = settings or read_settings(needs_channel=False)
        with open_read_only(settings.database_place()) as tx:
            if problems := find_misfits(tx, settings.keyring()):
                return fail(*problems)  # with other keys every row would look as if it had been changed
            store = Store.under(settings.keyring(), settings.rules(), settings.admins)
            listing = Listing(store, name, Selection.of(options))
            if options.head is not None:
                return _show_head(tx, listing.ledger, options.head)
            return _show_rows(tx, listing, as_csv=options.csv)
    except (SettingsWrong, StorageError, OSError) as error:
        return explain(error, "The database cannot be read")


def _show_rows(tx: Transaction, listing: Listing, *, as_csv: bool) -> int:
    shown, receipt = listing.shown, listing.selection.receipt
    if as_csv:
        found = write_csv(shown.headings, listing.rows(tx, "%Y-%m-%dT%H:%M:%SZ"))
    else:
        found = tell_rows(shown.headings, shown.widths, listing.rows(tx, "%Y-%m-%d %H:%M"))
    if receipt and not as_csv:
        _tell_words(tx, listing)
    if not found and not receipt:
        everything = listing.selection == Selection()
        tell("There is nothing on record yet." if everything else "There is nothing of that kind on record.")
    unknown = [f"Nothing on record is of a receipt {receipt}."] if receipt and not found else []
    return _complain(tx, listing.ledger, unknown)


def _tell_words(tx: Transaction, listing: Listing) -> None:
    """The very words under which the one agreement that was asked for was made, where they are on record."""
    for _, entry in listing.ledger.entries(tx):
        if entry and listing.shown.matches(entry, listing.selection) and (words := listing.shown.words(entry)):
            tell(f"\nThe words that were shown:\n\n{words}")


def _show_head(tx: Transaction, ledger: Ledger[Any], head: Head) -> int:
    """Of no row: where the record ends."""
    if not head.number:
        tell(str(ledger.head(tx)))
        return _complain(tx, ledger, [])
    if not ledger.holds(tx, head):
        now = ledger.head(tx)
        return fail(
            f"The record of {ledger.table} does not hold {head}: rows were taken out at the end or changed, or all"
            f" of it was brought back to what it was before. It ends at {now} now."
        )
    tell(f"{head} is on record as it was.")
    return _complain(tx, ledger, [])


def _complain(tx: Transaction, ledger: Ledger[Any], others: list[str]) -> int:
    found = ledger.first_break(tx)
    broken = [f"The record was changed: its {found}."] if found else []
    return fail(*others, *broken) if others or broken else 0
