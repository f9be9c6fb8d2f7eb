"""The arrows from the greeting to the network: consent, number, network. Never how a code is asked for."""

from dataclasses import replace

from conversations.consent import EndReason, agree
from conversations.effects import DeleteMessage, RecordConsent, sentence
from conversations.events import LinkEnded, LinkOpened, TextReceived
from conversations.facts import LineLinked, OfferAccepted, OfferDeclined, OfferShown
from conversations.link import Reason
from conversations.network import Line, Network, OtherNetwork, parse_network
from conversations.otp import looks_like_otp
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.problems import not_served, number_problem
from conversations.questions import MENU
from conversations.schedule import scheduled
from conversations.sending import recent_requests, request_otp
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    Claim,
    LinkedLine,
    Memory,
)
from conversations.terms import consent_asked
from conversations.traits import is_linking
from conversations.turn import Turn

# What an agent is told where a number stops their customer.
NUMBER_REASONS = {NumberProblem.FOREIGN: Reason.FOREIGN_NUMBER, NumberProblem.NOT_MOBILE: Reason.NOT_MOBILE}

# Greeting and consent


def begin(turn: Turn, opened: LinkOpened | None = None) -> Turn:
    """A new session. Requests of the last minutes still count, so that starting again brings no further codes."""
    offer = (opened and opened.offer) or turn.session.offer
    turn = turn.stating(OfferShown()) if opened and opened.offer else turn
    fresh = replace(turn.session, requests=recent_requests(turn), offer=offer, memory=None)
    return (
        turn.with_session(fresh)
        .forward(AskingConsent())
        .ask(*((sentence("stale-link"),) if opened and opened.stale else ()))
    )


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
        return left.idle().ask(sentence("stale-link"))
    return left if ended.quietly else left.remind(sentence("stale-link"))


def agreed(turn: Turn) -> Turn:
    """Only to the words that were shown: where they have changed since, they are shown again."""
    asked = consent_asked(turn.session, turn.rules.terms)
    if asked.digest != turn.session.consent_shown:
        return turn.ask(sentence("consent-changed"))
    agreement = agree(turn.session.contact, turn.session.language, turn.now, asked.terms)
    recorded = turn.do(RecordConsent(agreement, asked=asked)).stating(OfferAccepted())
    offer = turn.session.offer
    if offer and offer.number:
        return number_given(recorded.forward(AskingNumber(agreement)), AskingNumber(agreement), offer.number)
    return recorded.forward(AskingNumber(agreement)).ask()


def declined(turn: Turn) -> Turn:
    left = replace(turn.session, offer=None, memory=None)
    return turn.with_session(left).stating(OfferDeclined()).idle().say(sentence("declined"))


# Number


def number_typed(turn: Turn, step: AskingNumber, event: TextReceived) -> Turn:
    number = parse_number(event.text)
    if isinstance(number, PhoneNumber):
        return number_given(turn, step, number)
    if looks_like_otp(event.text):
        return _code_too_early(turn, event)
    if parse_network(event.text):
        return turn.remind(sentence("number-first"))
    return _not_a_number(turn, number)


def number_given(turn: Turn, step: AskingNumber, number: PhoneNumber, *, proven: bool = False) -> Turn:
    """An agent's link for one line works for that line alone."""
    invited = turn.session.offer.number if turn.session.offer else None
    if invited and number != invited:
        return turn.stuck(Reason.OTHER_NUMBER).remind(sentence("link-for-other-number", number=invited.masked))
    proven = proven or number == turn.session.own_number
    return turn.forward(AskingNetwork(step.agreement, number, proven)).ask()


def contact_shared(turn: Turn, step: AskingNumber, text: str, *, proven: bool) -> Turn:
    """Somebody else's card is not taken as a number: who means it can type it."""
    number = parse_number(text)
    if not proven:
        return turn.remind(sentence("contact-not-own"))
    if isinstance(number, NumberProblem):
        return _not_a_number(turn, number)
    return number_given(turn, step, number, proven=True)


def _not_a_number(turn: Turn, problem: NumberProblem) -> Turn:
    reason = NUMBER_REASONS.get(problem)
    stuck = turn.stuck(reason) if reason else turn
    return stuck.remind(number_problem(problem))


def _code_too_early(turn: Turn, event: TextReceived) -> Turn:
    return turn.do(DeleteMessage(event.message)).remind(sentence("code-too-early"))


# Network


def network_typed(turn: Turn, step: AskingNetwork, event: TextReceived) -> Turn:
    network = parse_network(event.text)
    number = parse_number(event.text)
    if isinstance(network, Network):
        return network_chosen(turn, step, network)
    if isinstance(network, OtherNetwork):
        return turn.stuck(Reason.NOT_SERVED).remind(not_served(network))
    if isinstance(number, PhoneNumber):
        return number_given(turn, AskingNumber(step.agreement), number)
    if looks_like_otp(event.text):
        return _code_too_early(turn, event)
    return turn.remind(sentence("network-unclear"))


def network_chosen(turn: Turn, step: AskingNetwork, network: Network) -> Turn:
    claim = Claim(step.agreement, Line(step.number, network), step.proven)
    known = next((line for line in turn.session.lines if line.claim.line == claim.line), None)
    return already_linked(turn, known, claim) if known else request_otp(turn, claim, None)


def already_linked(turn: Turn, line: LinkedLine, claim: Claim) -> Turn:
    """A line of this chat costs no code: what was agreed to now takes the place of what was agreed to then."""
    offer = turn.session.offer
    reference = offer.reference if offer else line.reference
    proven = claim.proven or line.claim.proven
    agreed = replace(line, claim=replace(claim, proven=proven), reference=reference, notice=None, used_at=turn.now)
    anew = scheduled(agreed, turn.rules)
    older = line.claim.agreement
    renewed = older.reference != claim.agreement.reference
    ended = turn.do(RecordConsent(older, withdrawn=True, why=EndReason.RENEWED)) if renewed else turn
    ended = ended.keep(anew).stating(LineLinked(anew)).idle()
    left = ended.with_session(replace(ended.session, memory=None, offer=None))
    number, network = claim.line.number.masked, claim.line.network.label
    return left.say(sentence("already-here", number=number, network=network), choices=MENU)


def change_number(turn: Turn, claim_or_step: Claim | AskingNetwork) -> Turn:
    return turn.forward(AskingNumber(claim_or_step.agreement)).ask()


def resume(turn: Turn, memory: Memory) -> Turn:
    """One tap goes on where the last session stopped, as far as what was remembered reaches."""
    fresh = turn.with_session(replace(turn.session, requests=recent_requests(turn)))
    if not memory.number:
        return fresh.forward(AskingNumber(memory.agreement)).ask()
    asking = AskingNetwork(memory.agreement, memory.number, memory.proven)
    fresh = fresh.forward(asking)
    return network_chosen(fresh, asking, memory.network) if memory.network else fresh.ask()
