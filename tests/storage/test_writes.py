"""Every `Write` of the product is written as `Write` says, so that one statement can be made of many."""

import importlib
import pkgutil
import re

import storage
from storage.transaction import Write

LIST = r"\w+(?:, \w+)*"
INSERT = re.compile(
    rf"INSERT INTO (?P<table>\w+) \((?P<columns>{LIST})\) VALUES \((?P<values>\?(?:, \?)*)\)"  # noqa: S608 - a pattern
    rf"(?: ON CONFLICT \((?P<key>{LIST})\) DO [^?]+)?"
)
CHANGE = re.compile(r"(?:UPDATE (?P<updated>\w+) SET [^ ].*?|DELETE FROM (?P<deleted>\w+)) WHERE [^ ].*\?.*")


def is_fit(write: Write) -> bool:
    statement = write.statement
    if "  " in statement or "\n" in statement:
        return False
    found = INSERT.fullmatch(statement)
    if found:
        columns, key = found["columns"].split(", "), (found["key"] or "").split(", ")
        return found["table"] == write.table and found["values"].count("?") == len(columns) and {*key} <= {*columns, ""}
    changed = CHANGE.fullmatch(statement)
    return changed is not None and write.table in (changed["updated"], changed["deleted"])


def writes() -> dict[str, Write]:
    names = [module.name for module in pkgutil.walk_packages(storage.__path__, "storage.")]
    found = {name: vars(importlib.import_module(name)) for name in names}
    return {
        f"{name}.{each}": value
        for name, module in found.items()
        for each, value in module.items()
        if isinstance(value, Write)
    }


def test_every_write_can_be_done_for_many_rows_at_once() -> None:
    found = writes()
    assert len(found) > 8
    assert [name for name, write in found.items() if not is_fit(write)] == []


def test_one_that_the_dialect_would_not_understand_is_found() -> None:
    good = "INSERT INTO pets (name, age) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET age = excluded.age"
    assert is_fit(Write("pets", good))
    assert is_fit(Write("pets", "DELETE FROM pets WHERE name = ?"))
    for statement in (
        good.replace("name, age", "name,age"),
        good.replace("(?, ?)", "(?, 1)"),
        good.replace("excluded.age", "?"),
        good.replace("CONFLICT (name)", "CONFLICT (owner)"),
        good.replace("INTO pets (", "INTO pets("),
        good.replace("INTO pets", "INTO visits"),
        "UPDATE pets SET age = ?",
        "delete from pets where name = ?",
        "DELETE FROM pets  WHERE name = ?",
    ):
        assert not is_fit(Write("pets", statement)), statement
