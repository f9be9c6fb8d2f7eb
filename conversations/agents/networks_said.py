"""That an answer is of some networks alone, in its own words. Never which links are on them."""

from conversations.effects import Sentence, sentence
from conversations.network import Network


def only_on(networks: tuple[Network, ...]) -> tuple[Sentence, ...]:
    """Said above what is of some networks alone, so that nobody takes it for all."""
    return (sentence("agent-only-on", networks=labels_of(networks)),) if networks else ()


def labels_of(networks: tuple[Network, ...]) -> str:
    return ", ".join(network.label for network in networks)
