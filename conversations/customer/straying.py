"""Numbers that are typed where an agent's link is for another: how many are compared with it. Never which it is for.

Whoever a link was sent on to reads seven of its eleven digits. Could they try as many as they like for the others,
the link would tell them whose line it is for.
"""

from datetime import datetime, timedelta

from conversations.changing import replace
from conversations.customer.turn import Turn
from conversations.session import Session

MOST = 3  # slips of the finger, and another line that somebody would rather link
WITHIN = timedelta(hours=24)  # as long as a link lives


def is_taken(turn: Turn) -> bool:
    """Whether a typed number is still compared with that of the link. The chat is counted, for a link has but one."""
    return len(_recent(turn.session, turn.now)) < MOST


def strayed(turn: Turn) -> Turn:
    """One more that the link is not for."""
    return turn.with_session(replace(turn.session, strays=(*_recent(turn.session, turn.now), turn.now)))


def _recent(session: Session, now: datetime) -> tuple[datetime, ...]:
    return tuple(at for at in session.strays if at > now - WITHIN)
