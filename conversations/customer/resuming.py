"""The arrows of going on: with a linking that was begun, or not. Never how one is begun."""

from conversations.changing import replace
from conversations.customer.linking import begin, declined, network_chosen, number_heard
from conversations.customer.sending import recent_requests
from conversations.customer.turn import Turn
from conversations.effects import RecordConsent
from conversations.intents.given import NumberHeard, WhichNumber
from conversations.memory import Memory
from conversations.session import AskingNetwork, AskingNumber


def go_on(turn: Turn) -> Turn:
    """With what there is: a linking that was begun, a linked line, or else from the beginning."""
    if turn.session.memory:
        return resume(turn, turn.session.memory)
    return turn.ask() if turn.session.lines else begin(turn)


def go_on_at_network(turn: Turn, step: AskingNetwork, memory: Memory) -> Turn:
    """With the network that they chose before, where it was chosen for this number."""
    known = memory.network if memory.number == step.number else None
    return network_chosen(turn, step, known) if known and not step.tried else turn.ask()


def declined_to_resume(turn: Turn, memory: Memory) -> Turn:
    """What was remembered goes, and with it an agreement under which nothing was linked."""
    forgotten = turn.do(RecordConsent(memory.agreement, withdrawn=True))
    return declined(forgotten)


def resume(turn: Turn, memory: Memory, heard: NumberHeard | WhichNumber | None = None) -> Turn:
    """One tap goes on where the last session stopped, as far as what was remembered reaches; or another number does."""
    fresh = turn.with_session(replace(turn.session, requests=recent_requests(turn)))
    if heard:
        numbered = AskingNumber(memory.agreement)
        return number_heard(fresh.forward(numbered), numbered, heard)
    if not memory.number:
        return fresh.forward(AskingNumber(memory.agreement)).ask()
    asking = AskingNetwork(memory.agreement, memory.number, memory.proven)
    fresh = fresh.forward(asking)
    return network_chosen(fresh, asking, memory.network) if memory.network else fresh.ask()
