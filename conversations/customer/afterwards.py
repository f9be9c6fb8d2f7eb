"""The arrows of a linked line: reading it, and what is kept of it. Never how it was linked, nor how it ends."""

from datetime import datetime, timedelta

from conversations.account import Summary
from conversations.allowance import allowances_for_read
from conversations.changing import replace
from conversations.customer.events import ContactShared, LimitReached, ProviderRefused, SummaryFetched
from conversations.customer.missing import found, mark
from conversations.customer.problems import LIMITS_REACHED
from conversations.customer.questions import MENU, reads_named
from conversations.customer.turn import Turn
from conversations.customer.which_line import FEWEST_DIGITS, line_of_part
from conversations.effects import ReadLine, Sentence, sentence
from conversations.intents.naming import Naming
from conversations.lagos import date_in_lagos
from conversations.linked_line import LinkedLine
from conversations.phone import parse_number
from conversations.reading import NEWEST, Reading, TransactionFilter, Wish
from conversations.refusal import Refusal
from conversations.schedule import scheduled
from conversations.scopes import may_read, needed_for
from conversations.secret import AccountId
from conversations.session import ChoosingLine, ConfirmingUnlink, FetchingSummary, ReadingLine

ANEW_EVERY = timedelta(minutes=5)  # the provider's rule; what is asked for sooner is what came last

# Reading


def read_line(turn: Turn, reading: Reading, selection: TransactionFilter = NEWEST) -> Turn:
    lines = turn.session.lines
    if not lines:
        return nothing_linked(turn)
    if len(lines) > 1:
        return turn.forward(ChoosingLine(reading, selection=selection)).ask()
    return read_account(turn, lines[0].account, reading, selection=selection)


def line_named(turn: Turn, text: str) -> LinkedLine | None:
    """The line whose number was typed: also one for which there was no place among the answers."""
    number = parse_number(text)
    return next((line for line in turn.session.lines if line.claim.line.number == number), None)


def line_meant(turn: Turn, text: str) -> LinkedLine | None:
    """The same where it is asked which: its network, or the beginning or end of its number, is enough."""
    naming = Naming(text)
    if naming.named:
        on_it = [line for line in turn.session.lines if line.claim.line.network is naming.meant]
        return on_it[0] if len(on_it) == 1 else None
    digits = text.strip()
    if len(digits) < FEWEST_DIGITS or not digits.isdecimal():
        return line_named(turn, text)
    return line_of_part(turn.session, digits)


def line_chosen(turn: Turn, step: ChoosingLine, line: LinkedLine) -> Turn:
    if step.reading is None:
        return turn.forward(ConfirmingUnlink(line.account)).ask()
    return read_account(turn, line.account, step.reading, selection=step.selection)


def read_account(
    turn: Turn, account: AccountId, reading: Reading, page: int = 1, selection: TransactionFilter = NEWEST
) -> Turn:
    line = turn.session.line_of(account)
    if line and not may_read(line, reading):
        return not_agreed(turn, line, reading)
    attempt = turn.session.attempt + 1
    waiting = turn.calling(attempt).forward(ReadingLine(attempt, account, reading, page, selection=selection))
    spends = allowances_for_read(turn.rules.limits, str(turn.session.contact))
    anew_at = line.anew_at if line else None
    return waiting.do(ReadLine(attempt, account, reading, page, selection, anew_at, spends))


def not_agreed(turn: Turn, line: LinkedLine, reading: Reading) -> Turn:
    """Not even the provider is asked. That more may be read takes a new agreement."""
    return turn.idle().say(_not_agreed(line, reading), choices=MENU)


def _not_agreed(line: LinkedLine, reading: Reading) -> Sentence:
    return sentence("not-agreed", reads=reads_named((needed_for(reading),)), **line.named)


def note_read(turn: Turn, line: LinkedLine) -> Turn:
    """Counted when an answer is there, for what was refused or failed has read nothing.

    A consent that is used lasts; a clock that was set back takes nothing from it.
    """
    used_at = max(line.used_at or turn.now, turn.now)
    read = replace(line, used_at=used_at, readings=line.readings.with_one_more(turn.now))
    return turn.keep(scheduled(read, turn.rules))


def balances_read(turn: Turn, step: ReadingLine, event: SummaryFetched) -> Turn:
    """With the time at which the network gave them; where it gave none just now, that is said."""
    line = turn.session.line_of(step.account)
    if not line:
        return turn.idle()
    if step.reading is Reading.IDENTITY:
        return go_on(turn.idle().say(_identity(line, event), choices=MENU), step)
    summary = event.summary
    known = line.as_of if line.as_of and line.as_of <= turn.now else None  # a clock may have been ahead
    at = max((at for at in (summary.as_of, known) if at), default=None)
    asked_at = summary.anew_at or (turn.now if summary.refreshed else line.anew_at)
    read = found(turn, step.account).keep(replace(line, missing=None, as_of=at, anew_at=asked_at)).idle()
    told = sentence("balances", summary=summary, **line.named)
    return go_on(read.say(told, as_of(summary, at, turn.now), *_anew(summary, turn.now), choices=MENU), step)


def _anew(summary: Summary, now: datetime) -> tuple[Sentence, ...]:
    """How long the same figures come, whoever asks for others."""
    left = summary.anew_at + ANEW_EVERY - now if summary.anew_at else timedelta()
    return (sentence("balances-anew", left=left),) if left > timedelta() else ()


def as_of(summary: Summary, at: datetime | None, now: datetime) -> Sentence:
    """When the network gave what is shown; a refresh that failed is not passed over."""
    if at is None:
        return sentence("as-of-unknown")
    today = "yes" if date_in_lagos(at) == date_in_lagos(now) else "no"
    return sentence("as-of" if summary.refreshed else "as-of-stale", at=at, today=today)


def _identity(line: LinkedLine, event: SummaryFetched) -> Sentence:
    return sentence("identity", summary=event.summary, masked=not line.claim.proven, **line.named)


def number_proven(turn: Turn, line: LinkedLine) -> Turn:
    """The channel vouches for the number of a linked line: whose it is may be shown to them in full."""
    proven = replace(line, claim=replace(line.claim, proven=True))
    return read_account(turn.keep(proven), line.account, Reading.IDENTITY)


def unproven_line(turn: Turn, shared: ContactShared) -> LinkedLine | None:
    """The linked line whose number the channel vouches for only now."""
    line = line_named(turn, shared.number) if shared.proven else None
    return line if line and not line.claim.proven else None


def reading_failed(turn: Turn, step: ReadingLine, event: ProviderRefused | None = None) -> Turn:
    """That the account is not known there may be a fault of ours, so one such answer ends nothing."""
    if event and event.refusal is Refusal.ACCOUNT_GONE:
        return mark(turn, step.account).idle().say(sentence("reading-missing"), choices=MENU)
    return go_on(turn.idle().say(sentence("reading-failed"), choices=MENU), step)


def reading_limited(turn: Turn, event: LimitReached) -> Turn:
    """Nothing was asked for; nor is what was asked for meanwhile."""
    refused = event.refused
    told = sentence(LIMITS_REACHED[refused.limit.name], again=refused.until, now=turn.now)
    return turn.idle().say(told, choices=MENU)


def reading_pending(turn: Turn, step: ReadingLine) -> Turn:
    """Not ready is not none."""
    return go_on(turn.idle().say(sentence("reading-pending"), choices=MENU), step)


# What was asked for while something was read


def ask_meanwhile(
    turn: Turn, step: ReadingLine | FetchingSummary, reading: Reading, selection: TransactionFilter = NEWEST
) -> Turn:
    """It is answered after what is being read, each thing once; what may not be read, at once."""
    line = turn.session.line_of(step.account)
    if line and not may_read(line, reading):
        return turn.say(_not_agreed(line, reading))
    wish = _wish(reading, selection)
    known = step.then if isinstance(step, FetchingSummary) else (_wish(step.reading, step.selection), *step.then)
    noted = turn if wish in known else turn.with_step(replace(step, then=(*step.then, wish)))
    return noted.say(sentence("reading-next"))


def _wish(reading: Reading, selection: TransactionFilter) -> Reading | Wish:
    return Wish(reading, selection) if selection != NEWEST else reading


def go_on(turn: Turn, step: ReadingLine | FetchingSummary) -> Turn:
    """The next of what was asked for meanwhile, about the same line."""
    if not step.then or not turn.session.line_of(step.account):
        return turn
    wish = step.then[0] if isinstance(step.then[0], Wish) else Wish(step.then[0], NEWEST)
    following = read_account(turn, step.account, wish.reading, selection=wish.selection)
    reading = following.session.step
    if isinstance(reading, ReadingLine):
        return following.with_step(replace(reading, then=step.then[1:]))
    return go_on(following, replace(step, then=step.then[1:]))  # hidden since it was asked for


# What is kept


def nothing_linked(turn: Turn) -> Turn:
    return turn.remind(sentence("nothing-linked"))
