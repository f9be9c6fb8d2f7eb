"""How a link ended, as the business's own systems and programs read it. Never what its agent reads."""

from collections.abc import Mapping
from enum import StrEnum

from conversations.link import Link, Milestone, Reason
from conversations.report import LinkTally


class Cancelled(StrEnum):
    """Why a link ended early though nobody said no to what was asked."""

    BUSINESS = "business"  # by an agent, an administrator or a program
    CUSTOMER = "customer"  # who had agreed, and wants to be forgotten
    OPTED_OUT = "opted-out"  # who wants no messages
    AGE = "age"


# An agent reads all of these as a link that was declined, with the reason beside it.
_WITHOUT_A_NO: Mapping[Reason, Cancelled] = {
    Reason.TOO_YOUNG: Cancelled.AGE,
    Reason.FORGOTTEN: Cancelled.CUSTOMER,
    Reason.OPTED_OUT: Cancelled.OPTED_OUT,
}


def why_cancelled(link: Link | LinkTally) -> Cancelled | None:
    """None for a link that was not cancelled."""
    match link.milestone:
        case Milestone.CANCELLED:
            return Cancelled.BUSINESS
        case Milestone.DECLINED:
            return _WITHOUT_A_NO.get(link.reason)
        case _:
            return None


def state_of(link: Link | LinkTally) -> Milestone:
    """Where it stands: the one word that its event, the API's answers and the operator's tables have in common."""
    return Milestone.CANCELLED if why_cancelled(link) else link.milestone
