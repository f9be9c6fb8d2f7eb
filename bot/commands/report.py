"""`telcolink report`: how links came along, in words, as a picture, or as a table of links. Never a customer.

It looks beside a running service and changes nothing.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

from bot.commands.output import explain, fail, tell, write_csv
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from conversations.agents.reporting import say_report
from conversations.drawing.report_picture import ReportPicture
from conversations.ended_links import state_of
from conversations.lagos import date_in_lagos
from conversations.languages import DEFAULT_LANGUAGE
from conversations.report import MOST_DAYS, USUAL_DAYS, LinkRow
from conversations.wording import catalogue_of, render
from conversations.wording.report import title_of
from storage.errors import StorageError
from storage.keys.canaries import find_misfits
from storage.looking import open_read_only
from storage.store import Store
from storage.transaction import Transaction

HEADINGS = (
    *("reference", "made", "opened", "linked", "reached", "state", "reason"),
    *("network", "language", "channel", "agent"),
)
FORMATS = {
    "csv": "a row a link, for a spreadsheet",
    "xlsx": "the same as a workbook",
    "jsonl": "the same as JSON lines",
    "png": "the picture",
}

Cells = tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    days = f"1 to {MOST_DAYS}, today the last of them; {USUAL_DAYS} where nothing is said"
    parser.add_argument("--days", type=_parse_days, default=USUAL_DAYS, metavar="N", help=days)
    formats = parser.add_mutually_exclusive_group()
    for form, what in FORMATS.items():
        formats.add_argument(f"--{form}", action="store_const", dest="format", const=form, help=what)


def main(options: argparse.Namespace, settings: Settings | None = None, now: datetime | None = None) -> int:
    """0, or 1 and what is wrong. Files of bytes go into a file or another program, never onto a screen."""
    if options.format in {"xlsx", "png"} and sys.stdout.isatty():
        return fail(f"That is a file: telcolink report --{options.format} > report.{options.format}")
    today = date_in_lagos(now or datetime.now(UTC))
    try:
        settings = settings or read_settings(needs_channel=False)
        with open_read_only(settings.database_place()) as tx:
            if problems := find_misfits(tx, settings.keyring()):
                return fail(*problems)
            store = Store.under(settings.keyring(), settings.rules(), settings.admins)
            _write(tx, store, settings, options.format, (today - timedelta(days=options.days - 1), today))
    except (SettingsWrong, StorageError, OSError) as error:
        return explain(error, "The database cannot be read")
    return 0


def _write(tx: Transaction, store: Store, settings: Settings, form: str | None, span: tuple[date, date]) -> None:
    rows = (cells_of(row) for row in store.link_reports.rows(tx, *span))
    match form:
        case "csv":
            write_csv(HEADINGS, rows)
        case "xlsx":
            _put(workbook_of(rows))
        case "jsonl":
            for row in rows:
                tell(json.dumps(dict(zip(HEADINGS, row, strict=True)), ensure_ascii=False))
        case "png":
            from bot.drawing.png import draw_now  # noqa: PLC0415 - the other formats need nothing of it

            report = store.link_reports.report(tx, *span)
            _put(draw_now(ReportPicture(report, title_of(report)).draw(catalogue_of(DEFAULT_LANGUAGE).say)))
        case _:
            said = say_report(store.link_reports.report(tx, *span))
            tell(render(said, DEFAULT_LANGUAGE, settings.business()).text)


def cells_of(row: LinkRow) -> Cells:
    """As text: moments in UTC, "" for what is not known."""
    tally = row.tally
    moments = (_written(at) for at in (row.made_at, row.opened_at, row.linked_at))
    state = (tally.reached.name.lower().replace("_", "-"), state_of(tally).value, tally.reason.value)
    return (row.reference, *moments, *state, tally.network, tally.language, tally.channel, tally.agent)


def workbook_of(rows: Iterator[Cells]) -> bytes:
    """Every cell is a text, whatever it begins with: nothing in it is a formula or a link."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - the other formats need nothing of it

    content = BytesIO()
    with Workbook(content, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Links")
        for number, cells in enumerate((HEADINGS, *rows)):
            for column, cell in enumerate(cells):
                sheet.write_string(number, column, cell)
    return content.getvalue()


def _put(content: bytes) -> None:
    sys.stdout.buffer.write(content)


def _written(at: datetime | None) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""


def _parse_days(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text[:9]) <= MOST_DAYS):
        raise argparse.ArgumentTypeError(f"must be 1 to {MOST_DAYS}: links are kept no longer after their end")
    return int(text)
