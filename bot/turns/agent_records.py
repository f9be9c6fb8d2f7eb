"""What an agent's turn keeps: links, invitations, who is an agent. Never what follows from a command."""

from conversations.agents.turn import (
    KeepAgent,
    KeepJoinCode,
    KeepLink,
    MoveLinks,
    RevokeInvitation,
    SpendJoinCode,
)
from conversations.changing import replace
from storage.store import Store
from storage.transaction import Transaction

AgentsRecord = KeepLink | KeepJoinCode | SpendJoinCode | RevokeInvitation | MoveLinks | KeepAgent


def keep_agents_record(store: Store, tx: Transaction, effect: AgentsRecord) -> None:
    match effect:
        case KeepLink(link, token):
            store.links.keep(tx, link)
            if token:
                store.links.add_token(tx, token, link.reference)
        case KeepJoinCode(code, invite):
            store.agents.keep_join_code(tx, code, invite)
        case SpendJoinCode(code):
            store.agents.spend_join_code(tx, code)
        case RevokeInvitation(name):
            store.agents.revoke(tx, name)
        case MoveLinks(of, to):
            for link in store.links.served_by(tx, of):
                store.links.keep(tx, replace(link, served_by=to))
        case KeepAgent(agent):
            store.agents.keep(tx, agent)
            store.sessions.forget(tx, agent.contact)
