"""The states of a lane, which keeps the order of what goes to one recipient (an ordering key).

    EMPTY ───── sent ─────► CARRYING ──── not due yet ────► RESTING
      ▲                      │ ▲  ▲                            │
      │                      │ │  └─────── its date came ──────┘
      └─── last one left ────┤ │
                             │ └──────── go on ─────────── STOPPED
                             └── cannot be noted, a defect ────▲

EMPTY     Nothing of it is here; such a lane is not kept.
CARRYING  Its first message is being tried, or what became of it is being noted. What is settled, given up or held
          leaves the lane, and the next one is tried; what is postponed stays the first.
RESTING   The date of its first message has not come. Those behind it wait too, for they may not overtake it.
STOPPED   The disk could not be told. It keeps its messages, in order, until it is tried again, some seconds later.

What was cleared (`clearings`) is let go of when it comes to be the first, at once where the lane rests. What is being
tried just then may arrive, and is not tried again.

In theory this machine has an end for each message, and its lane is the machine of what stands first in it. In
practice nobody asks for the state of one message but the outbox's rows (storage/outbox.py), which outlive the
process; a lane is only what this process knows of them. So the end of the process has no state here: whatever the
lane was doing is cut off, and the rows tell the next one where to go on. What is sent while a lane is not EMPTY joins
it and moves nothing.
"""

from collections import deque
from collections.abc import Mapping
from enum import Enum

from storage.outbox import OutboxMessage


class LaneState(Enum):
    """Where a lane is."""

    EMPTY = "empty"
    CARRYING = "carrying"
    RESTING = "resting"
    STOPPED = "stopped"


MOVES: Mapping[LaneState, frozenset[LaneState]] = {
    LaneState.EMPTY: frozenset({LaneState.CARRYING}),
    LaneState.CARRYING: frozenset({LaneState.EMPTY, LaneState.RESTING, LaneState.STOPPED}),
    LaneState.RESTING: frozenset({LaneState.CARRYING}),
    LaneState.STOPPED: frozenset({LaneState.CARRYING}),
}


class Lane:
    """The messages of one lane, in their order."""

    def __init__(self, key: bytes) -> None:
        self.key = key
        self.messages: deque[OutboxMessage] = deque()
        self.state = LaneState.EMPTY

    @property
    def first(self) -> OutboxMessage:
        return self.messages[0]

    def move(self, state: LaneState) -> None:
        """Along an arrow of the drawing, and no other way."""
        if state not in MOVES[self.state]:
            raise RuntimeError(f"a lane that is {self.state.value} cannot become {state.value}")
        self.state = state

    def insert(self, message: OutboxMessage) -> None:
        """By number: turns commit in order, but what follows them may be told out of it. The first stays the first."""
        place = len(self.messages)
        while place > 1 and self.messages[place - 1].number > message.number:
            place -= 1
        self.messages.insert(place, message)

    def put_first(self, message: OutboxMessage) -> None:
        """It goes before those that came earlier."""
        self.messages.remove(message)
        self.messages.appendleft(message)

    def replace_first(self, message: OutboxMessage) -> None:
        self.messages[0] = message

    def remove(self, message: OutboxMessage) -> None:
        self.messages.remove(message)
