"""The steps of saying what may be read of a line, one thing after another, and what no more. Never what follows."""

from msgspec import Struct

from conversations.consent import Scopes
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.secret import AccountId


class ChoosingScopes(Struct, frozen=True):
    """Nothing is agreed yet: the first of `left` is being asked, to `chosen` they said yes.

    `found` and `network` are what was said too early, kept for after the consent.
    """

    left: Scopes
    chosen: Scopes = ()
    found: tuple[PhoneNumber, ...] = ()
    network: Network | None = None


class NarrowingConsent(Struct, frozen=True):
    """Waiting for what of a linked line is to be read no more; `named` is what they spoke of."""

    account: AccountId
    named: Scopes = ()
