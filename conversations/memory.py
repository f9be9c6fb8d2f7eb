"""What outlives a contact's session for a while: where it stopped, that a person was asked for."""

from dataclasses import dataclass
from datetime import datetime

from conversations.consent import Agreement
from conversations.network import Network
from conversations.phone import PhoneNumber


@dataclass(frozen=True, slots=True)
class Memory:
    """What one tap resumes with, until `until`."""

    agreement: Agreement
    until: datetime
    number: PhoneNumber | None = None
    proven: bool = False
    network: Network | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A person was asked for. Until `until` only that is talked about, unless the customer goes on; `told` so once."""

    until: datetime
    told: bool = False
