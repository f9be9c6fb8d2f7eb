"""What outlives a contact's session for a while: where it stopped, that a person was asked for."""

from datetime import datetime

from msgspec import Struct

from conversations.consent import Agreement
from conversations.network import Network
from conversations.phone import PhoneNumber


class Memory(Struct, frozen=True):
    """What one tap resumes with, until `until`."""

    agreement: Agreement
    until: datetime
    number: PhoneNumber | None = None
    proven: bool = False
    network: Network | None = None


class Case(Struct, frozen=True):
    """A person was asked for. Until `until` only that is talked about, unless the customer goes on; `told` so once."""

    until: datetime
    told: bool = False
