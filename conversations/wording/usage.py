"""Six months of a line in words: the figures of its picture, and those that it has no room for. Never a sum."""

from conversations.account import LineTransaction, Money
from conversations.movements import MovementKind
from conversations.usage import MonthOfUsage, Usage
from conversations.wording.catalogue import Catalogue
from conversations.wording.formats import MONTHS, MONTHS_IN_SHORT, long_date, money, short_date


def usage_values(usage: Usage, catalogue: Catalogue) -> dict[str, str | int]:
    """What the sentences about usage name."""
    borrowed, repaid = (usage.total(kind) for kind in (MovementKind.BORROWED, MovementKind.REPAID))
    return {
        **span_of(usage),
        "spent": money(Money(sum(month.spent.kobo for month in usage.months))),
        "airtime": money(usage.total(MovementKind.AIRTIME)),
        "data": money(usage.total(MovementKind.DATA)),
        "other": money(usage.total(MovementKind.OTHER)),
        "borrowed": money(borrowed),
        "repaid": money(repaid),
        "debt": money(usage.debt),
        "loans": "yes" if borrowed.kobo or repaid.kobo else "no",
        "received": money(usage.total(MovementKind.RECEIVED)),
        "biggest": _biggest(usage.biggest, catalogue),
        "months": "\n".join(_month(month, catalogue) for month in usage.months if month.known),
        "since": long_date(usage.since) if usage.since else "",
        "why": usage.stopped.value if usage.stopped else "",
        "count": usage.count,
        "uncounted": usage.uncounted,
    }


def span_of(usage: Usage) -> dict[str, str]:
    """From which month to which."""
    first, last = usage.months[0].first, usage.months[-1].first
    begins = MONTHS[first.month - 1] if first.year == last.year else f"{MONTHS[first.month - 1]} {first.year}"
    return {"from": begins, "until": f"{MONTHS[last.month - 1]} {last.year}"}


def months_of(usage: Usage) -> tuple[str, ...]:
    """Each in short."""
    return tuple(MONTHS_IN_SHORT[month.first.month - 1] for month in usage.months)


def _month(month: MonthOfUsage, catalogue: Catalogue) -> str:
    name = MONTHS_IN_SHORT[month.first.month - 1]
    return catalogue.say("usage-month", {"month": name, "spent": money(month.spent), "came": money(month.came)})


def _biggest(bundle: LineTransaction | None, catalogue: Catalogue) -> str:
    if not bundle:
        return catalogue.say("usage-no-bundle", {})
    amount = money(Money(abs(bundle.amount.kobo)))
    named = {"narration": bundle.narration, "amount": amount, "date": short_date(bundle.at)}
    return catalogue.say("usage-biggest", named)
