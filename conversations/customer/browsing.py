"""The arrows of a line's transactions: a page of them, the next one, those of a month or one way, and as a file.

Never how they are read, nor what else is read of a line.
"""

from collections.abc import Iterator

from conversations.account import Statement, TransactionPage
from conversations.choice import Choice
from conversations.customer import everywhere
from conversations.customer.afterwards import ask_meanwhile, go_on, read_account, read_line
from conversations.customer.events import StatementRead, TransactionsFetched
from conversations.customer.missing import found
from conversations.customer.questions import MENU
from conversations.customer.turn import Turn
from conversations.effects import Sentence, sentence
from conversations.intents.periods import Amiss
from conversations.intents.times import selection_in
from conversations.keys import Key
from conversations.lagos import date_in_lagos, months_before
from conversations.linked_line import LinkedLine
from conversations.reading import Reading, Span, TransactionFilter
from conversations.scopes import READINGS
from conversations.session import (
    ChoosingLine,
    ConfirmingUnlink,
    FetchingSummary,
    Idle,
    ReadingLine,
    ShowingTransactions,
    UnderWay,
)

AT_REST = Idle | ShowingTransactions | ChoosingLine | ConfirmingUnlink
STATEMENT_MONTHS = 6  # of a statement that no time is named for, with the one that has begun

NO_SUCH_TIME: dict[Amiss, Key] = {
    Amiss.NOT_YET: "transactions-not-yet",
    Amiss.NO_SUCH_DAY: "transactions-no-such-day",
    Amiss.UNCLEAR: "transactions-which-time",
}

# Asking


def asked(turn: Turn, wish: Choice, text: str = "") -> Turn:
    """For transactions of a time or a way, or as a file. "in" alone, and a file, is about what is shown."""
    at = turn.session.step
    if not turn.session.lines or not isinstance(at, UnderWay | AT_REST):
        return everywhere.finish_first(turn, wish)
    selection = selection_in(text, date_in_lagos(turn.now))
    if isinstance(selection, Amiss):
        return turn.say(sentence(NO_SUCH_TIME[selection]))
    match at:
        case FetchingSummary() | ReadingLine():
            return ask_meanwhile(turn, at, READINGS[wish], _of(wish, selection, turn))
        case ShowingTransactions(account, _, shown):
            same = TransactionFilter(selection.span or shown.span, selection.way or (shown.way if not text else None))
            return read_account(turn, account, READINGS[wish], selection=_of(wish, same, turn))
        case _ if isinstance(at, UnderWay):
            return everywhere.while_busy(turn)
        case _:
            return read_line(turn, READINGS[wish], _of(wish, selection, turn))


def more(turn: Turn) -> Turn:
    """The next page; after the last there is none, and where nothing is shown it is asked of what."""
    match turn.session.step:
        case ShowingTransactions(account, page, selection, more=True):
            return read_account(turn, account, Reading.TRANSACTIONS, page + 1, selection)
        case ShowingTransactions():
            return turn.remind(sentence("transactions-no-more"))
        case _:
            return turn.remind(sentence("transactions-more-of-what"))


def _of(wish: Choice, selection: TransactionFilter, turn: Turn) -> TransactionFilter:
    """A file has a beginning and an end."""
    if wish is not Choice.STATEMENT or selection.span:
        return selection
    today = date_in_lagos(turn.now)
    return TransactionFilter(Span(months_before(today, STATEMENT_MONTHS - 1), today), selection.way)


# What came


def page_read(turn: Turn, step: ReadingLine, event: TransactionsFetched) -> Turn:
    line, page = turn.session.line_of(step.account), event.page
    if not line:
        return turn.idle()
    read = found(turn, step.account)
    told = (*_page(line, step, page), *_left_out(page.unread), *_interrupted(page, turn))
    if step.then:
        return go_on(read.idle().say(*told, choices=MENU), step)
    if not page.transactions and page.page == 1 and not page.unfinished:
        return read.idle().say(*told, choices=MENU)
    shown = page.page - page.unfinished  # "more" asks for an unfinished one again
    return read.forward(ShowingTransactions(step.account, shown, step.selection, page.more)).ask(*told)


def _page(line: LinkedLine, step: ReadingLine, page: TransactionPage) -> Iterator[Sentence]:
    """What came, and whether that is all. Of a network that does not answer more is said (`_interrupted`)."""
    if page.transactions:
        yield sentence("transactions", page=page, selection=step.selection, **line.named)
    elif page.unfinished:
        pass
    elif page.page > 1:
        yield sentence("transactions-no-more")
    else:
        yield _none(line, step.selection)
    if page.unfinished and page.read_at is None:
        yield sentence("transactions-unfinished")


def _none(line: LinkedLine, selection: TransactionFilter) -> Sentence:
    return sentence("transactions-none", selection=selection, **line.named)


def _interrupted(page: TransactionPage, turn: Turn) -> tuple[Sentence, ...]:
    """The network stopped answering: what was read before is shown with its age, and so is what came until then."""
    if page.read_at is None:
        return ()
    today = "yes" if date_in_lagos(page.read_at) == date_in_lagos(turn.now) else "no"
    return (sentence("transactions-as-of", at=page.read_at, today=today),)


def _left_out(unread: int) -> tuple[Sentence, ...]:
    return (sentence("transactions-unread", n=unread),) if unread else ()


def statement_read(turn: Turn, step: ReadingLine, event: StatementRead) -> Turn:
    """The file with what it adds up to; without any transactions there is none."""
    line, statement_ = turn.session.line_of(step.account), event.statement
    if not line:
        return turn.idle()
    read = found(turn, step.account).idle()
    if not statement_.transactions:
        told = (_none(line, step.selection), *_left_out(statement_.unread), *_stopped(statement_))
        return go_on(read.say(*told, choices=MENU), step)
    said = sentence("statement", statement=statement_, selection=step.selection, **line.named)
    told = (said, *_left_out(statement_.unread), *_stopped(statement_), sentence("statement-other"))
    return go_on(read.say(*told, choices=MENU).saying(file=(statement_, step.selection)), step)


def _stopped(read: Statement) -> tuple[Sentence, ...]:
    if read.whole:
        return ()
    oldest = min((each.at for each in read.transactions), default=None)
    return (sentence("statement-stopped", at=oldest),) if oldest else (sentence("reading-failed"),)
