"""`telcolink links import FILE.csv`: many links at once, and what came of each row. Never a customer told of it.

The rows are made by the service where one runs. The same file again makes no second links.
"""

import argparse
import asyncio
import csv
import hashlib
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from bot.clock import SystemClock
from bot.commands.naming import add_name, name_of_operator
from bot.commands.operator import Operator, ServiceSilent
from bot.commands.output import explain, fail, write_csv
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.http.api.orders import READERS, parse_order
from bot.ports import Clock
from conversations.agents.programs import LinkOrder
from conversations.agents.turn import Act
from storage.errors import StorageError
from storage.operator_wishes import OperatorWish, OrderedRow, RowMade

MOST_ROWS = 5_000
AT_ONCE = 200  # rows that the service is asked for at a time: customers are answered in between
_CODES = frozenset({"network", "language"})  # columns
_HEADINGS = ("ROW", "RESULT", "REFERENCE", "EXTERNAL REFERENCE", "MATCH WORDS", "ABOUT IT")


class FileRow(Struct, frozen=True):
    """A row of the file, which is `number` in it: what is wanted, or what is wrong with it."""

    number: int
    content: Mapping[str, str]
    wanted: OrderedRow | None
    wrong: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    acts = parser.add_subparsers(required=True, metavar="ACT", dest="act")
    bring = acts.add_parser("import", help="make a link of each row; a report of each goes to the standard output")
    bring.add_argument("file", type=Path, metavar="FILE.csv", help="with columns of: " + ", ".join(READERS))
    add_name(bring)


def main(options: argparse.Namespace, settings: Settings | None = None, clock: Clock | None = None) -> int:
    """0 where every row has its link; else 1, and what is wrong in the report."""
    try:
        rows = read_rows(options.file)
        settings = settings or read_settings(needs_channel=False)
        operator = Operator(settings, clock or SystemClock(), name_of_operator(options))
        with operator.look():
            pass  # the service could not read what is asked of it with other keys than its own
        return asyncio.run(_make_all(operator, rows))
    except (SettingsWrong, ServiceSilent, StorageError, OSError) as error:
        return explain(error, "It cannot be done")
    except ValueError as problem:
        return fail(str(problem))


def read_rows(path: Path) -> list[FileRow]:
    """The rows of a file with a heading. ValueError says why it cannot be read at all; OSError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{path} is no text in UTF-8: save it as such.") from None
    first = text.partition("\n")[0]
    # By the ends of lines alone: text.splitlines() would end a row at other breaks, which some leave in a cell.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        lines = [(reader.line_num, line) for line in reader]
    except csv.Error as error:
        raise ValueError(f"{path}, line {reader.line_num}: {error}.") from None
    headings = [name.strip().lower().replace(" ", "_") for name in lines[0][1]] if lines else []
    if not headings or set(headings) - set(READERS) or len(set(headings)) < len(headings):
        raise ValueError(f"The first line of {path} must name columns of: {', '.join(READERS)}; each once.")
    if len(lines) > MOST_ROWS + 1:
        raise ValueError(f"{path} has more than {MOST_ROWS} rows: cut it into several.")
    return list(_read(lines[1:], headings))


def _read(lines: Sequence[tuple[int, list[str]]], headings: Sequence[str]) -> Iterator[FileRow]:
    seen = Counter[str]()
    for number, cells in lines:
        content = {name: _written(name, cell) for name, cell in zip(headings, cells, strict=False) if cell.strip()}
        if not any(cell.strip() for cell in cells):
            continue
        order = parse_order(content)
        if len(cells) > len(headings):
            yield FileRow(number, content, None, "has more cells than there are columns")
        elif isinstance(order, LinkOrder):
            request = json.dumps(content, sort_keys=True)
            seen[request] += 1
            key = hashlib.sha256(f"{seen[request]} {request}".encode()).hexdigest()
            yield FileRow(number, content, OrderedRow(order, key, request))
        else:
            yield FileRow(number, content, None, "; ".join(f"{fault.at[1:]} {fault.detail}" for fault in order))


def _written(name: str, cell: str) -> str:
    """A sheet is filled in by people, who write MTN and Airtel as the networks do."""
    return cell.strip().lower() if name in _CODES else cell.strip()


async def _make_all(operator: Operator, rows: Sequence[FileRow]) -> int:
    wanted = [row.wanted for row in rows if row.wanted]
    made = list[RowMade]()
    for start in range(0, len(wanted), AT_ONCE):
        some = tuple(wanted[start : start + AT_ONCE])
        wish = OperatorWish(operator.name, Act.LINKS_IMPORTED, f"{len(some)} rows", ordered=some)
        made += (await operator.carry_out(wish)).rows
    results = iter(made)
    return _report([(row, next(results) if row.wanted else RowMade("refused", about=row.wrong)) for row in rows])


def _report(results: Sequence[tuple[FileRow, RowMade]]) -> int:
    ways = list(dict.fromkeys(name for _, made in results for name, _ in made.addresses))
    headings = (*_HEADINGS[:-1], *map(str.upper, ways), _HEADINGS[-1])
    write_csv(headings, (_row(row, made, ways) for row, made in results))
    counted = Counter(made.result for _, made in results)
    summed = ", ".join(f"{number} {result}" for result, number in counted.items())
    sys.stderr.write(f"{summed or 'No rows'}.\n")
    return 1 if counted["refused"] else 0


def _row(row: FileRow, made: RowMade, ways: Sequence[str]) -> tuple[str, ...]:
    addresses = dict(made.addresses)
    external = row.content.get("external_reference", "")
    shown = (str(row.number), made.result, made.reference, external, " ".join(made.words))
    return *shown, *(addresses.get(way, "") for way in ways), made.about
