"""The arrows from the typed code to the summary: checking, exchanging, fetching. Never how the code was asked for."""

from dataclasses import replace
from datetime import datetime, timedelta

from conversations.allowance import allowances_for_otp_check
from conversations.consent import EndReason
from conversations.effects import (
    CheckOtp,
    DeleteMessage,
    ExchangeForAccount,
    FetchSummary,
    FindReceipts,
    KeepLine,
    RecordConsent,
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
from conversations.facts import CodeProven, LineLinked
from conversations.link import Reason
from conversations.network import Network, parse_network
from conversations.otp import looks_like_otp, parse_otp
from conversations.phone import PhoneNumber, parse_number
from conversations.questions import MENU
from conversations.refusal import Refusal
from conversations.schedule import scheduled
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
    waiting = turn.calling(attempt).back(checking, _patience(turn))
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
            wrong = turn.stuck(Reason.WRONG_CODE)
            return _ask_again(wrong, step.asked, sentence("wrong-code", tries=tries, network=network))
        case Refusal.WRONG_CODE:
            return _ask_again(turn.stuck(Reason.WRONG_CODE_LAST), step.asked, sentence("wrong-code-last"))
        case Refusal.REQUEST_EXPIRED:
            dead = replace(step.asked, tries_left=0)
            return _ask_again(turn.stuck(Reason.CODE_EXPIRED), dead, sentence("code-expired"))
        case Refusal.UNAVAILABLE:
            spent = allowances_for_otp_check(turn.rules.limits, step.asked.claim.line.number)
            return _not_checked(turn.do(ReturnAllowances(spent)), step)
        case Refusal.TOO_MANY_REQUESTS:
            return _not_checked(turn, step)
        case Refusal.NOT_ALLOWED:
            return _ask_again(turn.stuck(Reason.OUR_FAULT), step.asked, sentence("our-fault"))
        case _:
            return check_silent(turn, step)


def _not_checked(turn: Turn, step: CheckingOtp) -> Turn:
    unspent = replace(step.asked, tries_left=step.asked.tries_left + 1)
    return _ask_again(turn.stuck(Reason.NO_ANSWER), unspent, sentence("check-unavailable"))


def check_silent(turn: Turn, step: CheckingOtp) -> Turn:
    """Whether the code was right is not known; it is not sent again by itself, and the try stays spent."""
    told = sentence("check-unknown", tries=step.asked.tries_left)
    return _ask_again(turn.stuck(Reason.NO_ANSWER), step.asked, told)


def check_limited(turn: Turn, step: CheckingOtp, event: LimitReached) -> Turn:
    unspent = replace(step.asked, tries_left=step.asked.tries_left + 1)
    told = sentence("limit-otp-checks-per-number-day", until=event.refused.until, now=turn.now)
    return _ask_again(turn.stuck(Reason.TRIES_USED_UP), unspent, told)


def _ask_again(turn: Turn, asking: AskingOtp, told: Sentence) -> Turn:
    end = asking.requested_at + turn.rules.provider_session
    return turn.back(asking, end).remind(told)


# The exchange


def code_verified(turn: Turn, step: CheckingOtp, event: OtpVerified) -> Turn:
    attempt = turn.session.attempt + 1
    exchanging = ExchangingCode(attempt, step.asked.claim, event.code, turn.now)
    proven = turn.stating(CodeProven(step.asked.claim.line))
    return proven.calling(attempt).forward(exchanging).do(ExchangeForAccount(attempt, event.code))


def exchange_failed(turn: Turn, step: ExchangingCode, refusal: Refusal | None) -> Turn:
    """The same code may be exchanged again while it lives; a code that is spent needs a new OTP."""
    final = refusal not in (None, Refusal.UNAVAILABLE, Refusal.TOO_MANY_REQUESTS)
    too_old = turn.now >= step.obtained_at + turn.rules.provider_session
    if final or too_old or step.exchanges >= MOST_EXCHANGES:
        asking = AskingNetwork(step.claim.agreement, step.claim.line.number, step.claim.proven)
        if refusal is Refusal.NOT_ALLOWED:
            return turn.stuck(Reason.OUR_FAULT).back(asking).ask(sentence("our-fault"))
        return turn.stuck(Reason.LINK_AGAIN).back(asking).ask(sentence("link-again"))
    attempt = turn.session.attempt + 1
    again = replace(step, attempt=attempt, exchanges=step.exchanges + 1)
    wait = timedelta(seconds=2 * step.exchanges)
    waiting = turn.calling(attempt).with_step(again)
    return waiting.do(ExchangeForAccount(attempt, step.code, wait))


def account_opened(turn: Turn, step: ExchangingCode, event: AccountOpened) -> Turn:
    """The account ID is kept before anything is read with it. A line linked again replaces its older self."""
    offer = turn.session.offer
    reference = offer.reference if offer else ""
    line = LinkedLine(event.account, step.claim, turn.now, summary_due=turn.now + LATER, reference=reference)
    line = scheduled(line, turn.rules)
    older = turn.session.line_of(event.account)
    others = tuple(other for other in turn.session.lines if other.account != event.account)
    # An agent's link is for one line, and its work is done.
    linked = replace(turn.session, lines=(*others, line), memory=None, offer=None, requests=())
    ended = (RecordConsent(older.claim.agreement, withdrawn=True, why=EndReason.RENEWED),) if older else ()
    kept = turn.do(KeepLine(line), *ended).stating(LineLinked(line)).with_session(linked)
    return fetch_summary(kept, event.account)


# The summary


def fetch_summary(turn: Turn, account: AccountId) -> Turn:
    attempt = turn.session.attempt + 1
    fetching = turn.calling(attempt).forward(FetchingSummary(attempt, account))
    return fetching.do(FetchSummary(attempt, account))


def summary_pending(turn: Turn, step: FetchingSummary) -> Turn:
    """Say so once and ask again and again until the session ends; from then on the line's own date calls."""
    line = turn.session.line_of(step.account)
    if not line or line.summary_due != _first_due(line):
        return summary_failed(turn, step)
    attempt = turn.session.attempt + 1
    wait = POLLS[min(step.polls, len(POLLS) - 1)]
    polling = turn.calling(attempt).with_step(replace(step, attempt=attempt, polls=step.polls + 1))
    asked = polling.do(FetchSummary(attempt, step.account, wait))
    return asked if step.polls else asked.say(sentence("summary-processing", **line.named))


def summary_fetched(turn: Turn, step: FetchingSummary, event: SummaryFetched) -> Turn:
    line = turn.session.line_of(step.account)
    if not line:
        return turn.idle()
    told = turn.keep(replace(line, summary_due=None)).idle()
    network = line.claim.line.network.label
    summary = sentence("summary", summary=event.summary, network=network, masked=not line.claim.proven)
    return told.say(sentence("linked", **line.named), summary, sentence("as-of", at=event.summary.as_of)).do(
        FindReceipts(line.claim.agreement.reference)
    )


def summary_failed(turn: Turn, step: FetchingSummary) -> Turn:
    """The line is linked all the same; what it holds follows by itself."""
    line = turn.session.line_of(step.account)
    if not line:
        return turn.idle()
    if turn.now - line.linked_at > GIVE_UP:
        kept = turn.keep(replace(line, summary_due=None)).idle()
        return kept.say(sentence("summary-given-up", **line.named), choices=MENU)
    later = turn.now + max(LATER, turn.now - line.linked_at)
    waiting = turn.keep(replace(line, summary_due=later)).idle()
    if line.summary_due != _first_due(line):
        return waiting
    return waiting.say(sentence("summary-later", **line.named), choices=MENU)


def _first_due(line: LinkedLine) -> datetime:
    return line.linked_at + LATER
