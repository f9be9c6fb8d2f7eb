"""The arrows from the typed code to the linked line: checking, exchanging. Never how the code was asked for."""

from datetime import datetime, timedelta

from conversations.allowance import allowances_for_otp_check
from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import EndReason
from conversations.customer import first_reading
from conversations.customer.events import (
    AccountOpened,
    LimitReached,
    OtpVerified,
    ProviderRefused,
)
from conversations.customer.everywhere import time_ran_out
from conversations.customer.facts import CodeProven
from conversations.customer.stumbling import stumbled
from conversations.customer.turn import Turn
from conversations.customer.typed_codes import holds_code_at
from conversations.effects import (
    CheckOtp,
    ExchangeForAccount,
    ForgetLine,
    KeepLine,
    RecordConsent,
    ReturnAllowances,
    Sentence,
    TellHolders,
    UnlinkAtProvider,
    sentence,
)
from conversations.intents.codes import holds_parted_code
from conversations.intents.given import CodeDoubted, TextHeard, WhichCode
from conversations.intents.naming import Naming
from conversations.intents.patterns import Pattern
from conversations.intents.replies import WHICH_CODE
from conversations.intents.words import heard_words, words_in
from conversations.keys import Key
from conversations.link import LinkOrigin, Reason
from conversations.linked_line import LinkedLine
from conversations.network import Network, parse_network
from conversations.otp import is_meant_as_otp
from conversations.phone import PhoneNumber, parse_number
from conversations.refusal import Refusal
from conversations.schedule import scheduled
from conversations.secret import OtpCode
from conversations.session import AskingNetwork, AskingOtp, CheckingOtp, ExchangingCode

_PIN = Pattern(r"\b{heard-bare-pin}\b")
MOST_EXCHANGES = 3  # with the same code, within its life
_AS_SAID = timedelta(seconds=15)  # who was told that it takes so long hears when it takes longer

# The code


def code_heard(turn: Turn, step: AskingOtp, code: OtpCode) -> Turn:
    """A text that can be the code is checked, once."""
    return _check(turn, step, code) if step.tries_left else turn.ask()


def code_unclear(turn: Turn, step: AskingOtp, heard: TextHeard) -> Turn:
    """Any other costs no try."""
    if isinstance(heard.heard, WhichCode):
        return stumbled(turn, WHICH_CODE)
    if isinstance(heard.heard, CodeDoubted):
        return _not_used(turn, step, heard.heard) if step.tries_left else turn.ask()
    if _PIN.search(heard.text):
        return stumbled(turn, sentence("pin-not-needed"))
    if holds_code_at(turn.session, heard.text):
        parted = holds_parted_code(heard.text, step.form)
        unread = sentence("code-doubtful") if parted else _wrong_length(step)
        return stumbled(turn, unread) if step.tries_left else turn.ask()
    if isinstance(parse_number(heard.text), PhoneNumber) or _names_network(heard.text, step):
        return stumbled(turn, sentence("change-by-button"))
    if not step.tries_left:
        return stumbled(turn, sentence("ask-new-code", network=step.claim.line.network.label), asks=False)
    if is_meant_as_otp(heard.text):
        return stumbled(turn, _wrong_length(step))
    speaks_of_it = not heard_words("heard-of-code").isdisjoint(words_in(heard.text).words)
    told: Key = "no-code-yet" if speaks_of_it else "code-not-understood"
    return stumbled(turn, sentence(told, number=step.claim.line.number.masked), beside=(Choice.PROOF,))


def _names_network(text: str, step: AskingOtp) -> bool:
    """Whether the line may be on another than the one that was asked for the code: "sorry, it is Airtel"."""
    naming = Naming(text)
    others = set(naming.named) - {step.claim.line.network}
    return isinstance(parse_network(text), Network) or bool(others and not naming.tells_a_story)


def _not_used(turn: Turn, step: AskingOtp, doubted: CodeDoubted) -> Turn:
    if doubted.beside:
        return stumbled(turn, sentence("code-beside"), beside=(Choice.PROOF, Choice.CANCEL))
    if doubted.told:
        told = sentence("code-told", number=step.claim.line.number.masked)
        return stumbled(turn, told, beside=(Choice.PROOF, Choice.PERSON))
    return stumbled(turn, sentence("code-doubtful"))


def _check(turn: Turn, step: AskingOtp, code: OtpCode) -> Turn:
    attempt = turn.session.attempt + 1
    checking = CheckingOtp(attempt, replace(step, tries_left=step.tries_left - 1))
    allowances = allowances_for_otp_check(turn.rules.limits, step.claim.line.number)
    waiting = turn.calling(attempt).back(checking, _patience(turn))
    return waiting.do(CheckOtp(attempt, step.reference, code, allowances))


def _patience(turn: Turn) -> datetime:
    """An answer is waited for a little past the end, so that a code typed in time is not lost to the clock."""
    soonest = turn.now + turn.rules.answer_grace
    return max(turn.session.expires_at or soonest, soonest)


def _wrong_length(step: AskingOtp) -> Sentence:
    return sentence("code-wrong-length", shortest=step.form.min_length, longest=step.form.max_length)


def check_refused(turn: Turn, step: CheckingOtp, event: ProviderRefused) -> Turn:
    tries, network = step.asked.tries_left, step.asked.claim.line.network.label
    match event.refusal:
        case Refusal.WRONG_CODE if step.asked.unsure:
            told = sentence("wrong-code-unsure", tries=tries)
            return _ask_again(turn.stuck(Reason.WRONG_CODE if tries else Reason.WRONG_CODE_LAST), step.asked, told)
        case Refusal.SAME_CODE:
            spent = allowances_for_otp_check(turn.rules.limits, step.asked.claim.line.number)
            told = sentence("same-code", network=network)
            return _ask_again(turn.do(ReturnAllowances(spent)), _unspent(step), told)
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
    return _ask_again(turn.stuck(Reason.NO_ANSWER), _unspent(step), sentence("check-unavailable"))


def _unspent(step: CheckingOtp) -> AskingOtp:
    return replace(step.asked, tries_left=step.asked.tries_left + 1)


def check_silent(turn: Turn, step: CheckingOtp) -> Turn:
    """Whether the code was right is not known; it is not sent again by itself, and the try stays spent."""
    told = sentence("check-unknown", tries=step.asked.tries_left)
    return _ask_again(turn.stuck(Reason.NO_ANSWER), replace(step.asked, unsure=True), told)


def check_limited(turn: Turn, step: CheckingOtp, event: LimitReached) -> Turn:
    told = sentence("limit-otp-checks-per-number-day", again=event.refused.until, now=turn.now)
    return _ask_again(turn.stuck(Reason.TRIES_USED_UP), _unspent(step), told)


def _ask_again(turn: Turn, asking: AskingOtp, told: Sentence) -> Turn:
    """Where the answer came past the code's end, nothing can be typed once more."""
    end = turn.rules.end_of_code(asking.requested_at)
    asked = turn.back(asking, end)
    return asked.remind(told) if turn.now < end else time_ran_out(asked)


# The exchange


def code_verified(turn: Turn, step: CheckingOtp, event: OtpVerified) -> Turn:
    attempt = turn.session.attempt + 1
    exchanging = ExchangingCode(attempt, step.asked.claim, event.code, turn.now)
    proven = turn.stating(CodeProven(step.asked.claim.line))
    waiting = proven.calling(attempt).forward(exchanging, turn.rules.end_of_code(turn.now))
    return waiting.do(ExchangeForAccount(attempt, event.code))


def exchange_failed(turn: Turn, step: ExchangingCode, refusal: Refusal | None, until: datetime | None = None) -> Turn:
    """The same code may be exchanged again while it lives, not before `until`; a code that is spent needs a new OTP."""
    final = refusal not in (None, Refusal.UNAVAILABLE, Refusal.TOO_MANY_REQUESTS)
    wait = max(timedelta(seconds=2 * step.exchanges), (until or turn.now) - turn.now)
    too_old = turn.now + wait >= turn.rules.end_of_code(step.obtained_at)
    if final or too_old or step.exchanges >= MOST_EXCHANGES:
        asking = AskingNetwork(step.claim.agreement, step.claim.line.number, step.claim.proven)
        if refusal is Refusal.NOT_ALLOWED:
            return turn.stuck(Reason.OUR_FAULT).back(asking).ask(sentence("our-fault"))
        return turn.stuck(Reason.LINK_AGAIN).back(asking).ask(sentence("link-again"))
    attempt = turn.session.attempt + 1
    again = replace(step, attempt=attempt, exchanges=step.exchanges + 1)
    waiting = turn.calling(attempt).with_step(again).do(ExchangeForAccount(attempt, step.code, wait))
    return waiting.say(sentence("still-linking", again="yes")) if wait > _AS_SAID else waiting


def account_opened(turn: Turn, step: ExchangingCode, event: AccountOpened) -> Turn:
    """The account ID is kept before anything is read with it. A line linked again replaces its older self."""
    offer = turn.session.offer
    reference, origin = (offer.reference, offer.origin) if offer else ("", LinkOrigin())
    opened = LinkedLine(event.account, step.claim, turn.now, turn.now + first_reading.LATER, reference, origin=origin)
    line = scheduled(opened, turn.rules)
    cleared = _replace_older(turn, line)
    linked = replace(cleared.session, lines=(*cleared.session.lines, line), memory=None, requests=())
    kept = cleared.do(KeepLine(line), TellHolders(line)).with_session(linked)
    return first_reading.begin(kept, line)


def _replace_older(turn: Turn, line: LinkedLine) -> Turn:
    """The provider may give the line the same account ID or a new one: in one chat it is one line, with one consent."""
    older = [each for each in turn.session.lines if each.account == line.account or each.claim.line == line.claim.line]
    for each in older:
        turn = turn.do(RecordConsent(each.claim.agreement, withdrawn=True, why=EndReason.RENEWED))
        if each.account != line.account:
            turn = turn.do(ForgetLine(each.account, EndReason.RENEWED), UnlinkAtProvider(each.account))
    remaining = tuple(each for each in turn.session.lines if each not in older)
    return turn.with_session(replace(turn.session, lines=remaining))
