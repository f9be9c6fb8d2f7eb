"""What the business's system was told, from a file with the bodies of the events that it took. Never what follows."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from bot.errors import TelcolinkError


class NoEvents(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """A file holds no event, so that nothing can be concluded from it."""


class Told(NamedTuple):
    """What it was told of one account."""

    kind: str
    account: str
    receipt: str
    at: datetime
    scopes: tuple[str, ...] = ()  # that may be read under the receipt


class ToldEvents(NamedTuple):
    """Those of a file, and the numbers of the lines that are none."""

    told: tuple[Told, ...] = ()
    strange: tuple[int, ...] = ()


def read_told(path: Path) -> ToldEvents:
    """A body on a line. Events that are of no account tell nothing. Raises `NoEvents`, `OSError`."""
    told: list[Told] = []
    strange: list[int] = []
    events = 0
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                event = json.loads(line)
                data, at = event["data"], datetime.fromisoformat(event["timestamp"])
                if data.get("account_id"):
                    at = at if at.tzinfo else at.replace(tzinfo=UTC)  # as it was posted
                    account, receipt = str(data["account_id"]), str(data.get("consent_id"))
                    told.append(Told(event["type"], account, receipt, at, _scopes_in(data)))
                events += 1
            except (ValueError, KeyError, TypeError, AttributeError):
                strange.append(number)
    if not events:
        raise NoEvents(f"{path} holds no event. It must have the bodies of those that your system took, one on a line.")
    return ToldEvents(tuple(told), tuple(strange))


def _scopes_in(data: dict[str, Any]) -> tuple[str, ...]:
    """Empty where an event is of before they could be chosen."""
    return tuple(map(str, data.get("scopes") or ()))
