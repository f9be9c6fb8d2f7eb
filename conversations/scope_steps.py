"""The steps of saying what may be read of a line, one thing after another, and what no more. Never what follows."""

from dataclasses import dataclass

from conversations.consent import Scopes
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.secret import AccountId


@dataclass(frozen=True, slots=True)
class ChoosingScopes:
    """Nothing is agreed yet: the first of `left` is being asked, to `chosen` they said yes.

    `found` and `network` are what was said too early, kept for after the consent.
    """

    left: Scopes
    chosen: Scopes = ()
    found: tuple[PhoneNumber, ...] = ()
    network: Network | None = None


@dataclass(frozen=True, slots=True)
class NarrowingConsent:
    """Waiting for what of a linked line is to be read no more."""

    account: AccountId
