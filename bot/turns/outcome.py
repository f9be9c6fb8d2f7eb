"""What a committed turn leaves to be done, and what is told of it. Never how it was decided."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from bot.outbox.clearings import Cleared
from bot.ports import HeardInbound
from conversations.contact import Contact
from conversations.customer.events import Event
from conversations.customer.turn import Turn
from conversations.discretion import Discreet, Hidden
from conversations.effects import Immediate
from conversations.session import Session
from storage.outbox import OutboxMessage


class Passage(Struct, frozen=True):
    """What happened to a customer's session, and what became of that."""

    event: Event
    before: Session
    turn: Turn


class TurnOutcome(Discreet, frozen=True):
    """What a committed turn leaves to be done. `repeated` deliveries leave nothing."""

    contact: Contact | None = None
    messages: tuple[OutboxMessage, ...] = ()
    immediate: tuple[Immediate, ...] = ()
    repeated: bool = False
    limit: str = ""  # the name of the limit that kept a wish from being carried out
    typed_code: bool = False  # an agent typed what looks like a customer's one-time password
    join_refused: bool = False  # somebody wanted to become an agent, and may not
    toast: str = ""  # a word to be shown on the tap, where the channel can
    passage: Hidden[Passage | None] = None  # None for an agent's
    told: tuple["TurnOutcome", ...] = ()  # the turns of other chats that it led to, on disk with it
    cleared: Cleared | None = None  # what waited for them before, and is not wanted any more
    heard: HeardInbound | None = None  # what the channel made of the delivery, where it had to ask the disk for that

    @property
    def turn(self) -> Turn | None:
        return self.passage.turn if self.passage else None

    def turns(self) -> Iterator["TurnOutcome"]:
        """It, and all that it led to."""
        yield self
        yield from self.turns_told()

    def turns_told(self) -> Iterator["TurnOutcome"]:
        """The turns of other chats that it led to, and those that these led to."""
        for other in self.told:
            yield other
            yield from other.turns_told()


def messages_of(turns: Iterable[TurnOutcome]) -> tuple[OutboxMessage, ...]:
    """All that turns leave to be sent, in their order."""
    return tuple(message for turn in turns for message in turn.messages)


# What counts and logs the turns that were taken inside other work, all in `told`, and has all done that they leave.
FollowUp = Callable[[TurnOutcome], None]
