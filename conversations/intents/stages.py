"""Where in the conversation a text is read, and how each place hears it. Never what a text says."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct, field

from conversations.choice import TYPED_ALWAYS, Choice
from conversations.intents.intent import Courtesy, Intent, Topic


class Situation(StrEnum):
    """What is being asked for, or what a customer at rest has."""

    CONSENT = "consent"
    SCOPES = "scopes"  # whether one thing more may be read
    NUMBER = "number"
    NETWORK = "network"
    CODE = "code"
    NEW_CODE = "new-code"  # the last one is used up
    BUSY = "busy"  # the provider is being waited for
    CHOOSING = "choosing"  # which line
    NARROWING = "narrowing"  # what is to be hidden
    CONFIRMING = "confirming"  # whether to end it
    LINKED = "linked"  # at rest, or seeing more of it, with a line
    RESUMING = "resume"  # at rest, with something to go on with
    ENDED = "ended"  # at rest, with nothing


class Hearing(Struct, frozen=True):
    """What stands for what at a stage, and what is too little there: it is answered by what to say instead.

    `politely`: a "no thanks" answers an offer, and is no wish to end anything.
    """

    instead: Mapping[Intent, Intent] = field(default_factory=dict)
    too_little: Mapping[Intent, tuple[Intent, ...]] = field(default_factory=dict)
    politely: bool = False


BOTH_NETWORKS: tuple[Intent, ...] = (Choice.MTN, Choice.AIRTEL)

# Before a line is linked no name of an owner was shown: it is the network's record that is in another's.
_NOT_THEIRS: Mapping[Intent, Intent] = {Choice.NOT_MY_NAME: Topic.OTHERS_LINE}

HEARINGS: dict[Situation, Hearing] = {
    Situation.CONSENT: Hearing(
        {
            Courtesy.YES: Choice.AGREE,
            Courtesy.NO: Choice.DECLINE,
            Courtesy.LATER: Courtesy.LATER,
            Topic.REFUSING: Choice.DECLINE,
            Choice.BACK: Choice.BACK,  # and not "I am back"
            Choice.RESUME: Courtesy.OK,  # whoever wants to go on is told how
            Choice.BEGIN: Courtesy.OK,
        },
        {Courtesy.OK: (Choice.AGREE,)},
    ),
    Situation.SCOPES: Hearing(
        {
            Courtesy.YES: Choice.ALLOW,
            Courtesy.NO: Choice.LEAVE_OUT,
            **dict.fromkeys((Choice.DECLINE, Topic.REFUSING), Choice.DECLINE),
        },
        {Courtesy.OK: (Choice.ALLOW,)},
    ),
    Situation.NUMBER: Hearing(
        {
            Courtesy.NO: Courtesy.NO,  # it ends nothing by itself
            Choice.OWN_NUMBER: Choice.OWN_NUMBER,
            Choice.DECLINE: Choice.CANCEL,
            **_NOT_THEIRS,
        }
    ),
    Situation.NETWORK: Hearing(
        {
            Choice.BACK: Choice.BACK,
            Choice.RESUME: Choice.RESUME,
            Choice.NEW_CODE: Choice.RESUME,
            Choice.OWN_NUMBER: Courtesy.YES,  # "it is my own" answers what stands beside the question
            **_NOT_THEIRS,
        },
        {Courtesy.YES: BOTH_NETWORKS, Courtesy.OK: BOTH_NETWORKS},
    ),
    # none has come, it is wrong, or it is not theirs: no SMS is sent for it
    Situation.CODE: Hearing(
        {Courtesy.NO: Choice.HELP, Topic.NO_CODE: Choice.HELP, Topic.SMS_TO_COME: Choice.HELP, **_NOT_THEIRS}
    ),
    Situation.NEW_CODE: Hearing(
        {
            Choice.BACK: Choice.BACK,
            Choice.RESUME: Choice.NEW_CODE,
            Choice.BEGIN: Choice.CHANGE_NUMBER,
            Topic.NO_CODE: Choice.HELP,
            Topic.SMS_TO_COME: Choice.HELP,
            **_NOT_THEIRS,
        }
    ),
    Situation.BUSY: Hearing({Topic.NO_CODE: Choice.HELP, Topic.SMS_TO_COME: Choice.HELP}),  # it may be under way
    Situation.CHOOSING: Hearing({Courtesy.NO: Choice.BACK, Courtesy.LATER: Choice.BACK}, politely=True),
    Situation.NARROWING: Hearing({Courtesy.NO: Choice.KEEP, Courtesy.LATER: Choice.KEEP}),
    Situation.CONFIRMING: Hearing(
        {
            Courtesy.YES: Choice.CONFIRM,
            Courtesy.NO: Choice.KEEP,
            Courtesy.LATER: Choice.KEEP,
            Choice.CANCEL: Choice.UNLINK,  # a second "stop" never keeps what the first one was to end
        },
        {Courtesy.OK: (Choice.CONFIRM,)},
    ),
    Situation.LINKED: Hearing(
        {
            Choice.CANCEL: Choice.UNLINK,
            Choice.MORE: Choice.MORE,  # also where there is no more
            Choice.RESUME: Choice.RESUME,  # another line, which was begun and not finished
            Topic.OTHERS_LINE: Topic.OTHERS_LINE,  # "not my line" is no wish for another one
            Choice.CHANGE_NUMBER: Choice.LINK_ANOTHER,  # the old one ends by its own word
        },
        politely=True,
    ),
    Situation.RESUMING: Hearing(
        {
            Courtesy.YES: Choice.RESUME,  # and no "fine" or "good": it may send an SMS
            Courtesy.NO: Choice.DECLINE,
            Choice.CANCEL: Choice.DECLINE,
            Choice.CHANGE_NUMBER: Choice.BEGIN,  # the number that is kept is not gone on with
        }
    ),
    # "stop it" may be both: with nothing to cancel it asks for silence, as "cancel" alone never does
    Situation.ENDED: Hearing(
        {Courtesy.YES: Choice.BEGIN, Choice.AGREE: Choice.BEGIN, Courtesy.OPT_OUT: Courtesy.OPT_OUT}
    ),
}

QUESTIONS: tuple[Intent, ...] = (*Topic, Choice.PROOF, Choice.PRIVACY)
_EVERYWHERE: tuple[Intent, ...] = (*QUESTIONS, *sorted(TYPED_ALWAYS), *Courtesy)
# A greeting is no wish to begin, whatever a button's words say, "not now" is no "never", and "ok" asks for no SMS.
_FIRST: frozenset[Intent] = frozenset({Courtesy.GREETING, Courtesy.THANKS, Courtesy.LATER})
_THEN: frozenset[Intent] = frozenset({Courtesy.OK})
_NO_THANKS: frozenset[Intent] = frozenset({Choice.DECLINE, Choice.KEEP})  # "never mind", "leave it"


@lru_cache(maxsize=4096)
def counting_here(meant: frozenset[Intent], at: Situation, offered: tuple[Choice, ...]) -> Intent | None:
    """The one thing that is meant here: too little for a promise, an offered answer, or what counts everywhere."""
    hearing = HEARINGS[at]
    if hearing.politely and meant >= _NO_THANKS:
        return hearing.instead.get(Courtesy.NO, Courtesy.NO)
    for little in hearing.too_little:
        if little in meant:
            return little
    answers = meant.intersection(offered)
    counting = meant & _FIRST or (frozenset() if answers else meant & _THEN) or meant
    possible = {hearing.instead.get(intent, intent) for intent in counting} | (answers & counting)
    return next((intent for intent in _in_order(hearing, offered) if intent in possible), None)


def _in_order(hearing: Hearing, offered: tuple[Choice, ...]) -> Iterator[Intent]:
    yield from offered
    yield from hearing.instead.values()
    yield from _EVERYWHERE
