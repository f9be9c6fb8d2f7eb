"""The meaning of a sentence where it is said: surely meant, to be asked back, or none. Never what follows from it.

What cannot be undone is never guessed: a consent or an ending counts only when the whole text says it and nothing else;
found in a sentence it is asked back. Everything else counts inside a sentence too, unless it is denied there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from functools import cache
from types import MappingProxyType

from conversations.choice import TYPED_ALWAYS, Choice
from conversations.intents.intent import Intent, Reply, Topic
from conversations.intents.phrases import Phrase, longest, phrases_in
from conversations.intents.words import Words, listed, squeezed, words_in


class Stage(StrEnum):
    """Where in the conversation a text is read."""

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


class Why(Enum):
    """Why something is asked back."""

    NOT_SAID = auto()  # "ok" is not "I agree"
    IN_PASSING = auto()  # it stands in a sentence that says more, or asks
    SEVERAL = auto()  # two things were meant


@dataclass(frozen=True, slots=True)
class Meant:
    """Surely meant: it may be done."""

    intent: Intent


@dataclass(frozen=True, slots=True)
class AskBack:
    """Perhaps meant: to be asked, or to be told what to type."""

    intents: tuple[Intent, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Nothing that counts here."""


Meaning = Meant | AskBack | NotUnderstood


@dataclass(frozen=True, slots=True)
class Hearing:
    """How a stage hears: what stands for what, what is too little, and what counts although no button shows it."""

    instead: Mapping[Intent, Intent] = field(default_factory=lambda: MappingProxyType({}))
    too_little: Mapping[Intent, tuple[Intent, ...]] = field(default_factory=lambda: MappingProxyType({}))


_BOTH_NETWORKS = (Choice.MTN, Choice.AIRTEL)
HEARINGS: dict[Stage, Hearing] = {
    Stage.CONSENT: Hearing(
        {Reply.YES: Choice.AGREE, Reply.NO: Choice.DECLINE, Reply.LATER: Choice.DECLINE},
        {Reply.OK: (Choice.AGREE,)},
    ),
    Stage.NETWORK: Hearing({}, {Reply.YES: _BOTH_NETWORKS, Reply.OK: _BOTH_NETWORKS}),
    Stage.CONFIRMING: Hearing(
        {
            Reply.YES: Choice.CONFIRM,
            Reply.NO: Choice.KEEP,
            Reply.LATER: Choice.KEEP,
            Choice.CANCEL: Choice.KEEP,
        },
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
_PLAIN_HEARING = Hearing()

# Counts only when the whole text says it.
GUARDED = frozenset({Choice.AGREE, Choice.CONFIRM, Choice.DECLINE, Choice.CANCEL, Reply.OPT_OUT})
# What a denial before it turns into its opposite.
_DENIABLE = GUARDED - {Choice.DECLINE} | {Choice.UNLINK, Choice.DELETE, Choice.RESUME, Choice.BEGIN}
# Irreversible, so that a question never says it.
PROMISES = frozenset({Choice.AGREE, Choice.CONFIRM})
_QUESTIONS: tuple[Intent, ...] = (*Topic, Choice.PROOF, Choice.PRIVACY)
_HEARD_EVERYWHERE: tuple[Intent, ...] = (*_QUESTIONS, *sorted(TYPED_ALWAYS), *Reply)
# A greeting is no wish to begin, whatever a button's words say, and "not now" is no "never".
_FIRST: frozenset[Intent] = frozenset({Reply.GREETING, Reply.THANKS, Reply.LATER})
_NEGATION_REACHES = 5  # words, within its clause


def meaning_of(text: str, at: Stage, offered: Sequence[Choice] = ()) -> Meaning:
    """What `text` means at a stage that offers these answers."""
    said = words_in(text)
    if not said.words:
        return Meant(Choice.HELP) if said.asks else NotUnderstood()
    found = phrases_in(said)
    phrases = longest(found)
    whole = _is_whole(said, phrases)
    if not whole:
        phrases = longest(phrase for phrase in found if phrase.within)
    asserted = [phrase for phrase in phrases if not _is_denied(said, phrase)]
    if whole and len(asserted) < len(phrases):
        return NotUnderstood()
    heard = [intent for phrase in asserted if (intent := _heard(phrase, at, offered, whole=whole))]
    promised = all(phrase.alone or not phrase.within & PROMISES for phrase in asserted)
    return _weighed(heard, at, sure=whole and promised and not said.asks)


def _heard(phrase: Phrase, at: Stage, offered: Sequence[Choice], *, whole: bool) -> Intent | None:
    """The one thing that a phrase means here: too little for a promise, an offered answer, or what counts everywhere."""
    hearing = HEARINGS.get(at, _PLAIN_HEARING)
    meant = phrase.intents if whole else phrase.within
    for little in hearing.too_little:
        if little in meant:
            return little
    possible = {hearing.instead.get(intent, intent) for intent in meant & _FIRST or meant}
    counts = (*offered, *hearing.instead.values(), *_HEARD_EVERYWHERE)
    return next((intent for intent in counts if intent in possible), None)


# Weighing what was heard


def _weighed(heard: list[Intent], at: Stage, *, sure: bool) -> Meaning:
    """Who fears for the code is heard first; then what is to be done, a question, a wish for help, a courtesy."""
    heard = list(dict.fromkeys(heard))
    if Topic.CODE_ASKED in heard:
        return Meant(Topic.CODE_ASKED)
    free = [
        intent for intent in heard if isinstance(intent, Choice) and intent not in {*GUARDED, *_QUESTIONS, Choice.HELP}
    ]
    guarded = [intent for intent in heard if intent in GUARDED]
    questions = [intent for intent in heard if intent in _QUESTIONS]
    if free or (guarded and not questions):
        return _to_do(free, guarded, sure=sure)
    rest = (*questions, *(intent for intent in heard if intent is Choice.HELP), *heard)
    return _said_between_people(rest, at)


def _to_do(free: list[Intent], guarded: list[Intent], *, sure: bool) -> Meaning:
    several = (*free, *(intent for intent in guarded if not free or intent not in PROMISES))
    if len(several) > 1:
        return AskBack(several[:2], Why.SEVERAL)
    (only,) = several
    if only in PROMISES and not sure:
        return AskBack(several, Why.IN_PASSING)
    return Meant(only) if sure or only not in GUARDED else AskBack(several, Why.IN_PASSING)


def _said_between_people(rest: Sequence[Intent], at: Stage) -> Meaning:
    if not rest:
        return NotUnderstood()
    replies = [intent for intent in rest if intent is not Reply.GREETING] or list(rest)
    too_little = HEARINGS.get(at, _PLAIN_HEARING).too_little
    if asked := too_little.get(replies[0]):
        return AskBack(asked, Why.NOT_SAID)
    return Meant(replies[0])


# What stands around a phrase


def _is_whole(said: Words, phrases: Sequence[Phrase]) -> bool:
    """Whether the text says these phrases and nothing else."""
    covered = {place for phrase in phrases for place in range(phrase.start, phrase.end)}
    return all(place in covered or word in _around() for place, word in enumerate(said.words))


def _is_denied(said: Words, phrase: Phrase) -> bool:
    """Whether a "not" stands before it in its clause: "don't stop", "no cancel am"."""
    if not phrase.intents & _DENIABLE:
        return False
    clause = said.clauses[phrase.start]
    before = range(max(0, phrase.start - _NEGATION_REACHES), phrase.start)
    return any(said.words[place] in _negations() and said.clauses[place] == clause for place in before)


@cache
def _around() -> frozenset[str]:
    return frozenset(map(squeezed, listed("heard-around")))


@cache
def _negations() -> frozenset[str]:
    return frozenset(map(squeezed, listed("heard-negations")))
