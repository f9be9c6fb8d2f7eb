"""What an agent's turn wants is done with the allowances that it asks for, or something that asks for fewer is."""

from datetime import timedelta

import pytest

from bot.outbox.writer import OutboxWriter
from bot.turns.agent_effects import AgentEffects
from bot.turns.notifications import Notifications
from conversations.agents.session import Agent, AgentSession
from conversations.agents.turn import AgentTurn
from conversations.allowance import Allowance, Limit, Refused
from conversations.changing import replace
from conversations.link import LinkRules
from conversations.rules import Rules
from storage.sealing import Keyring
from storage.store import Store
from tests.raw import memory
from tests.scenes import ADA, BUSINESS, NOON

SPENT, OTHER = (Allowance(Limit(name, 1, timedelta(hours=1)), name) for name in ("spent", "other"))
BEGUN = AgentTurn(Agent(ADA, "Ada", NOON), AgentSession(), NOON, LinkRules())


@pytest.mark.parametrize("asks", [(SPENT,), (SPENT, OTHER), (OTHER,)], ids=["the same", "more", "another"])
def test_what_asks_for_no_fewer_than_was_refused_is_a_defect_and_is_not_tried_for_ever(
    asks: tuple[Allowance, ...],
) -> None:
    store, tries = Store.under(Keyring.parse(Keyring.generate_key()), Rules()), 0
    writer = OutboxWriter(store, BUSINESS, {})
    effects = AgentEffects(store, writer, Notifications(store, writer))

    def instead(refused: Refused) -> AgentTurn:
        nonlocal tries
        tries += 1
        assert tries < 3, "it is tried for ever"
        return replace(BEGUN, allowances=asks)

    with memory() as tx:
        assert store.counters.reserve(tx, (SPENT, OTHER), NOON) is None
        begun = replace(BEGUN, allowances=(SPENT,))
        with pytest.raises(RuntimeError, match="no fewer"):
            effects.carry_out(tx, begun, begun, instead)
