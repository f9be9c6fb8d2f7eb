"""The meaning of a sentence where it is said: surely meant, to be asked back, or none. Never what follows from it.

What cannot be undone is never guessed: a consent or an ending counts only when the whole text says it and nothing else;
found in a sentence it is asked back. Everything else counts inside a sentence too, unless it is denied there.
"""

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from msgspec import Struct

from conversations.choice import HIDES, Choice
from conversations.intents.intent import Courtesy, Intent, Topic
from conversations.intents.phrases import Phrase, Phrased, fullest, is_guessed, phrased
from conversations.intents.stages import HEARINGS, QUESTIONS, Situation, counting_here
from conversations.intents.words import Words, heard_words


class Why(Enum):
    """Why something is asked back."""

    NOT_SAID = auto()  # "ok" is not "I agree"
    IN_PASSING = auto()  # it stands in a sentence that says more, or asks
    SEVERAL = auto()  # two things were meant


class Meant(Struct, frozen=True):
    """Surely meant: it may be done."""

    intent: Intent


class AskBack(Struct, frozen=True):
    """Perhaps meant: to be asked, or to be told what to type."""

    intents: tuple[Intent, ...]
    why: Why


class NotUnderstood(Struct, frozen=True):
    """Nothing that counts here."""


Meaning = Meant | AskBack | NotUnderstood

# What promises or ends something: it counts only when the whole text says it.
PROMISES: frozenset[Intent] = frozenset({Choice.AGREE, Choice.ALLOW, Choice.CONFIRM})
GUARDED: frozenset[Intent] = PROMISES | {Choice.DECLINE, Choice.LEAVE_OUT, Choice.CANCEL, Courtesy.OPT_OUT}
# What a denial before it turns into its opposite.
_DENIABLE: frozenset[Intent] = GUARDED - {Choice.DECLINE, Choice.LEAVE_OUT} | {
    *(Choice.UNLINK, Choice.DELETE, Choice.RESUME, Choice.BEGIN, Choice.OWN_NUMBER, Topic.OTHERS_LINE),
    *(Choice.CHOOSE, *HIDES),
}
_TORN: frozenset[Intent] = frozenset({Choice.KEEP, Topic.OTHERS_LINE})
_NEGATION_REACHES = 5  # words, within its clause
# What is answered first, where the same text also says to go on.
_BEFORE_GOING_ON: frozenset[Intent] = frozenset({*QUESTIONS, Courtesy.LATER, Courtesy.WAIT, Choice.HELP})
_NODS: frozenset[Intent] = frozenset({Courtesy.GREETING, Courtesy.OK})
_PROMISED: frozenset[Intent] = frozenset({*PROMISES, Choice.RESUME})
# What answers beside a sentence as well: "yes, is it free?"
_ANSWERS: frozenset[Intent] = GUARDED | frozenset(Courtesy)
_LEADING_UP: frozenset[Intent] = frozenset({Courtesy.OK})
_ASSENT: frozenset[Intent] = frozenset({Courtesy.YES, Courtesy.NO, Courtesy.OK})


def meaning_of(text: str, at: Situation, offered: tuple[Choice, ...] = ()) -> Meaning:
    """What `text` means at a stage that offers these answers."""
    return meaning_in(phrased(text), at, offered)


def meaning_in(read: Phrased, at: Situation, offered: tuple[Choice, ...] = ()) -> Meaning:
    """The same of a text that was read already."""
    said = read.said
    if not said.words:
        return Meant(Choice.HELP) if said.asks else NotUnderstood()
    phrases, whole = _counted(read, at, offered)
    courteous = _places_of_ok(phrases)
    asserted = _without_nod([phrase for phrase in phrases if not _is_denied(said, phrase, courteous)])
    denied = [phrase for phrase in phrases if phrase not in asserted]
    if whole and any(Choice.OWN_NUMBER not in phrase.intents for phrase in denied):
        return NotUnderstood()
    heard = [counting_here(_counting(phrase, asserted, whole=whole), at, offered) for phrase in asserted]
    told = whole and not denied and None not in heard and not said.asks
    is_put_off = Courtesy.WAIT in heard or (Courtesy.LATER in heard and not PROMISES.isdisjoint(heard))
    sure = told and not is_put_off and not any(_is_hedged(said, phrase) for phrase in asserted)
    understood = _understood(heard)
    if Choice.RESUME in understood and _only_wonders(said):
        return NotUnderstood()
    return _weighed(_without_going_on(understood), at, sure=sure)


def speaks_of(read: Phrased, intent: Intent) -> bool:
    """Whether it says so anywhere, whatever else it says."""
    said = (phrase for phrase in read.phrases if intent in phrase.within and not _is_torn(read, phrase))
    return not all(_is_denied(read.said, phrase) for phrase in said)


def names(read: Phrased, intent: Intent) -> bool:
    """Whether a phrase for it stands there, whatever is said of it."""
    return any(intent in phrase.within for phrase in read.phrases)


def _counted(read: Phrased, at: Situation, offered: tuple[Choice, ...]) -> tuple[list[Phrase], bool]:
    """The phrases of a text, and whether they are all that it says; if not, only what counts within a sentence."""
    said = read.said
    found = [phrase for phrase in read.phrases if _may_count(phrase, at, offered) and not _is_torn(read, phrase)]
    phrases = fullest(found)
    if _is_whole(said, phrases):
        return phrases, True
    return fullest(phrase for phrase in found if phrase.within), False


def _may_count(phrase: Phrase, at: Situation, offered: tuple[Choice, ...]) -> bool:
    """Whether it can be heard here. "Don't stop" can everywhere, so that no "stop" is heard in it."""
    return Choice.KEEP in phrase.intents or counting_here(phrase.intents, at, offered) is not None


def _is_torn(read: Phrased, phrase: Phrase) -> bool:
    """Whether it is heard across what parts it: "no code, cancel" denies no cancelling, nor does "no wahala unlink am",
    and "my oga, line …" is nobody else's."""
    if phrase.within.isdisjoint(_TORN):
        return False
    courteous = (each.end for each in read.phrases if each.start == phrase.start and Courtesy.OK in each.intents)
    parted = read.said.clauses[phrase.start] != read.said.clauses[phrase.end - 1]
    return parted or any(phrase.start + 1 < end < phrase.end for end in courteous)


def _without_nod(asserted: list[Phrase]) -> list[Phrase]:
    """Without the "yes" of who goes on to greet, or only has heard: "yeah how are you", "yes noted"."""
    yes = next((phrase for phrase in asserted if Courtesy.YES in phrase.intents and phrase.said == 1), None)
    if not yes or yes.intents & _NODS:
        return asserted
    behind = (phrase for phrase in asserted if phrase.start > yes.start)
    nods = any(phrase.intents & _NODS and not phrase.intents & _PROMISED for phrase in behind)
    return [phrase for phrase in asserted if phrase is not yes] if nods else asserted


def _counting(phrase: Phrase, beside: Sequence[Phrase], *, whole: bool) -> frozenset[Intent]:
    """What a phrase may mean among the others: beside a sentence, "my data" is no wish, and "yes" still an answer."""
    if not whole:
        return phrase.within
    if any(other.within for other in beside if other is not phrase):
        return phrase.within | phrase.alone & _ANSWERS
    return phrase.intents


def _understood(heard: Sequence[Intent | None]) -> list[Intent]:
    """Each thing once. Where the text also says what has no meaning here, a "yes" in it answers something else."""
    unheard = _ASSENT if None in heard else frozenset[Intent]()
    return [intent for intent in dict.fromkeys(heard) if intent is not None and intent not in unheard]


def _without_going_on(understood: list[Intent]) -> list[Intent]:
    """Without going on, where the same text asks something or wants to wait: an SMS may be sent for it."""
    first = [intent for intent in understood if intent in _BEFORE_GOING_ON]
    return first if Choice.RESUME in understood and first else understood


# Weighing what was heard


def _weighed(heard: Sequence[Intent], at: Situation, *, sure: bool) -> Meaning:
    """Who fears for the code is heard first; then what is to be done, a question, a wish for help, a courtesy."""
    if Topic.CODE_ASKED in heard:
        return Meant(Topic.CODE_ASKED)
    questions = [intent for intent in QUESTIONS if intent in heard]
    unsure = PROMISES if Choice.HELP in heard else frozenset[Intent]()
    guarded = [intent for intent in heard if intent in GUARDED - unsure]
    wishes: list[Intent] = [intent for intent in heard if _is_wish(intent)]
    if Courtesy.LATER in heard and guarded and not wishes and PROMISES.issuperset(guarded):
        return Meant(Courtesy.LATER)  # "I will agree tomorrow" promises nothing today
    if wishes or (guarded and not questions):
        return _to_do(wishes, guarded, sure=sure)
    help_: list[Intent] = [intent for intent in heard if intent is Choice.HELP]
    return _to_say((*questions, *help_, *heard), at)


def _is_wish(intent: Intent) -> bool:
    """Whether it is something to do that can be undone."""
    return isinstance(intent, Choice) and intent not in {*GUARDED, *QUESTIONS, Choice.HELP}


def _to_do(wishes: Sequence[Intent], guarded: Sequence[Intent], *, sure: bool) -> Meaning:
    """One thing is done, if that may be; two are asked back. A promise made beside a wish is none."""
    meant = (*wishes, *(intent for intent in guarded if not wishes or intent not in PROMISES))
    if len(meant) > 1:
        return AskBack(meant[:2], Why.SEVERAL)
    return AskBack(meant, Why.IN_PASSING) if meant[0] in GUARDED and not sure else Meant(meant[0])


def _to_say(heard: Sequence[Intent], at: Situation) -> Meaning:
    """The first thing that is more than a greeting, or than the "ok" before a "wait"."""
    more: list[Intent] = [intent for intent in heard if intent is not Courtesy.GREETING]
    said = next((intent for intent in more if intent not in _LEADING_UP), (*more, Courtesy.GREETING)[0])
    if not heard:
        return NotUnderstood()
    asked = HEARINGS[at].too_little.get(said)
    return AskBack(asked, Why.NOT_SAID) if asked else Meant(said)


# What stands around a phrase


def _is_whole(said: Words, phrases: Iterable[Phrase]) -> bool:
    """Whether the text says these phrases and nothing else."""
    covered = {place for phrase in phrases for place in range(phrase.start, phrase.end)}
    around = heard_words("heard-around")
    return all(place in covered or word in around for place, word in enumerate(said.words))


def _places_of_ok(phrases: Iterable[Phrase]) -> frozenset[int]:
    """Where an "ok" stands, which denies nothing: the "no" of "no wahala I agree"."""
    said = (range(phrase.start, phrase.end) for phrase in phrases if Courtesy.OK in phrase.intents)
    return frozenset(place for places in said for place in places)


def _is_denied(said: Words, phrase: Phrase, courteous: frozenset[int] = frozenset()) -> bool:
    """Whether a "not" stands before it in its clause: "don't stop", "no cancel am"."""
    if not phrase.intents & _DENIABLE:
        return False
    clause = said.clauses[phrase.start]
    before = range(max(0, phrase.start - _NEGATION_REACHES), phrase.start)
    negations = heard_words("heard-negations")
    return any(
        said.words[place] in negations
        and said.clauses[place] == clause
        and place not in courteous
        and not _answers_no(said, place, phrase)
        for place in before
    )


def _answers_no(said: Words, place: int, phrase: Phrase) -> bool:
    """Whether a "no" answers what follows: "no it is my wife's line", "no I do not". "No be my wife line" denies."""
    answers = place == 0 and said.words[0] in heard_words("heard-saying-no")
    if not answers or said.words[1] in heard_words("heard-be"):
        return False
    tells = Topic.OTHERS_LINE in phrase.intents and said.words[1] in heard_words("heard-telling-on")
    return tells or not heard_words("heard-negations").isdisjoint(said.words[phrase.start : phrase.end])


def _only_wonders(said: Words) -> bool:
    """Whether it is one word that asks: "yes?" wants to hear what this is, and no code."""
    return said.asks and len(said.words) == 1


def _is_hedged(said: Words, phrase: Phrase) -> bool:
    """Whether it speaks of a promise without making it: "I might agree"; or would make it by a mended slip."""
    speaks = bool(phrase.within & PROMISES) and not phrase.alone & PROMISES
    return speaks or (bool(phrase.intents & PROMISES) and is_guessed(said, phrase))
