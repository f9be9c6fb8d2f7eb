"""Where in the conversation a text is read, and how each place hears it. Never what a text says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from conversations.choice import TYPED_ALWAYS, Choice
from conversations.intents.intent import Intent, Reply, Topic


class Stage(StrEnum):
    """What is being asked for, or what a customer at rest has."""

    CONSENT = "consent"
    NUMBER = "number"
    NETWORK = "network"
    CODE = "code"
    BUSY = "busy"  # the provider is being waited for
    CHOOSING = "choosing"  # which line
    CONFIRMING = "confirming"  # whether to end it
    LINKED = "linked"  # at rest, with a line
    RESUMING = "resume"  # at rest, with something to go on with
    ENDED = "ended"  # at rest, with nothing


@dataclass(frozen=True, slots=True)
class Hearing:
    """What stands for what at a stage, and what is too little there: it is answered by what to say instead."""

    instead: Mapping[Intent, Intent] = field(default_factory=dict)
    too_little: Mapping[Intent, tuple[Intent, ...]] = field(default_factory=dict)


BOTH_NETWORKS: tuple[Intent, ...] = (Choice.MTN, Choice.AIRTEL)

HEARINGS: dict[Stage, Hearing] = {
    Stage.CONSENT: Hearing(
        {Reply.YES: Choice.AGREE, Reply.NO: Choice.DECLINE, Reply.LATER: Choice.DECLINE},
        {Reply.OK: (Choice.AGREE,)},
    ),
    Stage.NUMBER: Hearing(),
    Stage.NETWORK: Hearing(too_little={Reply.YES: BOTH_NETWORKS, Reply.OK: BOTH_NETWORKS}),
    Stage.CODE: Hearing(),
    Stage.BUSY: Hearing(),
    Stage.CHOOSING: Hearing(),
    Stage.CONFIRMING: Hearing(
        {Reply.YES: Choice.CONFIRM, Reply.NO: Choice.KEEP, Reply.LATER: Choice.KEEP, Choice.CANCEL: Choice.KEEP},
        {Reply.OK: (Choice.CONFIRM,)},
    ),
    Stage.LINKED: Hearing({Choice.CANCEL: Choice.UNLINK}),
    Stage.RESUMING: Hearing(
        {
            Reply.YES: Choice.RESUME,
            Reply.OK: Choice.RESUME,
            Reply.NO: Choice.DECLINE,
            Choice.CANCEL: Choice.DECLINE,
        }
    ),
    Stage.ENDED: Hearing({Choice.CANCEL: Reply.OPT_OUT}),
}

QUESTIONS: tuple[Intent, ...] = (*Topic, Choice.PROOF, Choice.PRIVACY)
_EVERYWHERE: tuple[Intent, ...] = (*QUESTIONS, *sorted(TYPED_ALWAYS), *Reply)
# A greeting is no wish to begin, whatever a button's words say, and "not now" is no "never".
_FIRST: frozenset[Intent] = frozenset({Reply.GREETING, Reply.THANKS, Reply.LATER})


@lru_cache(maxsize=4096)
def counting_here(meant: frozenset[Intent], at: Stage, offered: tuple[Choice, ...]) -> Intent | None:
    """The one thing that is meant here: too little for a promise, an offered answer, or what counts everywhere."""
    hearing = HEARINGS[at]
    for little in hearing.too_little:
        if little in meant:
            return little
    possible = {hearing.instead.get(intent, intent) for intent in meant & _FIRST or meant}
    return next((intent for intent in _in_order(hearing, offered) if intent in possible), None)


def _in_order(hearing: Hearing, offered: tuple[Choice, ...]) -> Iterator[Intent]:
    yield from offered
    yield from hearing.instead.values()
    yield from _EVERYWHERE
