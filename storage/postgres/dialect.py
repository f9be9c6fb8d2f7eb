"""Shared SQL as PostgreSQL takes it: numbered marks, and one statement for many rows (`unnest`). Never sends it."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache, partial
from itertools import count
from typing import Any

from storage.statements import Batch
from storage.transaction import Key, RowSet

_MARK = re.compile(r"\?")
_NUMBER = re.compile(r"\$(\d+)")
_COLUMNS = re.compile(r"INSERT INTO \w+ \(([^)]*)\)")
_CONFLICT = re.compile(r"ON CONFLICT \(([^)]*)\)")
_VALUES = re.compile(r"VALUES \(([^)]*)\)")

LOCK_CLASS = 1952803689  # of our advisory locks, among those of other programs
Query = tuple[str, Sequence[Any]]
Types = tuple[str, ...]  # of the columns of some rows; "" where all are NULL
Places = tuple[int, ...]


@lru_cache(maxsize=2048)
def numbered(statement: str) -> str:
    """`$1`, `$2` and so on in the place of its question marks."""
    numbers = count(1)
    return _MARK.sub(lambda _: f"${next(numbers)}", statement)


def as_sets(batch: Batch) -> Iterator[Query]:
    """Statements that do it for all rows, as if it had been done for one after the other."""
    write, rows = batch
    key = _key_of(write.statement)
    if _is_overwriting(write.statement):
        rows = list({tuple(row[place] for place in key): row for row in rows}.values())
    for some in _rounds(key, rows):
        if len(some) == 1:
            yield numbered(write.statement), some[0]
        else:
            types, arrays = _arrays(some)
            yield _for_many(write.statement, types), arrays


def selection_of(rows: RowSet, keys: Collection[Key]) -> Query:
    """What finds the rows of all those keys."""
    types, arrays = _arrays(keys)
    return _select_many(rows, types), arrays


def arrays_of(rows: RowSet, keys: Collection[Key]) -> Query:
    """What gives the same as one value: of each column an array, none of which is there for no rows."""
    statement, values = selection_of(rows, keys)
    return _as_arrays(statement, rows.width + len(rows.columns)), values


def together(queries: Sequence[Query]) -> Query:
    """One statement that answers all of them in a row; each gives one value."""
    return _joined(_answering, queries)


def at_once(queries: Sequence[Query]) -> Query:
    """One statement that changes all of their tables, of which none is changed by two of them, nor read by another."""
    return _joined(_changing, queries) if len(queries) > 1 else queries[0]


def _joined(join: Callable[[tuple[str, ...], tuple[int, ...]], str], queries: Sequence[Query]) -> Query:
    counts = tuple(len(values) for _, values in queries)
    return join(tuple(statement for statement, _ in queries), counts), [each for _, some in queries for each in some]


@lru_cache(maxsize=1024)
def _answering(statements: tuple[str, ...], counts: tuple[int, ...]) -> str:
    return f"SELECT {', '.join(f'({each})' for each in _renumbered(statements, counts))}"


@lru_cache(maxsize=1024)
def _changing(statements: tuple[str, ...], counts: tuple[int, ...]) -> str:
    *first, last = _renumbered(statements, counts)
    return f"WITH {', '.join(f'w{place} AS ({each})' for place, each in enumerate(first))} {last}"


def _renumbered(statements: tuple[str, ...], counts: tuple[int, ...]) -> Iterator[str]:
    """Their marks as those of one statement."""
    before = 0
    for statement, number in zip(statements, counts, strict=True):
        yield _NUMBER.sub(partial(_raised, before), statement)
        before += number


def _raised(by: int, mark: re.Match[str]) -> str:
    return f"${by + int(mark[1])}"


@lru_cache(maxsize=256)
def _as_arrays(statement: str, columns: int) -> str:
    names = [f"c{place}" for place in range(columns)]
    arrays = ", ".join(f"array_agg({name})" for name in names)
    return f"SELECT ROW({arrays}) FROM ({statement}) AS found({', '.join(names)})"  # noqa: S608 - of ours


@lru_cache(maxsize=256)
def _select_many(rows: RowSet, types: Types) -> str:
    columns = ", ".join((*rows.by, *rows.columns))
    found = [f"{column} = v{place}" for place, column in enumerate(rows.by, start=1)]
    if rows.most:
        return _select_pages(rows, types, found)
    source = f"{_given(types)} JOIN {rows.table} ON {' AND '.join(found)}"
    if len(rows.by) == 1:
        source = f"{rows.table} WHERE {rows.by[0]} = ANY($1::{types[0]}[])"
    scope = f" {'AND' if len(rows.by) == 1 else 'WHERE'} {rows.where}" if rows.where else ""
    order = f" ORDER BY {rows.order}" if rows.order else ""
    return f"SELECT {columns} FROM {source}{scope}{order}"  # noqa: S608 - of ours


def _select_pages(rows: RowSet, types: Types, found: list[str]) -> str:
    passed = f"v{rows.width}"
    scope = " AND ".join([*found, rows.where] if rows.where else found)
    some = f"SELECT * FROM {rows.table} WHERE {scope} ORDER BY {rows.order} LIMIT {rows.most} OFFSET {passed}"  # noqa: S608
    columns = ", ".join((*rows.by, passed, *rows.columns))
    return f"SELECT {columns} FROM {_given(types)} CROSS JOIN LATERAL ({some}) AS page ORDER BY {rows.order}"  # noqa: S608


@lru_cache(maxsize=1024)
def _for_many(statement: str, types: Types) -> str:
    values = iter([f"v{place}" if kind else "NULL" for place, kind in enumerate(types, start=1)])
    filled = _MARK.sub(lambda _: next(values), statement)
    given = _given(types)
    if statement.startswith("INSERT"):
        return _VALUES.sub(lambda found: f"SELECT {found[1]} FROM {given}", filled, count=1)  # noqa: S608
    word = "FROM" if statement.startswith("UPDATE") else "USING"
    return filled.replace(" WHERE ", f" {word} {given} WHERE ", 1)


def _given(types: Types) -> str:
    places = [place for place, kind in enumerate(types, start=1) if kind]
    arrays = ", ".join(f"${number}::{types[place - 1]}[]" for number, place in enumerate(places, start=1))
    return f"unnest({arrays}) AS given({', '.join(f'v{place}' for place in places)})"


def _arrays(rows: Collection[Sequence[Any]]) -> tuple[Types, list[list[Any]]]:
    """The columns of some rows, each with its type; none for one that holds nothing."""
    columns = list(zip(*rows, strict=True))
    types = tuple(_type_of(next((value for value in column if value is not None), None)) for column in columns)
    return types, [_plain(kind, column) for kind, column in zip(types, columns, strict=True) if kind]


def _type_of(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "boolean"
        case int():
            return "bigint"
        case bytes():
            return "bytea"
        case str():
            return "text"
    raise TypeError(f"no column holds {type(value).__name__}")


def _plain(kind: str, column: Sequence[Any]) -> list[Any]:
    """A word of a closed set is a text to the driver, beside other texts."""
    return [None if value is None else str(value) for value in column] if kind == "text" else list(column)


@lru_cache(maxsize=256)
def _key_of(statement: str) -> Places:
    """Which of its values say what row it changes; none where it only adds."""
    if statement.startswith("INSERT"):
        columns, conflict = _COLUMNS.match(statement), _CONFLICT.search(statement)
        names = columns[1].split(", ") if columns else []
        return tuple(names.index(name) for name in conflict[1].split(", ")) if conflict else ()
    before = statement[: statement.index(" WHERE ")].count("?")
    return tuple(range(before, statement.count("?")))


@lru_cache(maxsize=256)
def _is_overwriting(statement: str) -> bool:
    """Whether nothing is left of a row that is there, so that of several only the last one matters."""
    columns, sets = _COLUMNS.match(statement), statement.partition(" DO UPDATE SET ")[2]
    names = set(columns[1].split(", ")) if columns else set()
    key = _CONFLICT.search(statement)
    overwritten = {f"{name} = excluded.{name}" for name in names - set(key[1].split(", ") if key else ())}
    return bool(sets) and set(sets.split(", ")) == overwritten


def _rounds(key: Places, rows: list[Sequence[Any]]) -> list[list[Sequence[Any]]]:
    """One statement changes a row once: what is to be changed again comes in the next one."""
    if not key:
        return [rows]
    rounds: list[list[Sequence[Any]]] = []
    times: dict[tuple[Any, ...], int] = {}
    for row in rows:
        place = tuple(row[each] for each in key)
        turn = times[place] = times.get(place, -1) + 1
        if turn == len(rounds):
            rounds.append([])
        rounds[turn].append(row)
    return rounds
