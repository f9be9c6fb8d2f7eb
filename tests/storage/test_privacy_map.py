"""Every column of every table is in docs/privacy.md with its class, purpose and retention, and nothing else is."""

import re
from pathlib import Path

import pytest

from storage.migrations import read_migrations
from storage.sqlite.schema import migrate
from tests.raw import blank_memory

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
    """The columns of a database of this release; SQLite's own tables aside."""
    with blank_memory() as connection:
        migrate(connection, read_migrations())
        query = (
            "SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
            " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        )
        return set(connection.execute(query).fetchall())


def test_every_column_is_described_and_every_description_has_its_column() -> None:
    assert described().keys() == real()


def test_there_is_something_to_describe() -> None:
    assert len(real()) > 40


@pytest.mark.parametrize("column", sorted(described()), ids=".".join)
def test_every_description_says_class_purpose_and_retention(column: Column) -> None:
    kind, purpose, kept = described()[column]
    assert kind in CLASSES
    assert purpose
    assert kept


def test_what_is_sealed_is_called_sealed() -> None:
    assert {column for column, (kind, *_) in described().items() if kind == "sealed"} == {
        column for column in real() if column[1] == "sealed"
    }
