"""The arrows from the greeting to the OTP prompt: consent, number, network, sending. Never what the code leads to."""

from dataclasses import replace
from datetime import datetime

from conversations.allowance import allowances_for_otp_request, next_request_at
from conversations.consent import agree
from conversations.effects import DeleteMessage, RecordConsent, RequestOtp, ReturnAllowances, sentence
from conversations.events import LimitReached, LinkEnded, LinkOpened, OtpSent, ProviderRefused, TextReceived
from conversations.network import Line, Network, OtherNetwork, parse_network
from conversations.otp import looks_like_otp
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.problems import not_served, number_problem
from conversations.refusal import Refusal
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    Claim,
    ExchangingCode,
    Memory,
    SendingOtp,
)
from conversations.turn import Turn

LINKING = AskingConsent | AskingNumber | AskingNetwork | SendingOtp | AskingOtp | CheckingOtp | ExchangingCode

# Greeting and consent


def begin(turn: Turn, opened: LinkOpened | None = None) -> Turn:
    """A new session. Requests of the last minutes still count, so that starting again brings no further codes."""
    offer = (opened and opened.offer) or turn.session.offer
    fresh = turn.changed(requests=_recent_requests(turn), offer=offer, memory=None).forward(AskingConsent())
    return fresh.ask(*((sentence("stale-link"),) if opened and opened.stale else ()))


def opened_while_idle(turn: Turn, opened: LinkOpened) -> Turn:
    """An agent's link always asks anew; a plain start first offers what there is already."""
    session = turn.session
    if opened.offer or not (session.lines or session.memory):
        return begin(turn, opened)
    return turn.ask(*((sentence("stale-link"),) if opened.stale else ()))


def opened_midway(turn: Turn, opened: LinkOpened) -> Turn:
    if opened.offer and opened.offer != turn.session.offer:
        return begin(turn, opened)
    return turn.ask(sentence("stale-link" if opened.stale else "still-here"))


def link_ended(turn: Turn, ended: LinkEnded) -> Turn:
    """What was begun with an agent's link ends with it. The rest of the conversation is the customer's own."""
    session = turn.session
    if not session.offer or session.offer.reference != ended.reference:
        return turn
    left = turn.changed(offer=None)
    if isinstance(session.step, LINKING):
        return left.idle().ask(sentence("stale-link"))
    return left if ended.quietly else left.remind(sentence("stale-link"))


def agreed(turn: Turn) -> Turn:
    agreement = agree(turn.session.contact, turn.session.language, turn.now)
    recorded = turn.do(RecordConsent(agreement))
    offer = turn.session.offer
    if offer and offer.number:
        return number_given(recorded.forward(AskingNumber(agreement)), AskingNumber(agreement), offer.number)
    return recorded.forward(AskingNumber(agreement)).ask()


def declined(turn: Turn) -> Turn:
    return turn.changed(offer=None, memory=None).idle().say(sentence("declined"))


# Number


def number_typed(turn: Turn, step: AskingNumber, event: TextReceived) -> Turn:
    number = parse_number(event.text)
    if isinstance(number, PhoneNumber):
        return number_given(turn, step, number)
    if looks_like_otp(event.text):
        return _code_too_early(turn, event)
    if parse_network(event.text):
        return turn.remind(sentence("number-first"))
    return turn.remind(number_problem(number))


def number_given(turn: Turn, step: AskingNumber, number: PhoneNumber, *, proven: bool = False) -> Turn:
    """An agent's link for one line works for that line alone."""
    invited = turn.session.offer.number if turn.session.offer else None
    if invited and number != invited:
        return turn.remind(sentence("link-for-other-number", number=invited.masked))
    proven = proven or number == turn.session.own_number
    return turn.forward(AskingNetwork(step.agreement, number, proven)).ask()


def contact_shared(turn: Turn, step: AskingNumber, text: str, *, proven: bool) -> Turn:
    """Somebody else's card is not taken as a number: who means it can type it."""
    number = parse_number(text)
    if not proven:
        return turn.remind(sentence("contact-not-own"))
    if isinstance(number, NumberProblem):
        return turn.remind(number_problem(number))
    return number_given(turn, step, number, proven=True)


def _code_too_early(turn: Turn, event: TextReceived) -> Turn:
    return turn.do(DeleteMessage(event.message)).remind(sentence("code-too-early"))


# Network


def network_typed(turn: Turn, step: AskingNetwork, event: TextReceived) -> Turn:
    network = parse_network(event.text)
    number = parse_number(event.text)
    if isinstance(network, Network):
        return network_chosen(turn, step, network)
    if isinstance(network, OtherNetwork):
        return turn.remind(not_served(network))
    if isinstance(number, PhoneNumber):
        return number_given(turn, AskingNumber(step.agreement), number)
    if looks_like_otp(event.text):
        return _code_too_early(turn, event)
    return turn.remind(sentence("network-unclear"))


def network_chosen(turn: Turn, step: AskingNetwork, network: Network) -> Turn:
    claim = Claim(step.agreement, Line(step.number, network), step.proven)
    return request_otp(turn, claim, None)


def change_number(turn: Turn, claim_or_step: Claim | AskingNetwork) -> Turn:
    return turn.forward(AskingNumber(claim_or_step.agreement)).ask()


def resume(turn: Turn, memory: Memory) -> Turn:
    """One tap goes on where the last session stopped, as far as what was remembered reaches."""
    fresh = turn.changed(requests=_recent_requests(turn))
    if not memory.number:
        return fresh.forward(AskingNumber(memory.agreement)).ask()
    asking = AskingNetwork(memory.agreement, memory.number, memory.proven)
    fresh = fresh.forward(asking)
    return network_chosen(fresh, asking, memory.network) if memory.network else fresh.ask()


# Sending


def request_otp(turn: Turn, claim: Claim, before: AskingOtp | None) -> Turn:
    """Ask for a code, unless it is too soon after the last one or the session has had all of its codes."""
    session, limits = turn.session, turn.rules.limits
    recent, free_at = _recent_requests(turn), _next_request_at(turn)
    if free_at > turn.now and len(recent) >= limits.otp_requests_per_session:
        return turn.remind(sentence("codes-used-up", until=free_at, now=turn.now))
    if free_at > turn.now:
        return turn.remind(sentence("new-code-wait", wait=free_at - turn.now))
    attempt = session.attempt + 1
    allowances = allowances_for_otp_request(limits, str(session.contact), claim.line.number)
    sending = turn.forward(SendingOtp(attempt, claim, before))
    return sending.changed(attempt=attempt, requests=(*recent, turn.now)).do(
        RequestOtp(attempt, claim.line, allowances)
    )


def otp_sent(turn: Turn, step: SendingOtp, event: OtpSent) -> Turn:
    """The provider's ten minutes began when it was asked, so ours never outlast them."""
    requested_at = turn.session.requests[-1]
    asking = AskingOtp(step.claim, event.reference, event.form, requested_at, turn.rules.limits.otp_checks_per_code)
    return turn.forward(asking, requested_at + turn.rules.provider_session).ask()


def sending_refused(turn: Turn, step: SendingOtp, event: ProviderRefused) -> Turn:
    label = step.claim.line.network.label
    match event.refusal:
        case Refusal.NUMBER_NOT_ON_NETWORK:
            return _not_on_network(_forget_request(turn), step)
        case Refusal.UNAVAILABLE:
            limits, contact = turn.rules.limits, str(turn.session.contact)
            unspent = allowances_for_otp_request(limits, contact, step.claim.line.number)
            returned = _forget_request(turn).do(ReturnAllowances(unspent))
            return _fall_back(returned, step).ask(sentence("sending-unavailable", network=label))
        case Refusal.TOO_MANY_REQUESTS:
            wait = max(event.until or turn.now, _next_request_at(turn)) - turn.now
            return _fall_back(turn, step).ask(sentence("sending-busy", network=label, wait=wait))
        case Refusal.NOT_ALLOWED:
            return _fall_back(turn, step).remind(sentence("our-fault"))
        case _:
            return _fall_back(turn, replace(step, before=None)).ask(sentence("sending-not-possible", network=label))


def sending_silent(turn: Turn, step: SendingOtp) -> Turn:
    """Whether an SMS was sent is not known, and it is not asked for again by itself."""
    wait = _next_request_at(turn) - turn.now
    told = sentence("sending-unknown", network=step.claim.line.network.label, wait=wait)
    return _fall_back(turn, replace(step, before=None)).ask(told)


def sending_limited(turn: Turn, step: SendingOtp, event: LimitReached) -> Turn:
    refused = event.refused
    told = sentence(refused.limit.entry, until=refused.until, now=turn.now)
    return _fall_back(_forget_request(turn), step).remind(told)


def _not_on_network(turn: Turn, step: SendingOtp) -> Turn:
    line = step.claim.line
    asking = AskingNetwork(step.claim.agreement, line.number, step.claim.proven, tried=line.network)
    return turn.back(asking).ask(sentence("not-on-network", network=line.network.label, number=line.number.spaced))


def _fall_back(turn: Turn, step: SendingOtp) -> Turn:
    """To the code that is still alive, or else to the choice of network."""
    before = step.before
    if before and turn.now < _dies_at(turn, before):
        return turn.changed(step=before, expires_at=_dies_at(turn, before), offered=())
    return turn.back(AskingNetwork(step.claim.agreement, step.claim.line.number, step.claim.proven))


def _dies_at(turn: Turn, asking: AskingOtp) -> datetime:
    return asking.requested_at + turn.rules.provider_session


def _recent_requests(turn: Turn) -> tuple[datetime, ...]:
    return tuple(at for at in turn.session.requests if at > turn.now - turn.rules.session)


def _next_request_at(turn: Turn) -> datetime:
    """When a code may be asked for next; in the past where it may be at once."""
    recent = _recent_requests(turn)
    return next_request_at(turn.rules.limits, recent) or min(recent) + turn.rules.session


def _forget_request(turn: Turn) -> Turn:
    """No SMS was sent, so none counts for the pause until the next."""
    return turn.changed(requests=turn.session.requests[:-1])
