"""An agent's invitation to one customer. Never how it is kept or shown."""

from dataclasses import dataclass, field

from conversations.network import Network
from conversations.phone import PhoneNumber


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the customer's side of a link knows: who asks, the words that both screens show, and the line if set."""

    reference: str
    agent: str
    words: tuple[str, str]
    number: PhoneNumber | None = field(default=None, repr=False)
    network: Network | None = None
