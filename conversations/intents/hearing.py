"""One text where the customer stands: what was given, meant, or must be asked. Never what follows from it.

Numbers, networks and codes come first where they are asked for; a sentence around them is read only when they fail.
"""

import re
from functools import cache

from conversations.choice import Choice
from conversations.intents.codes import codes_in, without_figures
from conversations.intents.given import Heard, LeftOut, NetworkHeard, NumberAmiss, SelectionHeard
from conversations.intents.giving import code_heard, network_heard, number_heard
from conversations.intents.intent import Courtesy, Topic
from conversations.intents.leaving_out import scopes_left_out
from conversations.intents.meaning import AskBack, Meant, NotUnderstood, meaning_of, names
from conversations.intents.naming import network_meant
from conversations.intents.networks import without_networks
from conversations.intents.numbers import names_identity, numbers_in
from conversations.intents.patterns import Pattern
from conversations.intents.phrases import phrased
from conversations.intents.pressing import ASKED_OF_ONE, is_pressed, of_unasked_code
from conversations.intents.second_thoughts import has_been_sent, of_refusing, only_refuses, second_thought
from conversations.intents.spelt import figures_of, numbers_spelt
from conversations.intents.stages import Situation
from conversations.intents.times import is_figures, time_alone, time_in
from conversations.intents.words import words_in
from conversations.intents.words_told import words_told
from conversations.otp import OtpForm
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.secret import OtpCode
from conversations.typed import without_slash
from conversations.wording import words_of

_SHORTEST_NUMBER = 10  # digits, each of which takes a character or more
_PIN = Pattern(r"\b{heard-pins}\b")
_PART_OF_NUMBER = re.compile(r"\d{2,5}$")
# What is asked for with a time, and what can be chosen by it: usage is of the same six months whatever time is named.
_SELECTED = (Choice.STATEMENT, Choice.TRANSACTIONS)
_OF_A_TIME = (*_SELECTED, Choice.USAGE)
_AWAITING_CODE = frozenset({Situation.CODE, Situation.NEW_CODE})
# Where a number is asked for, or kept until it is.
TAKING_NUMBERS = frozenset(
    {
        *(Situation.CONSENT, Situation.SCOPES, Situation.NUMBER, Situation.NETWORK),
        *(Situation.RESUMING, Situation.ENDED),
    }
)


def heard_in(text: str, at: Situation, offered: tuple[Choice, ...] = (), form: OtpForm | None = None) -> Heard:
    """What a text says at a stage that offers these answers; `form` is the awaited code's."""
    if wish := _wish_of_a_time(text):
        return Meant(wish) if wish is Choice.USAGE else SelectionHeard(wish)
    heard = _heard_at(text, at, offered, form)
    if topic := _of_code(text, at, heard):
        return Meant(topic)
    match heard:
        case NotUnderstood() | Meant(Topic.NO_CODE) if at in _AWAITING_CODE and has_been_sent(words_in(text).words):
            return Meant(Choice.HELP)
        case Meant(Choice.TRANSACTIONS | Choice.STATEMENT as meant) if time_in(text):
            return SelectionHeard(Choice(meant))
        case Meant(Choice.PROOF | Topic.REFUSING as said) if refusal := of_refusing(said, text, at):
            return refusal
        case Meant(Choice() as meant) if second := second_thought(meant, text, at):
            return second
        case Meant(Choice.HELP) if at is Situation.LINKED and time_alone(text):  # "show me last month"
            return SelectionHeard(Choice.TRANSACTIONS)
        case NotUnderstood() if at is Situation.LINKED and (time_alone(text) or _wish_of(text, *_SELECTED)):
            return SelectionHeard(_wish_of(text, *_SELECTED) or Choice.TRANSACTIONS)
        case NotUnderstood() if _unlinks_by_figures(text, at):
            return Meant(Choice.UNLINK)
        case _:
            return _of_secrets(text, heard) or heard


def _of_secrets(text: str, heard: Heard) -> Heard | None:
    """What is said of a PIN, or of a number that is never needed, where nothing else was meant."""
    match heard:
        case Meant(Topic.CODE_ASKED | Topic.CODE_USE | Topic.MONEY) | NotUnderstood() if names(
            phrased(text), Topic.PIN
        ):
            return Meant(Topic.PIN)  # "give the code to nobody, but type it here" is no answer to that
        case Meant(Topic.CODE_USE) if _PIN.search(text):
            return Meant(Topic.PIN)
        case NotUnderstood() | Meant(Topic.WHY_NUMBER | Topic.WHY_DETAILS) if names_identity(text):
            return Meant(Topic.BVN)
        case _:
            return None


def _of_code(text: str, at: Situation, heard: Heard) -> Topic | None:
    """What is said to who is pressed for the code that is awaited, or got one where none is."""
    if at in _AWAITING_CODE:
        pressed = isinstance(heard, NotUnderstood) and is_pressed(text)
        return Topic.CODE_ASKED if pressed and not words_told(text) else None  # "the words she told me: lion and table"
    asks = isinstance(heard, NotUnderstood) or (isinstance(heard, Meant) and heard.intent in ASKED_OF_ONE)
    return of_unasked_code(text, at) if asks and at is not Situation.BUSY else None


def bare_answer(text: str) -> Courtesy | None:
    """The "yes", "ok" or "no" that a text says, and not to what."""
    match heard_in(text, Situation.BUSY):
        case Meant(Courtesy.YES | Courtesy.OK | Courtesy.NO as said):
            return Courtesy(said)
        case _:
            return None


def _unlinks_by_figures(text: str, at: Situation) -> bool:
    """Whether a part of a number stands behind the word that ends its sharing, "unlink 0803": no code stands there."""
    said = text.strip()
    part = _PART_OF_NUMBER.search(said)
    before = said[: part.start()] if part else ""
    return not any(map(str.isdecimal, before)) and meaning_of(before, at) == Meant(Choice.UNLINK)


def _wish_of_a_time(text: str) -> Choice | None:
    """What is asked for by a text that says no more than of what time: "statement october", "usage 2025"."""
    wish, rest = _wish_of(text, *_OF_A_TIME), without_slash(text).strip().partition(" ")[2]
    return wish if wish and (time_alone(rest) or is_figures(rest)) else None


def _wish_of(text: str, *wishes: Choice) -> Choice | None:
    """Which of them a text begins with, and says more."""
    first, _, rest = without_slash(text).strip().partition(" ")
    return _asking_words(wishes).get(first.casefold()) if rest else None


@cache
def _asking_words(wishes: tuple[Choice, ...]) -> dict[str, Choice]:
    return {word: wish for wish in wishes for word in map(str.casefold, words_of(wish)) if " " not in word}


def _heard_at(text: str, at: Situation, offered: tuple[Choice, ...], form: OtpForm | None) -> Heard:
    written = figures_of(text) or (_number_spelt(text) if at in TAKING_NUMBERS else "") or text
    match at:
        case _ if form and at in _AWAITING_CODE and (codes := _codes_in(text, written, form)):
            return code_heard(text, codes)
        case _ if at in TAKING_NUMBERS and (numbers := numbers_in(written)):
            return number_heard(text, numbers, at, offered)
        case Situation.SCOPES:
            return _of_scopes(text, offered)
        case Situation.CONSENT:
            meaning = meaning_of(text, at, offered)
            network = network_meant(text) if isinstance(meaning, NotUnderstood) else None
            return NetworkHeard(network) if network else meaning
        case Situation.NUMBER:
            return _number_or_words(text, offered)
        case Situation.NETWORK:
            return network_heard(text, offered)
        case Situation.LINKED if numbers_in(written):
            return meaning_of(without_figures(text), at, offered)  # which line it is of is asked, or known
        case _:
            return meaning_of(text, at, offered)


def _of_scopes(text: str, offered: tuple[Choice, ...]) -> Heard:
    """What it leaves out by name; whoever ends all of it, or asks, means that."""
    meaning = meaning_of(text, Situation.SCOPES, offered)
    match meaning:
        case (
            NotUnderstood()
            | AskBack()
            | Meant(Choice.CHOOSE | Choice.DECLINE | Choice.LEAVE_OUT | Choice.BALANCE | Choice.TRANSACTIONS)
        ) if left_out := scopes_left_out(text):
            return LeftOut(left_out)
        case NotUnderstood() | AskBack() if only_refuses(words_in(text).words):
            return Meant(Choice.LEAVE_OUT)
        case _:
            return meaning


def _codes_in(text: str, written: str, form: OtpForm) -> tuple[OtpCode, ...]:
    """Those in figures first: the "one" of "this one 482913" is no digit of it."""
    return codes_in(text, form) or (codes_in(written, form) if written != text else ())


def _number_spelt(text: str) -> str:
    """A phone number that is said in words within a sentence: most texts are too short for one, or hold no word."""
    if len(text) < _SHORTEST_NUMBER or not any(map(str.isalpha, text)):
        return ""
    digits = (figures_of(without_networks(text)), *numbers_spelt(text))
    return next((each for each in digits if isinstance(parse_number(each), PhoneNumber)), "")


def _number_or_words(text: str, offered: tuple[Choice, ...]) -> Heard:
    """Digits are an attempt at a number, unless the sentence around them means something by itself."""
    meaning = meaning_of(text, Situation.NUMBER, offered)
    problem = parse_number(text)
    if isinstance(meaning, NotUnderstood) and isinstance(problem, NumberProblem):
        return NumberAmiss(problem) if problem is not NumberProblem.NOT_A_NUMBER else meaning
    return meaning
