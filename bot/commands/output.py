"""What a command says to whoever typed it: a text, a table, what went wrong. Never which command."""

import csv
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import wrap

from bot.errors import TelcolinkError
from storage.errors import StorageFull
from storage.place import DatabasePlace

OTHERWISE = "Where there must be one, set DATABASE_URL as the service has it."

_MARGIN = "   "  # of a row's lines after its first
_NARROWEST = 20


def tell_all(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """`tell_rows` in columns as wide as they need to be."""
    tell_rows(headings, [max(map(len, column)) for column in zip(headings, *rows, strict=True)], rows)


def tell_rows(headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]) -> int:
    """A line for each row under the headings, however many; their number. Without a row nothing is said.

    In columns of these widths, which a longer cell pushes aside. At a terminal that has no room for them each row
    takes several lines; whoever reads what is piped finds a row a line, whatever there is room for.
    """
    number, room = 0, _room()
    folded = room < len(_line(headings, widths))
    for number, row in enumerate(rows, start=1):
        if number == 1 and not folded:
            tell(_line(headings, widths))
        tell(_fold(headings, row, room) if folded else _line(row, widths))
    return number


def _room() -> int:
    """Columns of the terminal; without one there is no end to them."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize


def _fold(headings: Sequence[str], row: Sequence[str], room: int) -> str:
    """Each cell that holds something behind its heading, as many to a line as there is room for."""
    lines = [""]
    for heading, cell in zip(headings, row, strict=True):
        told = f"{heading} {cell}"
        if cell == "-":
            continue
        if lines[-1] and len(lines[-1]) + 2 + len(told) > room:
            lines.append("")
        margin = f"{lines[-1]}  " if lines[-1] else _MARGIN if len(lines) > 1 else ""
        lines[-1:] = wrap(
            f"{margin}{told}", max(room, _NARROWEST), subsequent_indent=_MARGIN * 2, break_on_hyphens=False
        )
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """For a spreadsheet, in which what begins like a formula is a text; the number of rows."""
    # With both of its ends of lines the library puts quotes around a cell that has either, also a bare return, behind
    # which a reader would begin another row.
    writer = csv.writer(_Lines(), lineterminator="\r\n")
    writer.writerow(headings)
    return sum(bool(writer.writerow(map(_harmless, row))) for row in rows)


class _Lines:
    """Takes rows as they end in the library, and writes each as a line."""

    def write(self, row: str) -> int:
        return sys.stdout.write(row.removesuffix("\r\n") + "\n")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "@", "\t", "\r")) or (cell[:1] == "-" and len(cell) > 1) else cell


def tell_file(place: DatabasePlace) -> str:
    """Where a database was looked for, to stand behind what is said of it. A server's address may hold a password."""
    return f" at {place.absolute()}" if isinstance(place, Path) else ""


def tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def fail(*problems: str) -> int:
    """Say what is wrong, a line each; the exit status that goes with it."""
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    return 1


def explain(error: Exception, what: str) -> int:
    """`fail` with what kept a command from it: each problem of settings or keys, our own words, or `what` and why.

    Where only nobody reads on, nothing is wrong.
    """
    if isinstance(error, BrokenPipeError):
        return no_more_readers()
    if problems := getattr(error, "problems", None):
        return fail(*problems)
    return fail(str(error) if isinstance(error, TelcolinkError) else f"{what}: {say_why(error)}")


def say_why(error: Exception) -> str:
    """An error of the disk or of storage, for an operator."""
    if isinstance(error, StorageFull) or (isinstance(error, OSError) and error.errno == errno.ENOSPC):
        return "the disk is full. Make room, and do it again."
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror.lower()}"
    return str(error)


def misuse(problem: str) -> int:
    """Say what was typed and cannot be meant; the exit status of a command that was not begun."""
    fail(problem)
    return 2


def no_more_readers() -> int:
    """Whoever read what we say has seen enough (`| head`): nothing is wrong, and nothing more is said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
