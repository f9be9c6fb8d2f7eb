"""The arrows of an agent's link: opened, ended, handed on to another agent. Never how a line is linked then."""

from conversations.changing import replace
from conversations.customer.events import LinkOpened
from conversations.customer.facts import OfferShown
from conversations.customer.linking import begin
from conversations.customer.traits import is_linking
from conversations.customer.turn import Turn
from conversations.effects import sentence
from conversations.link import LinkOffer
from conversations.link_events import LinkEnded, LinkHanded
from conversations.session import AskingConsent


def opened_while_idle(turn: Turn, opened: LinkOpened) -> Turn:
    """An agent's link always asks anew; a plain start first offers what there is already."""
    session = turn.session
    if opened.offer or not (session.lines or session.memory):
        return begin(turn, opened)
    return turn.ask(*((sentence("stale-link"),) if opened.stale else ()))


def opened_midway(turn: Turn, opened: LinkOpened) -> Turn:
    if opened.offer and opened.offer != turn.session.offer:
        return begin(turn, opened)
    again = turn.stating(OfferShown()) if opened.offer and isinstance(turn.session.step, AskingConsent) else turn
    return again.ask(sentence("stale-link" if opened.stale else "still-here"))


def link_ended(turn: Turn, ended: LinkEnded) -> Turn:
    """What was begun with an agent's link ends with it. The rest of the conversation is the customer's own."""
    session = turn.session
    if not session.offer or session.offer.reference != ended.reference:
        return turn
    left = turn.with_session(replace(session, offer=None))
    if is_linking(session.step):
        return _without_number_of(session.offer, left.idle()).ask(sentence("stale-link"))
    return left if ended.quietly else _without_number_of(session.offer, left).remind(sentence("stale-link"))


def _without_number_of(offer: LinkOffer, turn: Turn) -> Turn:
    """The number that the link named may be the very mistake for which it was ended: no code goes there by one tap."""
    memory = turn.session.memory
    if not memory or memory.proven or memory.number != offer.number:
        return turn
    return turn.with_session(replace(turn.session, memory=replace(memory, number=None, network=None)))


def link_handed(turn: Turn, handed: LinkHanded) -> Turn:
    """Whoever asks from now on whether it is real reads who serves them now. Nothing is said of it."""
    session = turn.session
    if not session.offer or session.offer.reference != handed.reference:
        return turn
    return turn.with_session(replace(session, offer=replace(session.offer, agent=handed.agent)))
