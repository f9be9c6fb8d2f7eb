"""A line that a customer says is theirs, and one that is linked. Never how it came to be, nor who is told."""

from datetime import datetime

from msgspec import Struct, field

from conversations.account import Missing, Rumour
from conversations.consent import Agreement, EndNotice, EndReason, end_of
from conversations.link import LinkOrigin
from conversations.network import Line
from conversations.readings import Readings
from conversations.secret import AccountId


class Claim(Struct, frozen=True):
    """A line that the customer says is theirs, and the agreement under which it may be read."""

    agreement: Agreement
    line: Line
    proven: bool


class LinkedLine(Struct, frozen=True):
    """A line that can be read without an OTP. `summary_due` is when to ask again for a summary that was not ready.

    `reference` is of the agent's link that it came by, "" without one; `origin` is what else is known of that.
    `used_at` is when it was read last, `reminded_at` when the customer last heard that it is shared (None: not since
    it was linked). `tend_at` is when its consent has to be seen to next; None: at once. `as_of` is when the network
    last gave its balances, `anew_at` when it was last asked to at a customer's wish.
    """

    account: AccountId
    claim: Claim
    linked_at: datetime
    summary_due: datetime | None = None
    reference: str = ""
    used_at: datetime | None = None
    reminded_at: datetime | None = None
    notice: EndNotice | None = None
    tend_at: datetime | None = None
    missing: Missing | None = None
    rumour: Rumour | None = None
    as_of: datetime | None = None
    anew_at: datetime | None = None
    origin: LinkOrigin = field(default_factory=LinkOrigin)
    readings: Readings = field(default_factory=Readings)

    @property
    def end(self) -> tuple[datetime, EndReason] | None:
        """When its consent ends by itself, and why; None where that was never said."""
        return end_of(self.claim.agreement, self.used_at or self.linked_at)

    @property
    def named(self) -> dict[str, str]:
        """What sentences name it by."""
        return {"network": self.claim.line.network.label, "number": self.claim.line.number.masked}

    @property
    def due_at(self) -> datetime | None:
        """When the provider is next to be asked about it; None when nothing is awaited."""
        asking = (each.again_at for each in (self.missing, self.rumour) if each)
        return min(filter(None, (self.summary_due, *asking)), default=None)
