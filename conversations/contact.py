"""Who is talked to: one chat on one channel. Never what is said there."""

from conversations.discretion import Discreet, Hidden


class Contact(Discreet, frozen=True, order=True):
    """A channel (its name, such as `console`) plus that channel's address of one private chat."""

    channel: str
    address: Hidden[str]

    def __str__(self) -> str:
        return f"{self.channel}:{self.address}"
