"""The arrows that end the sharing of a line: unlinking it, forgetting everything. Never an end that comes by itself."""

from conversations.changing import replace
from conversations.consent import EndReason
from conversations.customer.afterwards import nothing_linked
from conversations.customer.everywhere import cancel
from conversations.customer.holders import end_lines, is_about
from conversations.customer.stumbling import stumbled
from conversations.customer.traits import is_linking
from conversations.customer.turn import Turn
from conversations.effects import ForgetCustomer, RecordConsent, Say, Sentence, sentence
from conversations.line_events import EndingMeant, Withdrew
from conversations.linked_line import LinkedLine
from conversations.on_behalf import EndedOnBehalf
from conversations.secret import AccountId
from conversations.session import (
    CheckingOtp,
    ChoosingLine,
    ConfirmingUnlink,
    ExchangingCode,
    Idle,
    SendingOtp,
    Session,
    Waiting,
)


def unlink(turn: Turn, *, all_: bool = False) -> Turn:
    """Whatever is being linked is left behind: who says stop is heard at once."""
    lines, at = turn.session.lines, turn.session.step
    if not lines and isinstance(at, SendingOtp | CheckingOtp | ExchangingCode):
        return cancel(turn)  # before it is linked after all
    if not lines:
        stops = (sentence("ask-back-cancel"),) if is_linking(at) else ()
        return turn.remind(sentence("nothing-to-unlink"), *stops)
    if len(lines) > 1:
        return turn.idle().forward(ChoosingLine(None)).ask(*([sentence("one-line-first")] if all_ else []))
    return ask_whether(turn, lines[0].account)


def asked_again(turn: Turn) -> Turn:
    """A second "stop" at the question is no "yes" that can be told for sure, and never a "no"."""
    return stumbled(turn, sentence("ask-back-confirm"), asks=False).with_asking(asks=True)


def delete(turn: Turn) -> Turn:
    return ask_whether(turn, None)


def ask_whether(turn: Turn, account: AccountId | None) -> Turn:
    """Within the time that is left to what is being linked, which would go on; asked twice, from there too."""
    at = turn.session.step
    before = at.before if isinstance(at, ConfirmingUnlink) else at if isinstance(at, Waiting) else None
    if before:
        return turn.back(ConfirmingUnlink(account, before)).ask()
    return turn.idle().forward(ConfirmingUnlink(account)).ask()


def confirmed(turn: Turn, step: ConfirmingUnlink) -> Turn:
    if step.account is None:
        return _forget_everything(turn.idle()).say(_deleted(turn))
    line = turn.session.line_of(step.account)
    return unlinked(turn, line) if line else nothing_linked(turn.idle())


def unlinked(turn: Turn, line: LinkedLine) -> Turn:
    """At the customer's own wish."""
    return _unlink(turn, (line,)).say(_unlinked(line))


def heard_after_stop(turn: Turn, event: Withdrew | EndingMeant) -> Turn:
    """One thing is said to it, to whoever wants to hear nothing more. What a sentence ends must be said by its word."""
    if isinstance(event, Withdrew):
        return _withdraw(turn, event)
    return turn.do(Say((sentence("ask-after-stop", lines=len(turn.session.lines)),), last=True))


def _withdraw(turn: Turn, event: Withdrew) -> Turn:
    """Carried out at once and confirmed once, for who wants to hear nothing more cannot be asked which line."""
    lines = turn.session.lines
    if event.everything:
        return _forget_everything(turn).do(Say((_deleted(turn),), last=True))
    told = tuple(map(_unlinked, lines)) or (sentence("nothing-linked"),)
    return _unlink(turn, lines).do(Say(told, last=True))


def _unlink(turn: Turn, lines: tuple[LinkedLine, ...]) -> Turn:
    gone = end_lines(turn, lines).idle()
    return gone.with_session(replace(gone.session, memory=None))


def _deleted(before: Turn) -> Sentence:
    """No more than there was: the chat's own number is its address, which goes on coming with what they write."""
    chat = before.session.own_number
    return sentence("deleted", lines=len(before.session.lines), chat=chat.masked if chat else "")


def _unlinked(line: LinkedLine) -> Sentence:
    return sentence("unlinked", number=line.claim.line.number.masked)


def ended_on_behalf(turn: Turn, event: EndedOnBehalf) -> Turn:
    """As if by the customer's hand, wherever they stand; and they hear what was done, and why."""
    why = event.because.value
    if event.accounts is None:
        return _forget_everything(turn.idle(), EndReason.OPERATOR).say(sentence("deleted-for-you", why=why))
    lines = tuple(line for line in turn.session.lines if line.account in event.accounts)
    if not lines:
        return turn
    left = end_lines(turn, lines, EndReason.OPERATOR)
    still = left.idle() if any(is_about(turn, line.account) for line in lines) else left
    told = [sentence("unlinked-for-you", number=line.claim.line.number.masked, why=why) for line in lines]
    return still.with_session(replace(still.session, memory=None)).remind(*told)


def _forget_everything(turn: Turn, why: EndReason = EndReason.CUSTOMER) -> Turn:
    """Lines, number and conversation; an agreement under which nothing was linked yet ends with them."""
    memory = turn.session.memory
    ended = turn.do(RecordConsent(memory.agreement, withdrawn=True, why=why)) if memory else turn
    gone = end_lines(ended, turn.session.lines, why).do(ForgetCustomer(why)).idle()
    return gone.with_session(_forgotten(gone.session))


def _forgotten(session: Session) -> Session:
    return replace(session, memory=None, offer=None, own_number=None, unshown=None, after="")


def is_forgotten(session: Session) -> bool:
    """Whether nothing of a person is left in it that forgetting everything would take away."""
    return isinstance(session.step, Idle) and not session.lines and session == _forgotten(session)
