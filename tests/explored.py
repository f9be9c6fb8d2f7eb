"""Every event at every step, and what comes of it. Never what should come of it."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from conversations.customer.events import ButtonTapped, Event, TextReceived
from conversations.customer.turn import Turn
from conversations.intents.given import Given, TextHeard
from conversations.line_events import LineEnded, NarrowedElsewhere
from conversations.session import Session
from tests.happenings import customer_events, house_events, provider_events
from tests.records import ConsentsOnRecord
from tests.scenes import NOON, RULES, STEPS, circumstances, special_sessions

Scene = tuple[Session, Event, Turn]
IN_TURN: tuple[type[Event], ...] = (TextReceived, TextHeard, ButtonTapped, LineEnded, NarrowedElsewhere)
if "EVERY_VENUE" in os.environ:
    IN_TURN = ()


def meetings() -> Iterator[tuple[Session, Event]]:
    """Every step with every event: what pays is that each choice, answer and moment meets each circumstance of a step.

    Words and taps, which are most of the events, are read as choices before that, and how is tried by itself
    (`test_understanding`); what another chat does is told in many ways. Each of these meets one circumstance of every
    kind of step in turn, and a third of what only some steps can be in; with `EVERY_VENUE=1` all of them. What a text
    gives meets all: a number leads on in some circumstances only, and whose turn it is depends on how many other
    events there are, a language's among them.
    """
    for place, (_, alike) in enumerate(groupby(STEPS, type)):
        standing = [session for at in alike for session in circumstances(at)]
        met = [[(session, event) for event in events_for(session)] for session in standing]
        for turn, pairs in enumerate(zip(*met, strict=True)):
            yield from (pairs[(place + turn) % len(pairs)],) if takes_turns(pairs[0][1]) else pairs
    for place, session in enumerate(special_sessions()):
        for turn, event in enumerate(events_for(session)):
            if not takes_turns(event) or (place + turn) % 3 == 0:
                yield session, event


def takes_turns(event: Event) -> bool:
    return isinstance(event, IN_TURN) and not (isinstance(event, TextHeard) and isinstance(event.heard, Given))


def events_for(session: Session) -> Iterator[Event]:
    yield from customer_events(session.dialog.prompt)
    yield from provider_events(session.attempt)
    yield from chain.from_iterable(few_of_each_class(provider_events(session.attempt + 1)))
    yield from house_events()


def few_of_each_class(events: Iterable[Event]) -> list[list[Event]]:
    """Three events, the first and the last among them."""
    seen: dict[type, list[Event]] = {}
    for event in events:
        seen.setdefault(type(event), []).append(event)
    return [list({id(each): each for each in (*kept[:2], kept[-1])}.values()) for kept in seen.values()]


def find_every_scene() -> list[Scene]:
    return [
        (session, event, ConsentsOnRecord(session).step(session, event, NOON, RULES)) for session, event in meetings()
    ]
