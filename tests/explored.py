"""What comes of every event at every step, found once for all who look at it. Never what should come of it."""

from functools import cache

from conversations.events import Event
from conversations.session import Session
from conversations.turn import Turn
from tests.happenings import meetings
from tests.records import ConsentsOnRecord
from tests.scenes import NOON, RULES

Scene = tuple[Session, Event, Turn]


@cache
def every_scene() -> list[Scene]:
    return [
        (session, event, ConsentsOnRecord(session).step(session, event, NOON, RULES)) for session, event in meetings()
    ]
