"""Who is talked to: one chat on one channel. Never what is said there."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Contact:
    """A channel (its name, such as `console`) plus that channel's address of one private chat."""

    channel: str
    address: str = field(repr=False)

    def __str__(self) -> str:
        return f"{self.channel}:{self.address}"
