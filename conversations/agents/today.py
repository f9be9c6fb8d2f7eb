"""How far the links of the day came, as an agent is shown it. Never the sums."""

from msgspec.structs import asdict

from conversations.agents.board import no_such_agent
from conversations.agents.funnel import Funnel, by_network
from conversations.agents.networks_said import only_on
from conversations.agents.session import AgentContext
from conversations.agents.turn import AgentTurn
from conversations.effects import Sentence, sentence
from conversations.keys import Key
from conversations.network import Network


def show_today(turn: AgentTurn, context: AgentContext, whose: str, only: tuple[Network, ...] = ()) -> AgentTurn:
    """The funnel over all links of the day, and over those of each network; `whose` alone, and on those networks alone,
    where they are given. Of lines that came by no link no network is counted.
    """
    if whose and not context.named:
        return no_such_agent(turn, whose)
    of = (*((sentence("agent-today-of", name=context.named.name),) if context.named else ()), *only_on(only))
    without = (sentence("agent-today-without", count=context.without),) if context.without and not only else ()
    tallies = [tally for tally in context.tallies if not only or tally.network in only]
    if not tallies:
        return turn.say(*of, sentence("agent-today-none"), *without)
    networks = by_network(tallies) if len(only) != 1 else {}
    named = networks if any(networks) else {}  # where none is known of any, the whole is all that is said
    rows = tuple(_funnel("agent-today-network", funnel, _called(network)) for network, funnel in named.items())
    told = _funnel("agent-today", Funnel.of(tallies), "")
    return turn.say(*of, told, *((sentence("agent-rows", rows=rows),) if rows else ()), *without)


def _called(network: Network | None) -> str | Sentence:
    return network.label if network else sentence("report-unknown")


def _funnel(key: Key, funnel: Funnel, network: str | Sentence) -> Sentence:
    return sentence(key, network=network, **asdict(funnel))
