"""The arrows of the first reading of a linked line: identity, age and balances, now or later. Never a code's.

Nobody is told that a line is linked before its first answer, which may tell that its owner is too young.
"""

from datetime import datetime, timedelta

from conversations.account import Identity, age_on
from conversations.changing import replace
from conversations.consent import EndReason, Scope
from conversations.customer.afterwards import as_of, go_on
from conversations.customer.events import SummaryFetched
from conversations.customer.facts import LineLinked, LineRefused
from conversations.customer.holders import end_lines
from conversations.customer.missing import mark
from conversations.customer.questions import MENU
from conversations.customer.turn import Turn
from conversations.effects import FetchSummary, FindReceipts, Say, sentence
from conversations.lagos import date_in_lagos
from conversations.linked_line import LinkedLine
from conversations.scopes import agreed_part
from conversations.secret import AccountId
from conversations.session import FetchingSummary, Session

POLLS = tuple(timedelta(seconds=seconds) for seconds in (3, 5, 10, 20, 30))
LATER = timedelta(minutes=5)  # when a summary that was not ready in the session is asked for again, doubled each time
GIVE_UP = timedelta(hours=24)


def begin(turn: Turn, line: LinkedLine) -> Turn:
    """Right after linking. Where no age is asked for there is nothing to wait for."""
    unsaid = turn.rules.minimum_age > 0
    linked = turn if unsaid else _say_linked(turn, line)
    return _fetch(linked, FetchingSummary(0, line.account, unsaid=unsaid))


def _say_linked(turn: Turn, line: LinkedLine) -> Turn:
    """From here on others know that it is linked. An agent's link is for one line, and its work is done."""
    offer = turn.session.offer
    done = offer is not None and offer.reference == line.reference
    return turn.stating(LineLinked(line)).with_session(replace(turn.session, offer=None if done else offer))


def say_what_was_unsaid(before: Session, turn: Turn) -> Turn:
    """Whoever leaves the first reading, whatever for, has linked their line all the same."""
    at, now = before.step, turn.session.step
    if not isinstance(at, FetchingSummary) or not at.unsaid or isinstance(turn.fact, LineLinked | LineRefused):
        return turn
    line = turn.session.line_of(at.account)
    return _say_linked(turn, line) if line and not (isinstance(now, FetchingSummary) and now.unsaid) else turn


def fetch_summary(turn: Turn, account: AccountId) -> Turn:
    at = turn.session.step
    again = isinstance(at, FetchingSummary) and at.account == account
    return _fetch(turn, at if isinstance(at, FetchingSummary) and again else FetchingSummary(0, account))


def _fetch(turn: Turn, step: FetchingSummary) -> Turn:
    attempt = turn.session.attempt + 1
    fetching = turn.calling(attempt).forward(replace(step, attempt=attempt))
    return fetching.do(wanted(turn, attempt, step.account))


def wanted(turn: Turn, attempt: int, account: AccountId, wait: timedelta = timedelta()) -> FetchSummary:
    """What was agreed to; and the identity, whose birth date tells whether the owner is of age, as they were told."""
    line = turn.session.line_of(account)
    agreed = line.claim.agreement.reads if line else ()
    reads = (Scope.IDENTITY, *agreed) if turn.rules.minimum_age else agreed
    return FetchSummary(attempt, account, wait, tuple(dict.fromkeys(reads)))


def summary_pending(turn: Turn, step: FetchingSummary) -> Turn:
    """Say so once and ask again and again until the session ends; from then on the line's own date calls."""
    line = turn.session.line_of(step.account)
    if not line or line.summary_due != _first_due(line):
        return summary_failed(turn, step)
    attempt = turn.session.attempt + 1
    wait = POLLS[min(step.polls, len(POLLS) - 1)]
    polling = turn.calling(attempt).with_step(replace(step, attempt=attempt, polls=step.polls + 1, unsaid=False))
    asked = polling.do(wanted(turn, attempt, step.account, wait))
    return asked if step.polls else asked.say(sentence("summary-processing", **line.named))


def summary_fetched(turn: Turn, step: FetchingSummary, event: SummaryFetched) -> Turn:
    line = turn.session.line_of(step.account)
    if not line:
        return turn.idle()
    if is_too_young(turn, event.summary.identity):
        return refuse(turn.stating(LineRefused(line)) if step.unsaid else turn, line)
    reads = line.claim.agreement.reads
    at = event.summary.as_of if Scope.BALANCES in reads else None
    came = replace(line, summary_due=None, missing=None, as_of=at, readings=line.readings.with_one_more(turn.now))
    told = turn.keep(came, ready=line.summary_due is not None).idle()
    receipt = FindReceipts(line.claim.agreement.reference)
    return go_on(told.do(_tell_summary(turn.session, line, event, turn.now), receipt), step)


def _tell_summary(session: Session, line: LinkedLine, event: SummaryFetched, now: datetime) -> Say:
    """What was agreed to. Of a number that is not proven the name is masked, and it is said why, and how to see it; and
    now only that others hold it.
    """
    reads, masked = frozenset(line.claim.agreement.reads), not line.claim.proven
    summary = agreed_part(event.summary, line)
    named = sentence(
        "summary", summary=summary, network=line.claim.line.network.label, masked=masked, reads_of_line=reads
    )
    known = summary.identity is not None and summary.identity.full_name is not None
    why = (sentence("summary-masked"),) if masked and known else ()
    when = (as_of(summary, summary.as_of, now),) if Scope.BALANCES in reads else ()
    shown = (named, *when) if reads - {Scope.TRANSACTIONS} else ()
    others = (sentence("line-shared-elsewhere"),) if masked and session.held_elsewhere else ()
    return Say((sentence("linked", **line.named), *shown, *why, *others), asks_contact=bool(why))


def is_too_young(turn: Turn, identity: Identity | None) -> bool:
    """A birth date that is not given stops nobody."""
    born, least = identity.born if identity else None, turn.rules.minimum_age
    return born is not None and age_on(born, date_in_lagos(turn.now)) < least


def refuse(turn: Turn, line: LinkedLine) -> Turn:
    """The line of a child is handed on to nobody: where others know of it already, it ends for all of them."""
    gone = end_lines(turn, (line,), EndReason.AGE).idle()
    left = gone.with_session(replace(gone.session, memory=None, offer=None))
    return left.say(sentence("line-too-young", age=turn.rules.minimum_age, number=line.claim.line.number.masked))


def summary_missing(turn: Turn, step: FetchingSummary) -> Turn:
    """The provider does not know the account; whether that stays so is found out by itself."""
    return summary_failed(mark(turn, step.account), step)


def summary_failed(turn: Turn, step: FetchingSummary) -> Turn:
    """The line is linked all the same; what it holds follows by itself."""
    line = turn.session.line_of(step.account)
    if not line:
        return turn.idle()
    if turn.now - line.linked_at > GIVE_UP:
        kept = turn.keep(replace(line, summary_due=None)).idle()
        return go_on(kept.say(sentence("summary-given-up", **line.named), choices=MENU), step)
    later = turn.now + max(LATER, turn.now - line.linked_at)
    waiting = turn.keep(replace(line, summary_due=later)).idle()
    if line.summary_due != _first_due(line):
        return go_on(waiting, step)
    return go_on(waiting.say(sentence("summary-later", **line.named), choices=MENU), step)


def _first_due(line: LinkedLine) -> datetime:
    return line.linked_at + LATER
