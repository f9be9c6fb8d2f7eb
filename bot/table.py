"""Rows as a table for a terminal. Never what stands in them."""

from collections.abc import Iterable, Sequence


def lay_out(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A line for each row under the headings, in columns as wide as they need to be."""
    lines = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    laid = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(line.rstrip() for line in laid)
