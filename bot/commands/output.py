"""What a command says to whoever typed it: a text, a table, what went wrong. Never which command."""

import sys
from collections.abc import Iterable, Sequence


def lay_out(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A line for each row under the headings, in columns as wide as they need to be."""
    lines = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    laid = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(line.rstrip() for line in laid)


def tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def fail(*problems: str) -> int:
    """Say what is wrong, a line each; the exit status that goes with it."""
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    return 1
