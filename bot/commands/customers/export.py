"""All that is held of one person, as they may ask for it: readable, and as JSON. Never of others, agents included."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.commands.customers.acting import Operator
from conversations.link import Link
from conversations.session import LinkedLine, Session
from storage.chats import Chat
from storage.codec import encode
from storage.consents import Evidence
from storage.customers import Customer, Holdings, gather

_OF_OTHERS = ("enrolled_by", "served_by")  # who the agent is
_NOT_LISTED = (
    "Not in this list, for it can be found by nobody's name or number: how often something was asked for (2 days),"
    " the ids of messages that were taken in, and what could not be read (30 days)."
)


def write_export(operator: Operator, found: Sequence[Customer], folder: Path) -> list[Path]:
    """The files, new ones that only their owner can read. Raises storage's errors and `OSError`."""
    settings, now = operator.settings, operator.clock.now()
    with operator.look() as (tx, store):
        chats = [lay_open(gather(tx, store, customer)) for customer in found]
    held = {"held_by": settings.business_name, "as_of": now.isoformat(), "chats": chats, "not_listed": _NOT_LISTED}
    name = f"customer-{now:%Y%m%dT%H%M%S}"
    texts = {"json": json.dumps(held, indent=2, ensure_ascii=False) + "\n", "txt": "\n".join(_lines(held)) + "\n"}
    return [_write(folder / f"{name}.{ending}", text) for ending, text in texts.items()]


def lay_open(held: Holdings) -> dict[str, Any]:
    """One chat's, under names that can be read; what a later release keeps of a line or an agreement is in it too."""
    customer, session = held.customer, held.session
    return {
        "chat": {"channel": customer.contact.channel, "address": customer.contact.address},
        "lines": [_plain(line, LinkedLine) for line in customer.lines],
        "agreements": [_plain(each, Evidence) for each in customer.evidence],
        "conversation": _conversation(session) if session else None,
        "reached_by": _plain(held.chat, Chat) if held.chat else None,
        "links": [_without_others(_plain(link, Link)) for link in held.links],
        "messages_to_be_sent": held.waiting,
    }


def _conversation(session: Session) -> dict[str, Any]:
    """Where it stands and what is remembered. What a step holds beyond that is gone within ten minutes."""
    whole = _plain(session, Session)
    kept = ("language", "expires_at", "memory", "own_number")
    return {"step": type(session.step).__name__, **{name: whole[name] for name in kept}}


def _plain(value: Any, kind: type) -> dict[str, Any]:
    """As it stands on the disk, unsealed."""
    plain: dict[str, Any] = json.loads(encode(value, kind))
    return plain


def _without_others(link: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in link.items() if name not in _OF_OTHERS}


def _lines(value: Any, name: str = "", depth: int = 0) -> Iterator[str]:
    """A tree as indented lines, an empty branch as a dash."""
    label = f"{'  ' * depth}{name.replace('_', ' ')}"
    match value:
        case dict() if value:
            yield from [f"{label}:"] if name else []
            for key, inner in value.items():
                yield from _lines(inner, key, depth + bool(name))
        case list() if value:
            for number, inner in enumerate(value, start=1):
                yield from _lines(inner, f"{name} {number}", depth)
        case _:
            yield f"{label}: {_word(value)}"


def _word(value: Any) -> str:
    words = {True: "yes", False: "no"}
    return words[value] if isinstance(value, bool) else str(value or "-") if value != 0 else "0"


def _write(path: Path, text: str) -> Path:
    """Never over a file that is there."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return path
