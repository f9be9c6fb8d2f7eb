"""A linked line that a wish names: by its network, its number, or a part of that. Never what follows from the wish."""

import re

from conversations.choice import Choice
from conversations.customer.events import Chosen
from conversations.intents.given import Heard, NetworkHeard
from conversations.intents.hearing import heard_in
from conversations.intents.meaning import Meant
from conversations.intents.naming import Naming
from conversations.intents.networks import without_networks
from conversations.intents.stages import Situation
from conversations.linked_line import LinkedLine
from conversations.network import Network
from conversations.session import Session
from conversations.typed import without_slash

FEWEST_DIGITS = 4  # that are shown of a masked number at either end
# What can be wished of one of several lines.
_OF_A_LINE = frozenset({Choice.BALANCE, Choice.TRANSACTIONS, Choice.USAGE, Choice.UNLINK, Choice.CHOOSE})
_PART = re.compile(r"(?<![0-9])([0-9]{4,5})(?![0-9])(?: (?:one|own|number|line|sim)\b)?", re.IGNORECASE)


def wish_of_line(session: Session, text: str, heard: Heard) -> Chosen | None:
    """What is wished of which line: "balance airtel", "unlink the mtn one", "balance for 0802"."""
    return _by_network(text, heard) or _by_part(session, text)


def line_of_part(session: Session, digits: str) -> LinkedLine | None:
    """The only line whose number begins or ends so."""
    numbers = [(line, line.claim.line.number.local) for line in session.lines]
    meant = [line for line, number in numbers if number.startswith(digits) or number.endswith(digits)]
    return meant[0] if len(meant) == 1 else None


def _by_network(text: str, heard: Heard) -> Chosen | None:
    """While another line is being linked a network answers that; only the word that ends a sharing is about another."""
    naming = Naming(text)
    network = naming.named[0] if len(naming.named) == 1 and not naming.denies else None
    if not isinstance(network, Network):
        return None
    wish = _of_a_line(heard) or _wish_in(without_networks(text))
    counts = wish is Choice.UNLINK or not isinstance(heard, NetworkHeard)
    return Chosen(wish, network) if wish and counts else None


def _by_part(session: Session, text: str) -> Chosen | None:
    parts = _PART.findall(text)
    line = line_of_part(session, parts[0]) if len(parts) == 1 else None
    wish = _wish_in(_PART.sub(" ", text)) if line else None
    return Chosen(wish, line.claim.line.number) if line and wish else None


def _wish_in(text: str) -> Choice | None:
    return _of_a_line(heard_in(without_slash(text), Situation.LINKED))


def _of_a_line(heard: Heard) -> Choice | None:
    match heard:
        case Meant(Choice() as choice) if choice in _OF_A_LINE:
            return choice
        case _:
            return None
