"""All that is held of one person, as they may ask for it: readable, and as JSON. Never of others, agents included."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.commands.operator import Operator
from storage.customers import Customer, gather
from storage.labels import label_of
from storage.laid_open import NOT_LISTED, as_file, lay_open


def write_export(operator: Operator, found: Sequence[Customer], folder: Path) -> list[Path]:
    """The files, new ones that only their owner can read. Raises storage's errors and `OSError`."""
    settings, now = operator.settings, operator.clock.now()
    with operator.look() as (tx, store):
        chats = [lay_open(gather(tx, store, customer)) for customer in found]
    held = {"held_by": settings.business_name, "as_of": now.isoformat(), "chats": chats}
    name = f"customer-{now:%Y%m%dT%H%M%S}"
    texts = {"json": as_file(held), "txt": "\n".join(_lines({**held, "not_listed": NOT_LISTED})) + "\n"}
    return [_write(folder / f"{name}.{ending}", text) for ending, text in texts.items()]


def _lines(value: Any, name: str = "", label: str = "", depth: int = 0) -> Iterator[str]:
    """A tree as indented lines behind what their names mean, an empty branch as a dash."""
    margin = "  " * depth
    match value:
        case dict() if value:
            yield from [f"{margin}{label}:"] if name else []
            for key, inner in value.items():
                yield from _lines(inner, key, label_of(key, name), depth + bool(name))
        case list() if value:
            for number, inner in enumerate(value, start=1):
                yield from _lines(inner, name, f"{label} {number}", depth)
        case _:
            yield f"{margin}{label}: {_word(value)}"


def _word(value: Any) -> str:
    words = {True: "yes", False: "no"}
    return words[value] if isinstance(value, bool) else str(value or "-") if value != 0 else "0"


def _write(path: Path, text: str) -> Path:
    """Never over a file that is there."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return path
