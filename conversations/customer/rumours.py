"""The arrows of what the provider posts of an account's end, and of the doubt about it: posts are late, twice, undated.

The line may have been linked again since, under the same account: where the chat has ended one just before, the post is
a rumour, and the provider is asked. Never an end that nobody posted: that is `missing`.
"""

from datetime import timedelta

from conversations.account import Rumour
from conversations.changing import replace
from conversations.customer import missing
from conversations.customer.holders import account_lost
from conversations.customer.turn import Turn
from conversations.effects import LookForAccount
from conversations.line_events import AccountFound, AccountMissing, EndPosted
from conversations.linked_line import LinkedLine
from conversations.secret import AccountId

SOON, SELDOM = timedelta(minutes=1), timedelta(hours=1)  # as long again as it has been open, within these


def heard(turn: Turn, event: EndPosted) -> Turn:
    """One that is being asked about already is asked about again soon, and not at once."""
    line = turn.session.line_of(event.account)
    if not line:
        return turn
    if not event.doubtful:
        return account_lost(turn, event.account)
    known = line.rumour
    if not known:
        return _ask(turn, line, Rumour(turn.now, turn.now, log_in=event.log_in))
    log_in, again_at = known.log_in or event.log_in, min(known.again_at, turn.now + SOON)
    once_more = replace(known, again_at=again_at, heard=known.heard + 1, log_in=log_in)
    return turn.keep(replace(line, rumour=once_more))


def ask_when_due(turn: Turn, account: AccountId) -> Turn:
    line = turn.session.line_of(account)
    if not line or not line.rumour or line.rumour.again_at > turn.now:
        return turn
    return _ask(turn, line, line.rumour)


def _ask(turn: Turn, line: LinkedLine, rumour: Rumour) -> Turn:
    """The next date is on disk before anybody is asked: where no answer comes, that date asks again."""
    pause = min(max(turn.now - rumour.since, SOON), SELDOM)
    later = turn.keep(replace(line, rumour=replace(rumour, again_at=turn.now + pause)))
    return later.do(LookForAccount(turn.session.attempt, line.account, rumour.heard))


def found(turn: Turn, event: AccountFound) -> Turn:
    """What was posted after the provider was asked is not answered by that."""
    turn = missing.found(turn, event.account)
    line = turn.session.line_of(event.account)
    if not line or not line.rumour:
        return turn
    if line.rumour.log_in and not event.readable:
        return account_lost(turn, line.account)
    return turn.keep(replace(line, rumour=None)) if event.heard == line.rumour.heard else turn


def not_found(turn: Turn, event: AccountMissing) -> Turn:
    """A post and an answer are proof together, but where so many answers are such that a key of ours may be wrong."""
    line = turn.session.line_of(event.account)
    if line and line.rumour and not event.among_many:
        return account_lost(turn, line.account)
    return missing.still_missing(turn, event)
