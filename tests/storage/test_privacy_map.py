"""Every column of every table is in docs/privacy.md with its class, purpose and retention, and nothing else is."""

import re
from pathlib import Path

from tests.for_every import for_every
from tests.raw import columns_of, memory

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^### `(\w+)`.*?$(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \|$", re.MULTILINE)
CLASSES = {"sealed", "look-up", "moment", "plain", "pseudonym"}

Column = tuple[str, str]


def described() -> dict[Column, tuple[str, str, str]]:
    """Class, purpose and retention of each column, as the page has them."""
    return {
        (table, column): (kind, purpose, kept)
        for table, rows in SECTION.findall(PAGE)
        for column, kind, purpose, kept in ROW.findall(rows)
    }


def real() -> set[Column]:
    """The columns of a database of this release."""
    with memory() as tx:
        return columns_of(tx)


def test_every_column_is_described_and_every_description_has_its_column() -> None:
    assert real() - described().keys() == set(), "columns that docs/privacy.md lacks"
    assert described().keys() - real() == set(), "columns there that no table has"


def test_there_is_something_to_describe() -> None:
    assert len(real()) > 40


@for_every("column", sorted(described()))
def test_every_description_says_class_purpose_and_retention(column: Column) -> None:
    kind, purpose, kept = described()[column]
    assert kind in CLASSES
    assert purpose
    assert kept


def test_what_is_sealed_is_called_sealed() -> None:
    assert {column for column, (kind, *_) in described().items() if kind == "sealed"} == {
        column for column in real() if column[1] == "sealed"
    }
