"""What the business's operator ends for a customer who cannot do so themselves. Never who may, nor what follows."""

from enum import StrEnum

from msgspec import Struct

from conversations.secret import AccountId


class Because(StrEnum):
    """Why, as the customer reads it. The values stand on disk."""

    ASKED = "asked"  # the customer asked the business
    LOST = "lost"  # their phone is lost, or is in other hands
    TRICKED = "tricked"  # somebody may have tricked them into it
    AGAIN = "again"  # it was ended before, and an older copy of the records did not know


class EndedOnBehalf(Struct, frozen=True):
    """Lines were ended for the customer; all that is known of them where `accounts` is None."""

    because: Because
    accounts: tuple[AccountId, ...] | None
