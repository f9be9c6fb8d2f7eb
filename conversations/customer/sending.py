"""The arrows of asking for a one-time password, up to its prompt: sent, refused, silent. Never what it leads to."""

from datetime import datetime, timedelta

from conversations.allowance import (
    Allowance,
    allowances_for_otp_request,
    is_share_of_typed,
    next_request_at,
    pause_of_number,
)
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import LimitReached, OtpSent, ProviderRefused
from conversations.customer.facts import CodeSent
from conversations.customer.problems import LIMITS_REACHED
from conversations.customer.questions import number_shown
from conversations.customer.turn import Turn
from conversations.effects import RequestOtp, ReturnAllowances, Sentence, sentence
from conversations.keys import Key
from conversations.link import Reason
from conversations.linked_line import Claim
from conversations.refusal import Refusal
from conversations.session import AskingNetwork, AskingNumber, AskingOtp, SendingOtp

SHORT = timedelta(minutes=2)
# What an agent is told where a limit stops their customer.
LIMIT_REASONS = {
    "otp_requests_per_number_day": Reason.CODES_USED_UP,
    "otp_requests_per_number_day_unproven": Reason.CODES_USED_UP,
    "otp_request_pause_per_number": Reason.CODES_USED_UP,
    "otp_requests_per_contact_day": Reason.CODES_USED_UP,
    "otp_requests_per_prefix_hour": Reason.TOO_MANY_PEOPLE,
    "otp_requests_per_hour": Reason.TOO_MANY_PEOPLE,
    "otp_checks_per_number_day": Reason.TRIES_USED_UP,
}


def request_otp(turn: Turn, claim: Claim, before: AskingOtp | None) -> Turn:
    """Ask for a code, unless it is too soon after the last one or the session has had all of its codes."""
    session, limits, at = turn.session, turn.rules.limits, turn.session.step
    recent, free_at = recent_requests(turn), _next_request_at(turn)
    if free_at > turn.now and len(recent) >= limits.otp_requests_per_session:
        told = sentence("codes-used-up", again=free_at, now=turn.now)
        return turn.stuck(_why_until(free_at, turn)).offer(told)
    if free_at > turn.now:
        sent = "yes" if before and before.tries_left else "no"
        again = (sentence("then-network-again", network=claim.line.network.label),)
        wait = sentence("new-code-wait", wait=free_at - turn.now, sent=sent)
        return turn.offer(wait, *(again if isinstance(at, AskingNetwork) else ()))
    attempt = session.attempt + 1
    allowances = _allowances(turn, claim)
    requested = turn.with_session(replace(session, requests=(*recent, turn.now)))
    tried = at.tried if isinstance(at, AskingNetwork) else None
    sending = requested.calling(attempt).forward(SendingOtp(attempt, claim, before, tried))
    return sending.do(RequestOtp(attempt, claim.line, allowances))


def code_missed(turn: Turn, step: AskingOtp, *, told: bool) -> Turn:
    """Another one goes to who tells that none came, as soon as they may have one. Before, and to who only asks, it is
    said when it was sent and where to: they have few codes, and the next ends the one that may be on its way."""
    line, age = step.claim.line, turn.now - step.requested_at
    if not step.tries_left:
        return turn.ask()
    if told and _next_request_at(turn) <= turn.now:
        return request_otp(turn, step.claim, step)
    sent = sentence("code-sent", network=line.network.label, ago=_told_age(age))
    return turn.offer(
        sentence("no-code-yet", number=line.number.masked), sent, _when_another(turn), beside=(Choice.PROOF,)
    )


def _told_age(age: timedelta) -> timedelta:
    """Never more than it is."""
    return age if age < SHORT else age - age % timedelta(minutes=1)


def _when_another(turn: Turn) -> Sentence:
    """How another one is had, or from when on."""
    free_at = _next_request_at(turn)
    if free_at <= turn.now:
        return sentence("code-sent-next")
    if len(recent_requests(turn)) >= turn.rules.limits.otp_requests_per_session:
        return sentence("codes-used-up", again=free_at, now=turn.now)
    return sentence("new-code-wait", wait=free_at - turn.now, sent="yes")


def otp_sent(turn: Turn, step: SendingOtp, event: OtpSent) -> Turn:
    """The provider's ten minutes began when it was asked, so ours never outlast them; fewer of ours count too."""
    requested_at = turn.session.requests[-1]
    asking = AskingOtp(step.claim, event.reference, event.form, requested_at, turn.rules.limits.otp_checks_per_code)
    sent = turn.stating(CodeSent(step.claim.line))
    return sent.forward(asking, turn.rules.end_of_code(requested_at)).ask()


def sending_refused(turn: Turn, step: SendingOtp, event: ProviderRefused) -> Turn:
    label = step.claim.line.network.label
    match event.refusal:
        case Refusal.NUMBER_NOT_ON_NETWORK:
            again = ReturnAllowances(pause_of_number(turn.rules.limits, step.claim.line.number))
            return _not_on_network(_forget_request(turn).do(again), step)
        case Refusal.UNAVAILABLE:
            returned = _forget_request(turn).do(ReturnAllowances(_allowances(turn, step.claim)))
            told = sentence("sending-unavailable", network=label)
            return _fall_back(returned.stuck(Reason.NETWORK_DOWN), step).ask(told)
        case Refusal.TOO_MANY_REQUESTS:
            wait = max(event.until or turn.now, _next_request_at(turn)) - turn.now
            told = sentence("sending-busy", network=label, wait=wait)
            return _fall_back(turn.stuck(Reason.NETWORK_DOWN), step).ask(told)
        case Refusal.NOT_ALLOWED:
            return _fall_back(turn.stuck(Reason.OUR_FAULT), step).offer(sentence("our-fault"))
        case _:
            told = sentence("sending-not-possible", network=label)
            return _fall_back(turn.stuck(Reason.NO_CODE), replace(step, before=None)).ask(told)


def sending_silent(turn: Turn, step: SendingOtp) -> Turn:
    """Whether an SMS was sent is not known, and it is not asked for again by itself."""
    wait = _next_request_at(turn) - turn.now
    told = sentence("sending-unknown", network=step.claim.line.network.label, wait=wait)
    return _fall_back(turn.stuck(Reason.NO_ANSWER), replace(step, before=None)).ask(told)


def sending_limited(turn: Turn, step: SendingOtp, event: LimitReached) -> Turn:
    refused = event.refused
    kept = is_share_of_typed(turn.rules.limits, refused.limit)
    said: Key = "limit-otp-requests-kept-for-owners" if kept else LIMITS_REACHED[refused.limit.name]
    told = sentence(said, again=refused.until, now=turn.now)
    why = LIMIT_REASONS[refused.limit.name]
    stuck = turn.stuck(_why_until(refused.until, turn) if why is Reason.CODES_USED_UP else why)
    return _fall_back(_forget_request(stuck), step).offer(told)


def _why_until(free_at: datetime, turn: Turn) -> Reason:
    """Nobody's codes are used up who may have the next before they have put the phone away."""
    return Reason.SHORT_WAIT if free_at - turn.now <= SHORT else Reason.CODES_USED_UP


def _allowances(turn: Turn, claim: Claim) -> tuple[Allowance, ...]:
    """What a code for this line spends: of the owner's share too where the number is proven, or an agent named it."""
    offer, number = turn.session.offer, claim.line.number
    vouched = claim.proven or (offer is not None and offer.number == number)
    return allowances_for_otp_request(turn.rules.limits, str(turn.session.contact), number, vouched=vouched)


def _not_on_network(turn: Turn, step: SendingOtp) -> Turn:
    """It may be on the other one; where that does not know it either, the number is wrong."""
    line, stuck = step.claim.line, turn.stuck(Reason.NOT_ON_NETWORK)
    if step.tried not in (None, line.network):
        told = sentence("not-on-either", number=number_shown(turn.session, line.number))
        return stuck.back(AskingNumber(step.claim.agreement)).remind(told)
    asking = AskingNetwork(step.claim.agreement, line.number, step.claim.proven, tried=line.network)
    told = sentence("not-on-network", network=line.network.label, number=number_shown(turn.session, line.number))
    return stuck.back(asking).ask(told)


def _fall_back(turn: Turn, step: SendingOtp) -> Turn:
    """To the code that is still alive, or else to the choice of network."""
    before = step.before
    if before and turn.now < (end := turn.rules.end_of_code(before.requested_at)):
        return turn.back(before, end)
    return turn.back(AskingNetwork(step.claim.agreement, step.claim.line.number, step.claim.proven))


def recent_requests(turn: Turn) -> tuple[datetime, ...]:
    return tuple(at for at in turn.session.requests if at > turn.now - turn.rules.session)


def _next_request_at(turn: Turn) -> datetime:
    """When a code may be asked for next; in the past where it may be at once."""
    recent = recent_requests(turn)
    return next_request_at(turn.rules.limits, recent) or min(recent) + turn.rules.session


def _forget_request(turn: Turn) -> Turn:
    """No SMS was sent, so none counts for the pause until the next."""
    return turn.with_session(replace(turn.session, requests=turn.session.requests[:-1]))
