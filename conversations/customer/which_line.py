"""A linked line that a wish names: by its network, its number, or a part of that. Never what follows from the wish."""

from conversations.choice import LINES, Choice
from conversations.customer.events import Chosen
from conversations.intents.codes import without_figures
from conversations.intents.given import Heard, NetworkHeard, SelectionHeard
from conversations.intents.hearing import heard_in
from conversations.intents.meaning import Meant, NotUnderstood
from conversations.intents.naming import Naming, denied_in, network_meant
from conversations.intents.networks import without_networks
from conversations.intents.numbers import numbers_in
from conversations.intents.patterns import Pattern
from conversations.intents.phrases import answers_in
from conversations.intents.places import line_placed_in
from conversations.intents.stages import Situation
from conversations.intents.times import time_in
from conversations.intents.words import heard_words, words_in
from conversations.linked_line import LinkedLine
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.session import ChoosingLine, ConfirmingUnlink, Session
from conversations.typed import plain, without_slash

FEWEST_DIGITS = 4  # that are shown of a masked number at either end
# What can be wished of one of several lines.
_OF_A_LINE = frozenset({Choice.BALANCE, Choice.TRANSACTIONS, Choice.USAGE, Choice.UNLINK, Choice.CHOOSE})
_ENDING = Pattern(r"\b{heard-ending-a-line}\b")
_EXCEPT = Pattern(r"\b{heard-excepting}\b")
_NOT_TO_END = Pattern(r"\b{heard-not-ending}\b")
_OTHER = Pattern(r"\b{heard-another-line}\b")
_ALONE = Pattern(r"\b{heard-that-one-alone}\b")
_FIGURE_BEHIND = Pattern(r"(?<![0-9])[1-9]\s*$")
_PART = Pattern(r"(?<![0-9])([0-9]{4,5})(?![0-9])(?: (?:{heard-line-names}|{heard-line-pronouns})\b)?")


def wish_of_line(session: Session, text: str, heard: Heard) -> Chosen | None:
    """What is wished of which line: "balance airtel", "unlink the mtn one", "balance for 0802". A year is a time."""
    if isinstance(heard, SelectionHeard):
        return None if time_in(text) else _by_digits(session, text)
    return (
        _rather_another(session, text, heard)
        or _all_but_one(session, text)
        or _by_network(session, text, heard)
        or _by_digits(session, text)
        or _by_place(session, text, heard)
        or _of_every_line(session, text, heard)
        or _of_none_here(session, text, heard)
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
    """At the question whether one line's sharing is to end: that it is the other, "no the other one", "I mean mtn"; and
    where all is to be deleted, that it is one of them: "only airtel"."""
    step = session.step
    if not isinstance(step, ConfirmingUnlink) or not isinstance(heard, NotUnderstood | NetworkHeard):
        return None
    others = [line.claim.line for line in session.lines if line.account != step.account]
    named, numbers = network_meant(text), numbers_in(text)
    another = others if step.account and _OTHER.search(text) else []
    meant = [line for line in others if line.network is named or numbers == (line.number,)] or another
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


def _by_network(session: Session, text: str, heard: Heard) -> Chosen | None:
    """While another line is being linked a network answers that; only the word that ends a sharing is about another.

    A "not" that is of the wish denies no network: "I don't want airtel again".
    """
    naming = Naming(text)
    network = naming.named[0] if len(naming.named) == 1 else None
    if not isinstance(network, Network) or network in denied_in(plain(text).casefold()):
        return None
    of_another = all(line.claim.line.network is not network for line in session.lines)
    wish = _of_a_line(heard) or _wish_in(session, without_networks(text), of_another=of_another)
    denied = naming.denies and wish is not Choice.UNLINK
    counts = not denied and (wish is Choice.UNLINK or not isinstance(heard, NetworkHeard))
    return Chosen(wish, network) if wish and counts else None


def _by_digits(session: Session, text: str) -> Chosen | None:
    """By its number in full, beside which no other stands, or by a part of it."""
    numbers, parts = numbers_in(text), _PART.findall(text)
    if numbers:
        line = next((line for line in session.lines if numbers == (line.claim.line.number,)), None)
    else:
        line = line_of_part(session, parts[0]) if len(parts) == 1 else None
    wish = _wish_in(session, text if numbers else _PART.sub(" ", text)) if line else None
    return Chosen(wish, line.claim.line.number) if line and wish else None


def _by_place(session: Session, text: str, heard: Heard) -> Chosen | None:
    """In the order in which they are shown. Who names one of them and wishes nothing does not mean a new one, nor does
    who wants one to end that is not there."""
    if not (placed := line_placed_in(text) or _by_figure(text)):
        return None
    place, beside = placed
    wish = _wish_in(session, beside)
    if place >= len(session.lines):
        return Chosen(Choice.ACCOUNTS) if wish is Choice.UNLINK else None
    if wish:
        return Chosen(wish, session.lines[place].claim.line.number)
    if beside:
        return None
    if isinstance(session.step, ChoosingLine):
        return Chosen(LINES[place])
    return Chosen(Choice.ACCOUNTS) if heard == Meant(Choice.LINK_ANOTHER) else None


def _by_figure(text: str) -> tuple[int, str] | None:
    """The place behind a wish, "unlink 2", and the wish."""
    figure = _FIGURE_BEHIND.search(plain(text))
    beside = text[: figure.start()].strip() if figure else ""
    return (int(figure[0]) - 1, beside) if figure and beside else None


def _of_every_line(session: Session, text: str, heard: Heard) -> Chosen | None:
    """Ended is one after the other, each with its own question."""
    all_ = means_every_line(text) and heard == Meant(Choice.UNLINK) and len(session.lines) > 1
    return Chosen(Choice.UNLINK, of_all=True) if all_ else None


def _of_none_here(session: Session, text: str, heard: Heard) -> Chosen | None:
    """A number that nothing here is known of is not answered with the end of everything: "delete 0805 123 4567"."""
    numbers = set(numbers_in(text)) if heard == Meant(Choice.DELETE) else set[PhoneNumber]()
    known = session.known_numbers | {line.claim.line.number for line in session.lines}
    return Chosen(Choice.UNLINK) if numbers and numbers.isdisjoint(known) else None


def means_every_line(text: str) -> bool:
    return not set(words_in(text).words).isdisjoint(heard_words("heard-every-line"))


def _wish_in(session: Session, text: str, *, of_another: bool = False) -> Choice | None:
    """What is wished beside the name of a line. One line is not deleted with all the others: its sharing ends. Where it
    is the only one, who speaks of their data means that."""
    said = _ALONE.sub(" ", without_slash(text))
    heard = heard_in(said, Situation.LINKED)
    if heard != Meant(Choice.DELETE):
        return _of_a_line(heard)
    of_line_alone = len(session.lines) > 1 or of_another or Choice.DELETE in answers_in(words_in(without_figures(said)))
    return Choice.UNLINK if of_line_alone else None


def _of_a_line(heard: Heard) -> Choice | None:
    match heard:
        case Meant(Choice() as choice) if choice in _OF_A_LINE:
            return choice
        case _:
            return None
