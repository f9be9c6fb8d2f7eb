"""A linked line that a wish names: by its network, its number, or a part of that. Never what follows from the wish."""

from conversations.choice import LINES, Choice
from conversations.customer.events import Chosen
from conversations.intents.given import Heard, NetworkHeard, SelectionHeard
from conversations.intents.hearing import heard_in
from conversations.intents.meaning import Meant, NotUnderstood
from conversations.intents.naming import Naming, network_meant
from conversations.intents.networks import without_networks
from conversations.intents.numbers import numbers_in
from conversations.intents.patterns import Pattern
from conversations.intents.places import line_placed_in
from conversations.intents.stages import Situation
from conversations.intents.times import time_in
from conversations.intents.words import heard_words, words_in
from conversations.linked_line import LinkedLine
from conversations.network import Network
from conversations.session import ChoosingLine, ConfirmingUnlink, Session
from conversations.typed import without_slash

FEWEST_DIGITS = 4  # that are shown of a masked number at either end
# What can be wished of one of several lines.
_OF_A_LINE = frozenset({Choice.BALANCE, Choice.TRANSACTIONS, Choice.USAGE, Choice.UNLINK, Choice.CHOOSE})
_ENDING = Pattern(r"\b{heard-ending-a-line}\b")
_EXCEPT = Pattern(r"\b{heard-excepting}\b")
_NOT_TO_END = Pattern(r"\b{heard-not-ending}\b")
_OTHER = Pattern(r"\b{heard-another-line}\b")
_PART = Pattern(r"(?<![0-9])([0-9]{4,5})(?![0-9])(?: (?:{heard-line-names}|{heard-line-pronouns})\b)?")


def wish_of_line(session: Session, text: str, heard: Heard) -> Chosen | None:
    """What is wished of which line: "balance airtel", "unlink the mtn one", "balance for 0802". A year is a time."""
    if isinstance(heard, SelectionHeard):
        return None if time_in(text) else _by_digits(session, text)
    return (
        _rather_another(session, text, heard)
        or _all_but_one(session, text)
        or _by_network(text, heard)
        or _by_digits(session, text)
        or _by_place(session, text, heard)
        or _of_every_line(session, text, heard)
    )


def names_line_by_digits(session: Session, text: str) -> bool:
    """Whether the figures in a wish are a line's, and so no code: "balance 1212"."""
    return _by_digits(session, text) is not None


def line_of_part(session: Session, digits: str) -> LinkedLine | None:
    """The only line whose number begins or ends so."""
    numbers = [(line, line.claim.line.number.local) for line in session.lines]
    meant = [line for line, number in numbers if number.startswith(digits) or number.endswith(digits)]
    return meant[0] if len(meant) == 1 else None


def _rather_another(session: Session, text: str, heard: Heard) -> Chosen | None:
    """At the question whether one line's sharing is to end: that it is the other, "no the other one", "I mean mtn"."""
    step = session.step
    if (
        not isinstance(step, ConfirmingUnlink)
        or not step.account
        or not isinstance(heard, NotUnderstood | NetworkHeard)
    ):
        return None
    others = [line.claim.line for line in session.lines if line.account != step.account]
    named = network_meant(text)
    meant = [line for line in others if line.network is named] or (others if _OTHER.search(text) else [])
    return Chosen(Choice.UNLINK, meant[0].number) if len(meant) == 1 else None


def _all_but_one(session: Session, text: str) -> Chosen | None:
    """The sharing of all lines but of that network is to end; or of one and not the other: "unlink mtn not airtel"."""
    naming, wish = Naming(text), _ENDING.search(text)
    if not wish or not naming.named:
        return None
    if len(naming.named) > 1:
        network = network_meant(_ENDING.sub(" ", text))
        return Chosen(Choice.UNLINK, network) if isinstance(network, Network) and naming.denies else None
    if _NOT_TO_END.search(text) or not _EXCEPT.search(text):
        return None
    left = [line.claim.line.number for line in session.lines if line.claim.line.network is not naming.named[0]]
    return Chosen(Choice.UNLINK, left[0]) if len(left) == 1 else Chosen(Choice.UNLINK if left else Choice.ACCOUNTS)


def _by_network(text: str, heard: Heard) -> Chosen | None:
    """While another line is being linked a network answers that; only the word that ends a sharing is about another."""
    naming = Naming(text)
    network = naming.named[0] if len(naming.named) == 1 and not naming.denies else None
    if not isinstance(network, Network):
        return None
    wish = _of_a_line(heard) or _wish_in(without_networks(text))
    counts = wish is Choice.UNLINK or not isinstance(heard, NetworkHeard)
    return Chosen(wish, network) if wish and counts else None


def _by_digits(session: Session, text: str) -> Chosen | None:
    """By its number in full, beside which no other stands, or by a part of it."""
    numbers, parts = numbers_in(text), _PART.findall(text)
    if numbers:
        line = next((line for line in session.lines if numbers == (line.claim.line.number,)), None)
    else:
        line = line_of_part(session, parts[0]) if len(parts) == 1 else None
    wish = _wish_in(text if numbers else _PART.sub(" ", text)) if line else None
    return Chosen(wish, line.claim.line.number) if line and wish else None


def _by_place(session: Session, text: str, heard: Heard) -> Chosen | None:
    """In the order in which they are shown. Who names one of them and wishes nothing does not mean a new one."""
    place, beside = line_placed_in(text) or (len(session.lines), "")
    if place >= len(session.lines):
        return None
    if wish := _wish_in(beside):
        return Chosen(wish, session.lines[place].claim.line.number)
    if beside:
        return None
    if isinstance(session.step, ChoosingLine):
        return Chosen(LINES[place])
    return Chosen(Choice.ACCOUNTS) if heard == Meant(Choice.LINK_ANOTHER) else None


def _of_every_line(session: Session, text: str, heard: Heard) -> Chosen | None:
    """Ended is one after the other, each with its own question."""
    all_ = means_every_line(text) and heard == Meant(Choice.UNLINK) and len(session.lines) > 1
    return Chosen(Choice.UNLINK, of_all=True) if all_ else None


def means_every_line(text: str) -> bool:
    return not set(words_in(text).words).isdisjoint(heard_words("heard-every-line"))


def _wish_in(text: str) -> Choice | None:
    return _of_a_line(heard_in(without_slash(text), Situation.LINKED))


def _of_a_line(heard: Heard) -> Choice | None:
    match heard:
        case Meant(Choice() as choice) if choice in _OF_A_LINE:
            return choice
        case _:
            return None
