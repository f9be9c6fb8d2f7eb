"""How far the clock is wound for each mark that the page names: to the warning, past the end. Never the winding."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.turns.outcome import TurnOutcome
from conversations.customer.turn import Turn

AFTER = timedelta(seconds=1)
PLAIN = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}


class NotNow(Exception):  # noqa: N818 - a noun from the catcher's side
    """There is nothing to be wound to, or nothing to be done, as things are."""


def span_to(mark: str, newest: TurnOutcome | None, now: datetime) -> timedelta:
    """From now to the mark of who had this newest turn. Raises `NotNow`, LookupError for a mark that there is not."""
    if mark in PLAIN:
        return PLAIN[mark]
    find = MARKS[mark]
    due = find(newest.turn) if newest and newest.turn else None
    if due is None or due <= now:
        raise NotNow("Nothing of that is ahead just now: first let a line be linked, or be on its way.")
    return due - now + AFTER


def _warning(turn: Turn) -> datetime | None:
    end = turn.session.expires_at
    return end and end - turn.rules.warning


def _end(turn: Turn) -> datetime | None:
    return turn.session.expires_at


def _end_of_consent(turn: Turn) -> datetime | None:
    return min((end[0] for line in turn.session.lines if (end := line.end)), default=None)


MARKS: dict[str, Callable[[Turn], datetime | None]] = {
    "warning": _warning,
    "end": _end,
    "consent": _end_of_consent,
}


def in_words(span: timedelta) -> str:
    """`412 seconds`, as a script has it; whole minutes and days as such."""
    seconds = int(span.total_seconds())
    for size, name in ((86_400, "day"), (3600, "hour"), (60, "minute")):
        if seconds % size == 0:
            return f"{seconds // size} {name}s"
    return f"{seconds} seconds"
