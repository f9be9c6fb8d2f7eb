"""What is held of a customer, for themselves: who may see what of each line, since when and how often it was read.

Made from what is on record and what is kept, never from the settings of today.
"""

from collections.abc import Iterable
from typing import Any

from conversations.choice import Choice
from conversations.consent import Agreement, Asked, Receipt, ShownAs, yes_or_no
from conversations.consent_events import ReceiptsFound
from conversations.customer.afterwards import nothing_linked
from conversations.customer.questions import reads_named
from conversations.customer.turn import Turn
from conversations.effects import FindReceipts, Say, Sentence, sentence
from conversations.linked_line import LinkedLine
from conversations.phone import PhoneNumber
from conversations.session import Idle, Session, ShowingTransactions

PER_MESSAGE = 4  # lines in short


def find(turn: Turn) -> Turn:
    """The card names who asked and what for, which stands on record."""
    return turn.do(FindReceipts(shown=ShownAs.CARDS))


def find_all(turn: Turn) -> Turn:
    """Everything, as a file for programs."""
    return turn.do(FindReceipts(shown=ShownAs.FILE))


def give(turn: Turn, event: ReceiptsFound) -> Turn:
    return turn.do(Say((sentence("mydata-file"),), held=event.held))


def show(turn: Turn, event: ReceiptsFound) -> Turn:
    """One message a line, so that a small screen is enough; then what else is kept."""
    lines = turn.session.lines
    told = turn
    for line in lines:
        told = told.say(*_card(line, event.receipts))
    choices = _at_rest(turn, *((Choice.CHOOSE, Choice.STOP_SHARING) if lines else ()), Choice.MYDATA_FILE)
    nobody = () if lines else (sentence("mydata-nobody"),)
    read = (sentence("mydata-read-before"),) if event.receipts and not lines else ()
    return told.say(*nobody, _kept(turn, event), *read, choices=choices)


def find_in_short(turn: Turn) -> Turn:
    """Who asked stands on record here too."""
    return turn.do(FindReceipts(shown=ShownAs.IN_SHORT)) if turn.session.lines else nothing_linked(turn)


def show_in_short(turn: Turn, event: ReceiptsFound) -> Turn:
    """The same in short."""
    if not turn.session.lines:
        return nothing_linked(turn)
    first, last = _lines_in_short(turn, event)
    return first.say(*last, choices=_at_rest(turn, Choice.STOP_SHARING))


def find_seen(turn: Turn) -> Turn:
    """For who asks what is seen: what holds of each line now, not what the business asks of others."""
    return turn.do(FindReceipts(shown=ShownAs.SEEN))


def show_seen(turn: Turn, event: ReceiptsFound) -> Turn:
    if not turn.session.lines:
        return nothing_linked(turn)
    first, last = _lines_in_short(turn, event)
    reads = {scope for line in turn.session.lines for scope in line.claim.agreement.reads}
    told = (*last, sentence("seen-else", **yes_or_no(tuple(reads))))
    choices = _at_rest(turn, Choice.CHOOSE, Choice.STOP_SHARING)
    return first.say(*told, choices=choices) if choices else first.remind(*told)


def _lines_in_short(turn: Turn, event: ReceiptsFound) -> tuple[Turn, list[Sentence]]:
    """All of them, of which the last message is still to be said."""
    told = [_in_short(line, event.receipts) for line in turn.session.lines]
    last = max(0, len(told) - 1) // PER_MESSAGE * PER_MESSAGE
    for start in range(0, last, PER_MESSAGE):
        turn = turn.say(*told[start : start + PER_MESSAGE])
    return turn, told[last:]


def _at_rest(turn: Turn, *choices: Choice) -> tuple[Choice, ...]:
    """In the middle of something else, the answers of its question stay; a page of transactions is nothing such."""
    return choices if isinstance(turn.session.step, Idle | ShowingTransactions) else ()


def _card(line: LinkedLine, receipts: Iterable[Receipt]) -> tuple[Sentence, ...]:
    agreement, asked = line.claim.agreement, _asked(line, receipts)
    who = {"seen_by": asked.terms.business if asked else "", "seen_for": asked.terms.purpose if asked else ""}
    card = sentence(
        "mydata-line",
        **line.named,
        **who,
        reads=reads_named(agreement.reads),
        since=agreement.at,
        **_end(agreement),
        agent=line.origin.agent or (asked.agent if asked else ""),
        link=line.reference,
        receipt=agreement.reference,
    )
    return card, _read_so_often(line)


def _asked(line: LinkedLine, receipts: Iterable[Receipt]) -> Asked | None:
    """What was put to the customer then; None where the first release noted none of it."""
    reference = line.claim.agreement.reference
    return next((each.asked for each in receipts if each.agreement.reference == reference), None)


def _read_so_often(line: LinkedLine) -> Sentence:
    times, last = line.readings.count, line.readings.last_at
    return sentence("mydata-read", times=times, last=last or line.linked_at)


def _end(agreement: Agreement) -> dict[str, Any]:
    """As its receipt says it: the date that was agreed, and the days unused that end it sooner."""
    until, unused = agreement.until, agreement.unused_days
    return {"end": until or agreement.at, "unused": unused or 0, "ends": "yes" if until else "no"}


def _in_short(line: LinkedLine, receipts: Iterable[Receipt]) -> Sentence:
    until, asked = line.claim.agreement.until, _asked(line, receipts)
    return sentence(
        "account-line",
        **line.named,
        **({"business": asked.terms.business} if asked else {}),
        reads=reads_named(line.claim.agreement.reads),
        at=line.linked_at,
        end=until or line.linked_at,
        ends="yes" if until else "no",
        times=line.readings.count,
    )


def _kept(turn: Turn, event: ReceiptsFound) -> Sentence:
    """Beside the lines: what this chat remembers, and its agreements, of which the record stays."""
    session = turn.session
    chat = session.own_number
    return sentence(
        "mydata-kept",
        chat=chat.masked if chat else "",
        number=", ".join(sorted(number.masked for number in _numbers_beside(session))),
        agreements=len(event.receipts) + event.unreadable,
        begun="yes" if session.memory else "no",
    )


def _numbers_beside(session: Session) -> set[PhoneNumber]:
    """Those that are not shown with a line or as the chat's own: remembered, being linked, or of an agent's link."""
    return set(session.known_numbers) - {session.own_number, *(line.claim.line.number for line in session.lines)}
