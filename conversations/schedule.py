"""When a consent has to be seen to: the notice before its end, the reminder that a line is shared. Never what is said.

Notices and reminders come by day, as the clocks of Lagos show it; an end comes at its own moment.
"""

from datetime import datetime, timedelta

from conversations.changing import replace
from conversations.lagos import months_after, next_polite_moment, start_of_day
from conversations.linked_line import LinkedLine
from conversations.rules import Rules

_DAY = timedelta(days=1)


def scheduled(line: LinkedLine, rules: Rules) -> LinkedLine:
    """The line with the moment at which it has to be seen to next. A notice of an end that has moved is void."""
    if not line.end:
        return replace(line, tend_at=None)
    end, _ = line.end
    if line.notice and line.notice.end == end:
        return replace(line, tend_at=end)
    due = min(end, notice_at(end, rules), reminder_at(line, rules))
    return replace(line, notice=None, tend_at=due)


def notice_at(end: datetime, rules: Rules) -> datetime:
    """In the morning of the day from which on it is said that the consent ends."""
    return next_polite_moment(start_of_day(end - rules.consent_notice))


def reminder_at(line: LinkedLine, rules: Rules) -> datetime:
    return next_polite_moment((line.reminded_at or line.linked_at) + rules.sharing_reminder)


def dated(line: LinkedLine, rules: Rules, now: datetime) -> LinkedLine:
    """A line of the first release, whose agreement named no moment: it ends by today's terms, after the usual notice.

    When it was read, and whether anybody was reminded, is not known: both count from now on.
    """
    if line.end:
        return line
    agreement = line.claim.agreement
    until = max(months_after(agreement.at, rules.terms.months), now + rules.consent_notice + _DAY)
    ending = replace(agreement, until=until, unused_days=rules.terms.unused_days)
    return replace(line, claim=replace(line.claim, agreement=ending), used_at=line.used_at or now, reminded_at=now)
