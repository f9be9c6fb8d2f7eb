"""The arrows of an account that the provider does not know: marked, asked again, and ended only when it stays so.

One answer is no proof: a wrong key of ours is answered just so. Never how many are missing at once.
"""

from datetime import timedelta

from conversations.account import Missing
from conversations.changing import replace
from conversations.customer.holders import account_lost
from conversations.customer.turn import Turn
from conversations.effects import LookForAccount
from conversations.line_events import AccountMissing
from conversations.linked_line import LinkedLine
from conversations.secret import AccountId

AGAIN = timedelta(hours=8)
ENOUGH, LONG_ENOUGH = 4, timedelta(hours=24)  # so often, and over so long, before it is believed


def mark(turn: Turn, account: AccountId) -> Turn:
    """The first that is heard of it."""
    line = turn.session.line_of(account)
    if not line or line.missing:
        return turn
    return turn.keep(replace(line, missing=Missing(turn.now, turn.now + AGAIN)))


def look(turn: Turn, line: LinkedLine, missing: Missing) -> Turn:
    """An answer that does not come leaves the next date as it is."""
    later = turn.keep(replace(line, missing=replace(missing, again_at=turn.now + AGAIN)))
    return later.do(LookForAccount(turn.session.attempt, line.account))


def still_missing(turn: Turn, event: AccountMissing) -> Turn:
    """Where many are missing at once, the operator is to look first: nothing ends."""
    line = turn.session.line_of(event.account)
    if not line or not line.missing:
        return turn
    missing = replace(line.missing, asked=line.missing.asked + 1, again_at=turn.now + AGAIN)
    lasts = missing.asked >= ENOUGH and turn.now - missing.since >= LONG_ENOUGH
    if lasts and not event.among_many:
        return account_lost(turn, line.account)
    return turn.keep(replace(line, missing=missing))


def found(turn: Turn, account: AccountId) -> Turn:
    line = turn.session.line_of(account)
    return turn.keep(replace(line, missing=None)) if line and line.missing else turn
