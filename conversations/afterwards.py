"""The arrows of a linked line: reading it, unlinking it, forgetting everything. Never how it was linked."""

from dataclasses import replace
from datetime import timedelta

from conversations.choice import Choice
from conversations.consent import EndReason
from conversations.effects import ForgetCustomer, ForgetLine, ReadLine, RecordConsent, UnlinkAtProvider, sentence
from conversations.events import ProviderRefused, SummaryFetched, TransactionsFetched
from conversations.phone import parse_number
from conversations.questions import MENU
from conversations.refusal import Refusal
from conversations.schedule import scheduled
from conversations.secret import AccountId
from conversations.session import (
    ChoosingLine,
    ConfirmingUnlink,
    FetchingSummary,
    LinkedLine,
    Reading,
    ReadingLine,
    ShowingTransactions,
)
from conversations.turn import Turn
from conversations.usage import usage_of

USAGE_SPAN = timedelta(days=30)
READINGS = {
    Choice.BALANCE: Reading.BALANCE,
    Choice.TRANSACTIONS: Reading.TRANSACTIONS,
    Choice.USAGE: Reading.USAGE,
}

# Reading


def read_line(turn: Turn, reading: Reading) -> Turn:
    lines = turn.session.lines
    if not lines:
        return nothing_linked(turn)
    if len(lines) > 1:
        return turn.forward(ChoosingLine(reading)).ask()
    return _read(turn, lines[0].account, reading)


def more_transactions(turn: Turn, step: ShowingTransactions) -> Turn:
    return _read(turn, step.account, Reading.TRANSACTIONS, step.page + 1)


def line_named(turn: Turn, text: str) -> LinkedLine | None:
    """The line whose number was typed: also one for which there was no place among the answers."""
    number = parse_number(text)
    return next((line for line in turn.session.lines if line.claim.line.number == number), None)


def line_chosen(turn: Turn, step: ChoosingLine, line: LinkedLine) -> Turn:
    if step.reading is None:
        return turn.forward(ConfirmingUnlink(line.account)).ask()
    return _read(turn, line.account, step.reading)


def _read(turn: Turn, account: AccountId, reading: Reading, page: int = 1) -> Turn:
    attempt = turn.session.attempt + 1
    turn = _note_use(turn, account)
    waiting = turn.calling(attempt).forward(ReadingLine(attempt, account, reading, page))
    return waiting.do(ReadLine(attempt, account, reading, page))


def _note_use(turn: Turn, account: AccountId) -> Turn:
    """A consent that is used lasts; a clock that was set back takes nothing from it."""
    line = turn.session.line_of(account)
    if not line:
        return turn
    used_at = max(line.used_at or turn.now, turn.now)
    return turn.keep(scheduled(replace(line, used_at=used_at), turn.rules))


def balances_read(turn: Turn, step: ReadingLine, event: SummaryFetched) -> Turn:
    line = turn.session.line_of(step.account)
    number = line.claim.line.number.masked if line else ""
    network = line.claim.line.network.label if line else ""
    told = sentence("balances", summary=event.summary, network=network, number=number)
    return turn.idle().say(told, sentence("as-of", at=event.summary.as_of), choices=MENU)


def transactions_read(turn: Turn, step: ReadingLine, event: TransactionsFetched) -> Turn:
    page = event.page
    if step.reading is Reading.USAGE:
        usage = usage_of(page.transactions, turn.now - USAGE_SPAN)
        return turn.idle().say(sentence("usage", usage=usage), choices=MENU)
    if not page.transactions:
        return turn.idle().say(sentence("transactions-none"), choices=MENU)
    told = sentence("transactions", page=page)
    if not page.more:
        return turn.idle().say(told, choices=MENU)
    return turn.forward(ShowingTransactions(step.account, page.page)).ask(told)


def reading_failed(turn: Turn, step: ReadingLine, event: ProviderRefused | None = None) -> Turn:
    if event and event.refusal is Refusal.ACCOUNT_GONE:
        return account_lost(turn.idle(), step.account)
    return turn.idle().say(sentence("reading-failed"), choices=MENU)


def account_lost(turn: Turn, account: AccountId) -> Turn:
    """The provider let go of the line by itself: so do we, and the customer hears it."""
    line = turn.session.line_of(account)
    if not line:
        return turn
    still = let_go(turn, line, EndReason.NETWORK)
    return still.remind(sentence("line-lost", number=line.claim.line.number.masked))


def let_go(turn: Turn, line: LinkedLine, why: EndReason) -> Turn:
    """The line ends without a word from the customer; so does what they were doing with it."""
    left = _forget(turn, (line,), why)
    return left.idle() if _is_about(turn, line.account) else left


def _is_about(turn: Turn, account: AccountId) -> bool:
    match turn.session.step:
        case ChoosingLine():
            return True
        case FetchingSummary() | ReadingLine() | ShowingTransactions() | ConfirmingUnlink() as step:
            return step.account == account
        case _:
            return False


# What is kept


def nothing_linked(turn: Turn) -> Turn:
    told = sentence("nothing-linked")
    return turn.remind(told)


def accounts(turn: Turn) -> Turn:
    if not turn.session.lines:
        return nothing_linked(turn)
    told = tuple(
        sentence(
            "account-line",
            network=line.claim.line.network.label,
            number=line.claim.line.number.masked,
            at=line.linked_at,
            end=line.end[0] if line.end else line.linked_at,
            ends="yes" if line.end else "no",
        )
        for line in turn.session.lines
    )
    return turn.say(*told)


# Letting go


def unlink(turn: Turn) -> Turn:
    """Whatever is being linked is left behind: who says stop is heard at once."""
    lines = turn.session.lines
    if not lines:
        return nothing_linked(turn)
    if len(lines) > 1:
        return turn.idle().forward(ChoosingLine(None)).ask()
    return turn.idle().forward(ConfirmingUnlink(lines[0].account)).ask()


def delete(turn: Turn) -> Turn:
    return turn.idle().forward(ConfirmingUnlink(None)).ask()


def confirmed(turn: Turn, step: ConfirmingUnlink) -> Turn:
    if step.account is None:
        return _forget_everything(turn).say(sentence("deleted"))
    line = turn.session.line_of(step.account)
    return unlinked(turn, line) if line else nothing_linked(turn.idle())


def unlinked(turn: Turn, line: LinkedLine) -> Turn:
    """At the customer's own wish."""
    gone = _forget(turn, (line,)).idle()
    gone = gone.with_session(replace(gone.session, memory=None))
    return gone.say(sentence("unlinked", number=line.claim.line.number.masked))


def _forget_everything(turn: Turn) -> Turn:
    """Lines, number and conversation; an agreement under which nothing was linked yet ends with them."""
    memory = turn.session.memory
    ended = turn.do(RecordConsent(memory.agreement, withdrawn=True)) if memory else turn
    gone = _forget(ended, turn.session.lines).do(ForgetCustomer()).idle()
    return gone.with_session(replace(gone.session, memory=None, offer=None, own_number=None))


def kept(turn: Turn) -> Turn:
    return turn.idle().ask(sentence("kept"))


def _forget(turn: Turn, lines: tuple[LinkedLine, ...], why: EndReason = EndReason.CUSTOMER) -> Turn:
    for line in lines:
        turn = turn.do(
            ForgetLine(line.account),
            RecordConsent(line.claim.agreement, withdrawn=True, why=why),
            UnlinkAtProvider(line.account),
        )
    remaining = tuple(line for line in turn.session.lines if line not in lines)
    return turn.with_session(replace(turn.session, lines=remaining))
