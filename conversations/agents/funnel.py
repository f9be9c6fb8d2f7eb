"""How far links came, as figures: the one place where they are added up. Never how they are shown."""

from collections.abc import Iterable
from typing import Self

from msgspec import Struct

from conversations.agents.session import Tally
from conversations.link import Stage
from conversations.network import Network


class Funnel(Struct, frozen=True):
    """Of the links that were made, how many came at least so far."""

    made: int
    opened: int
    agreed: int
    sent: int
    verified: int
    linked: int

    @classmethod
    def of(cls, tallies: Iterable[Tally]) -> Self:
        counted = [(tally.reached, tally.links) for tally in tallies]
        return cls(*(sum(links for reached, links in counted if reached >= stage) for stage in Stage))


def by_network(tallies: Iterable[Tally]) -> dict[Network | None, Funnel]:
    """The same for each network, those whose network is not known yet last."""
    known = list(tallies)
    networks = sorted({tally.network for tally in known}, key=lambda network: (network is None, network or ""))
    return {network: Funnel.of(tally for tally in known if tally.network is network) for network in networks}
