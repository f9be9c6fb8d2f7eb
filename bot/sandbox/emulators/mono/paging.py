"""Which movements a caller asks for, and the page they come on (docs/telco-transactions); never their JSON."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.sandbox.emulators.mono.refusals import MonoRefusal
from bot.sandbox.emulators.mono.statement import StatementEntry

USUAL_LIMIT = 20  # ours: Mono's default and maximum are unknown
MOST_A_PAGE = 100  # ours


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One page out of `total` entries; `number` counts from 1."""

    entries: list[StatementEntry]
    number: int
    total: int
    is_last: bool

    def place(self, link: str) -> dict[str, object]:
        """`paging` in v1, `meta` in v2; `link` is what the neighbours' numbers are added to."""
        return {
            "total": self.total,
            "page": self.number,
            "previous": f"{link}{self.number - 1}" if self.number > 1 else None,
            "next": None if self.is_last else f"{link}{self.number + 1}",
        }


def turn_to(entries: Iterable[StatementEntry], query: Mapping[str, str]) -> StatementPage:
    """What `query` asks for. Raises `Refused` for a parameter that makes no sense; unknown ones are passed over."""
    found = _narrow(entries, query)
    number, limit = _count(query, "page", 1), min(_count(query, "limit", USUAL_LIMIT), MOST_A_PAGE)
    if _one_of(query, "paginate", ("true", "false")) == "false":
        return StatementPage(found, 1, len(found), is_last=True)
    return StatementPage(found[(number - 1) * limit : number * limit], number, len(found), number * limit >= len(found))


def _narrow(entries: Iterable[StatementEntry], query: Mapping[str, str]) -> list[StatementEntry]:
    kind = _one_of(query, "type", ("credit", "debit"))
    words = query.get("narration", "").casefold()
    start, end = _day(query, "start"), _day(query, "end")
    return [
        entry
        for entry in entries
        if kind in {None, entry.movement.type}
        and words in entry.movement.narration.casefold()
        and (start is None or start <= entry.movement.at)
        and (end is None or entry.movement.at < end + timedelta(days=1))
    ]


def _one_of(query: Mapping[str, str], name: str, words: tuple[str, ...]) -> str | None:
    word = query.get(name)
    if word is not None and word not in words:
        raise _wrong(name)
    return word


def _day(query: Mapping[str, str], name: str) -> datetime | None:
    """`DD-MM-YYYY` (seen in code), both days included; in UTC, as dates in answers are (ours)."""
    if name not in query:
        return None
    try:
        return datetime.strptime(query[name], "%d-%m-%Y").replace(tzinfo=UTC)
    except ValueError:
        raise _wrong(name) from None


def _count(query: Mapping[str, str], name: str, otherwise: int) -> int:
    text = query.get(name, str(otherwise))
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise _wrong(name)
    return int(text)


def _wrong(name: str) -> MonoRefusal:
    return MonoRefusal(400, f"Invalid {name} query parameter")
