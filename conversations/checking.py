"""The arrows from the typed code to the summary: checking, exchanging, fetching. Never how the code was asked for."""

from dataclasses import replace
from datetime import datetime, timedelta

from conversations.allowance import allowances_for_otp_check
from conversations.effects import (
    CheckOtp,
    DeleteMessage,
    ExchangeForAccount,
    FetchSummary,
    KeepLine,
    ReturnAllowances,
    Sentence,
    sentence,
)
from conversations.events import (
    AccountOpened,
    LimitReached,
    OtpVerified,
    ProviderRefused,
    SummaryFetched,
    TextReceived,
)
from conversations.network import Network, parse_network
from conversations.otp import looks_like_otp, parse_otp
from conversations.phone import PhoneNumber, parse_number
from conversations.questions import MENU
from conversations.refusal import Refusal
from conversations.secret import AccountId, OtpCode
from conversations.session import (
    AskingNetwork,
    AskingOtp,
    CheckingOtp,
    ExchangingCode,
    FetchingSummary,
    LinkedLine,
)
from conversations.turn import Turn

MOST_EXCHANGES = 3  # with the same code, within its life
POLLS = tuple(timedelta(seconds=seconds) for seconds in (3, 5, 10, 20, 30))
LATER = timedelta(minutes=5)  # when a summary that was not ready in the session is asked for again, doubled each time
GIVE_UP = timedelta(hours=24)

# The code


def code_typed(turn: Turn, step: AskingOtp, event: TextReceived) -> Turn:
    """A text that can be the code is checked, once; any other costs no try."""
    code = parse_otp(event.text, step.form)
    if code and step.tries_left:
        return _check(turn, step, code, event.message)
    if looks_like_otp(event.text) or code:
        hidden = turn.do(DeleteMessage(event.message))
        return hidden.ask() if not step.tries_left else hidden.remind(_wrong_length(step))
    return turn.remind(_not_a_code(step, event.text))


def _check(turn: Turn, step: AskingOtp, code: OtpCode, message: str) -> Turn:
    attempt = turn.session.attempt + 1
    checking = CheckingOtp(attempt, replace(step, tries_left=step.tries_left - 1))
    allowances = allowances_for_otp_check(turn.rules.limits, step.claim.line.number)
    waiting = turn.changed(attempt=attempt, step=checking, expires_at=_patience(turn), offered=())
    return waiting.do(DeleteMessage(message), CheckOtp(attempt, step.reference, code, allowances))


def _patience(turn: Turn) -> datetime:
    """An answer is waited for a little past the end, so that a code typed in time is not lost to the clock."""
    soonest = turn.now + turn.rules.answer_grace
    return max(turn.session.expires_at or soonest, soonest)


def _wrong_length(step: AskingOtp) -> Sentence:
    return sentence("code-wrong-length", shortest=step.form.min_length, longest=step.form.max_length)


def _not_a_code(step: AskingOtp, text: str) -> Sentence:
    if isinstance(parse_number(text), PhoneNumber) or isinstance(parse_network(text), Network):
        return sentence("change-by-button")
    return sentence("not-a-code", network=step.claim.line.network.label)


def check_refused(turn: Turn, step: CheckingOtp, event: ProviderRefused) -> Turn:
    tries, network = step.asked.tries_left, step.asked.claim.line.network.label
    match event.refusal:
        case Refusal.WRONG_CODE if tries:
            return _ask_again(turn, step.asked, sentence("wrong-code", tries=tries, network=network))
        case Refusal.WRONG_CODE:
            return _ask_again(turn, step.asked, sentence("wrong-code-last"))
        case Refusal.REQUEST_EXPIRED:
            return _ask_again(turn, replace(step.asked, tries_left=0), sentence("code-expired"))
        case Refusal.UNAVAILABLE:
            spent = allowances_for_otp_check(turn.rules.limits, step.asked.claim.line.number)
            unspent = replace(step.asked, tries_left=tries + 1)
            return _ask_again(turn.do(ReturnAllowances(spent)), unspent, sentence("check-unavailable"))
        case Refusal.TOO_MANY_REQUESTS:
            return _ask_again(turn, replace(step.asked, tries_left=tries + 1), sentence("check-unavailable"))
        case Refusal.NOT_ALLOWED:
            return _ask_again(turn, step.asked, sentence("our-fault"))
        case _:
            return check_silent(turn, step)


def check_silent(turn: Turn, step: CheckingOtp) -> Turn:
    """Whether the code was right is not known; it is not sent again by itself, and the try stays spent."""
    return _ask_again(turn, step.asked, sentence("check-unknown", tries=step.asked.tries_left))


def check_limited(turn: Turn, step: CheckingOtp, event: LimitReached) -> Turn:
    unspent = replace(step.asked, tries_left=step.asked.tries_left + 1)
    return _ask_again(
        turn, unspent, sentence("limit-otp-checks-per-number-day", until=event.refused.until, now=turn.now)
    )


def _ask_again(turn: Turn, asking: AskingOtp, told: Sentence) -> Turn:
    end = asking.requested_at + turn.rules.provider_session
    return turn.changed(step=asking, expires_at=end, offered=()).remind(told)


# The exchange


def code_verified(turn: Turn, step: CheckingOtp, event: OtpVerified) -> Turn:
    attempt = turn.session.attempt + 1
    exchanging = ExchangingCode(attempt, step.asked.claim, event.code, turn.now)
    return turn.changed(attempt=attempt).forward(exchanging).do(ExchangeForAccount(attempt, event.code))


def exchange_failed(turn: Turn, step: ExchangingCode, refusal: Refusal | None) -> Turn:
    """The same code may be exchanged again while it lives; a code that is spent needs a new OTP."""
    final = refusal not in (None, Refusal.UNAVAILABLE, Refusal.TOO_MANY_REQUESTS)
    too_old = turn.now >= step.obtained_at + turn.rules.provider_session
    if final or too_old or step.exchanges >= MOST_EXCHANGES:
        asking = AskingNetwork(step.claim.agreement, step.claim.line.number, step.claim.proven)
        told = "our-fault" if refusal is Refusal.NOT_ALLOWED else "link-again"
        return turn.back(asking).ask(sentence(told))
    attempt = turn.session.attempt + 1
    again = replace(step, attempt=attempt, exchanges=step.exchanges + 1)
    wait = timedelta(seconds=2 * step.exchanges)
    return turn.changed(attempt=attempt, step=again).do(ExchangeForAccount(attempt, step.code, wait))


def account_opened(turn: Turn, step: ExchangingCode, event: AccountOpened) -> Turn:
    """The account ID is kept before anything is read with it. A line linked again replaces its older self."""
    offer = turn.session.offer
    reference = offer.reference if offer else ""
    line = LinkedLine(event.account, step.claim, turn.now, summary_due=turn.now + LATER, reference=reference)
    others = tuple(other for other in turn.session.lines if other.account != event.account)
    # An agent's link is for one line, and its work is done.
    kept = turn.do(KeepLine(line)).changed(lines=(*others, line), memory=None, offer=None, requests=())
    return fetch_summary(kept, event.account)


# The summary


def fetch_summary(turn: Turn, account: AccountId) -> Turn:
    attempt = turn.session.attempt + 1
    fetching = turn.changed(attempt=attempt).forward(FetchingSummary(attempt, account))
    return fetching.do(FetchSummary(attempt, account))


def summary_pending(turn: Turn, step: FetchingSummary) -> Turn:
    """Say so once and ask again and again until the session ends; from then on the line's own date calls."""
    line = turn.session.line_of(step.account)
    if not line or line.summary_due != _first_due(line):
        return summary_failed(turn, step)
    attempt = turn.session.attempt + 1
    wait = POLLS[min(step.polls, len(POLLS) - 1)]
    polling = turn.changed(attempt=attempt, step=replace(step, attempt=attempt, polls=step.polls + 1))
    asked = polling.do(FetchSummary(attempt, step.account, wait))
    return asked if step.polls else asked.say(sentence("summary-processing", **_named(line)))


def summary_fetched(turn: Turn, step: FetchingSummary, event: SummaryFetched) -> Turn:
    line = turn.session.line_of(step.account)
    if not line:
        return turn.idle()
    done = replace(line, summary_due=None)
    told = turn.do(KeepLine(done)).changed(lines=_with(turn, done)).idle()
    network = line.claim.line.network.label
    summary = sentence("summary", summary=event.summary, network=network, masked=not line.claim.proven)
    return told.say(sentence("linked", **_named(line)), summary, sentence("as-of", at=event.summary.as_of)).say(
        sentence("receipt", reference=line.claim.agreement.reference, at=line.claim.agreement.at),
        sentence("receipt-next"),
        choices=MENU,
    )


def summary_failed(turn: Turn, step: FetchingSummary) -> Turn:
    """The line is linked all the same; what it holds follows by itself."""
    line = turn.session.line_of(step.account)
    if not line:
        return turn.idle()
    if turn.now - line.linked_at > GIVE_UP:
        done = replace(line, summary_due=None)
        kept = turn.do(KeepLine(done)).changed(lines=_with(turn, done)).idle()
        return kept.say(sentence("summary-given-up", **_named(line)), choices=MENU)
    later = turn.now + max(LATER, turn.now - line.linked_at)
    postponed = replace(line, summary_due=later)
    waiting = turn.do(KeepLine(postponed)).changed(lines=_with(turn, postponed)).idle()
    if line.summary_due != _first_due(line):
        return waiting
    return waiting.say(sentence("summary-later", **_named(line)), choices=MENU)


def _first_due(line: LinkedLine) -> datetime:
    return line.linked_at + LATER


def _with(turn: Turn, line: LinkedLine) -> tuple[LinkedLine, ...]:
    return tuple(line if other.account == line.account else other for other in turn.session.lines)


def _named(line: LinkedLine) -> dict[str, str]:
    return {"network": line.claim.line.network.label, "number": line.claim.line.number.masked}
