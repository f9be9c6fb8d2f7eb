"""What a command says to whoever typed it: a text, a table, what went wrong. Never which command."""

import csv
import errno
import os
import sys
from collections.abc import Iterable, Sequence

from bot.errors import TelcolinkError
from storage.errors import StorageFull


def lay_out(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A line for each row under the headings, in columns as wide as they need to be."""
    lines = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    laid = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(line.rstrip() for line in laid)


def tell_rows(headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]) -> int:
    """The same row by row, however many, in columns of these widths, which a longer cell pushes aside; their number.

    Without a row nothing is said.
    """
    number = 0
    for number, row in enumerate(rows, start=1):
        if number == 1:
            tell(_line(headings, widths))
        tell(_line(row, widths))
    return number


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """For a spreadsheet, in which what begins like a formula is a text; the number of rows."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(headings)
    return sum(bool(writer.writerow(map(_harmless, row))) for row in rows)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "@", "\t", "\r")) or (cell[:1] == "-" and len(cell) > 1) else cell


def tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def fail(*problems: str) -> int:
    """Say what is wrong, a line each; the exit status that goes with it."""
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    return 1


def explain(error: Exception, what: str) -> int:
    """`fail` with what kept a command from it: each problem of settings or keys, our own words, or `what` and why."""
    if problems := getattr(error, "problems", None):
        return fail(*problems)
    return fail(str(error) if isinstance(error, TelcolinkError) else f"{what}: {_say(error)}")


def _say(error: Exception) -> str:
    if isinstance(error, StorageFull) or (isinstance(error, OSError) and error.errno == errno.ENOSPC):
        return "the disk is full. Make room, and do it again."
    return str(error)


def misuse(problem: str) -> int:
    """Say what was typed and cannot be meant; the exit status of a command that was not begun."""
    fail(problem)
    return 2


def no_more_readers() -> int:
    """Whoever read what we say has seen enough (`| head`): nothing is wrong, and nothing more is said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
