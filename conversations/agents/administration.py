"""Who is an agent: inviting, joining, removing, and the list of them. Never what agents do with links."""

from conversations.agents.board import end_links, no_such_agent
from conversations.agents.menu import keep_menu
from conversations.agents.names import poses_as_business
from conversations.agents.session import Agent, AgentContext, JoinGrant, can_be_agent
from conversations.agents.turn import (
    Act,
    AgentTurn,
    DropAgent,
    KeepAgent,
    KeepJoinCode,
    MoveLinks,
    RevokeInvitation,
    SpendJoinCode,
    Tell,
)
from conversations.agents.usage import USAGE, commands_of
from conversations.agents.verbs import TAPPED
from conversations.changing import replace
from conversations.contact import Contact
from conversations.effects import Say, Sentence, sentence
from conversations.minting import make_code
from conversations.secret import JoinCode

MOST_NAMES = 50  # on one screen; a business with more has a list of its own


def help_(turn: AgentTurn, context: AgentContext) -> AgentTurn:
    own_line = (sentence("agent-help-own-line"),) if context.holds_line else ()
    return turn.say(_help(turn.agent), *own_line)


def _help(agent: Agent) -> Sentence:
    rows = tuple(
        sentence("agent-help-row", command=name, does=sentence(USAGE[name].does)) for name in commands_of(agent)
    )
    return sentence("agent-help", rows=rows)


def show_agents(turn: AgentTurn, context: AgentContext) -> AgentTurn:
    seen = turn.record(Act.AGENTS_SEEN)
    waiting = ", ".join(grant.name for grant in context.pending)
    pending = (sentence("agent-pending", names=waiting),) if waiting else ()
    nameless = () if turn.agent.name else (sentence("agent-nameless"),)
    if not context.agents:
        return seen.say(sentence("agent-nobody"), *pending, *nameless)
    rows = tuple(
        sentence("agent-agent", name=agent.name, since=agent.since, admin="yes" if agent.admin else "no")
        for agent in context.agents[:MOST_NAMES]
    )
    return seen.say(sentence("agent-agents", rows=rows, count=len(context.agents)), *pending, *nameless)


def invite(turn: AgentTurn, name: str, context: AgentContext) -> AgentTurn:
    """A code for one person, to be forwarded as it is; for the new phone of somebody who is an agent already."""
    known = context.named
    if known and known.admin:
        return turn.say(sentence("agent-name-taken", name=name))
    if not known and poses_as_business(name, turn.rules.business):
        return turn.say(sentence("agent-name-refused", name=name))
    code, life = make_code(turn.fresh), turn.rules.join_code_life
    grant = JoinGrant(name, turn.agent.contact, turn.now + life, known.contact if known else None)
    told = sentence("agent-new-phone" if known else "agent-invited", name=name)
    kept = turn.do(KeepJoinCode(code, grant)).record(Act.AGENT_INVITED, name).say(told)
    chats = [f"{chat}: {prefix}{TAPPED}{code.reveal()}" for chat, prefix in turn.rules.addresses.chats]
    ways = (sentence("agent-invite-open", name=name, links="\n".join(chats)),) if chats else ()
    return kept.say(*ways, sentence("agent-invite", name=name, code=code.reveal(), until=grant.expires_at))


def remove(turn: AgentTurn, name: str, context: AgentContext) -> AgentTurn:
    """Their open links end with them, and whoever is in the middle of one hears it; so does a way back that waits."""
    agent = context.named
    if not agent and context.invited:
        revoked = turn.do(RevokeInvitation(name)).record(Act.AGENT_REMOVED, name)
        return revoked.say(sentence("agent-revoked", name=context.invited.name))
    if not agent:
        return no_such_agent(turn, name, context.namesakes)
    if agent.admin:
        return turn.say(sentence("agent-remove-admin", name=agent.name))
    told = Say((sentence("agent-removed-you", count=len(context.links)),))
    ended = end_links(turn.do(Tell(agent.contact, told)), context.links)
    waiting = (RevokeInvitation(name),) if context.invited else ()
    gone = ended.do(DropAgent(agent), *waiting).record(Act.AGENT_REMOVED, agent.name)
    return gone.say(sentence("agent-removed", name=agent.name, count=len(context.links)))


def _leave_phone(turn: AgentTurn, old: Contact) -> AgentTurn:
    """The name and the links go to the new phone, and whoever has the old one hears it."""
    left = turn.do(Tell(old, Say((sentence("agent-moved-you"),))), DropAgent(replace(turn.agent, contact=old)))
    return left.do(MoveLinks(old, turn.agent.contact))


def join(turn: AgentTurn, code: JoinCode, found: JoinGrant | None, *, taken: bool, has_lines: bool) -> AgentTurn:
    """The contact of `turn` becomes an agent. A wrong code, an old one and one that was used are all the same."""
    if not found or turn.now >= found.expires_at or not can_be_agent(turn.agent.contact):
        return turn.record(Act.JOIN_REFUSED).say(sentence("agent-join-refused"))
    if has_lines:
        return turn.record(Act.JOIN_REFUSED, found.name).say(sentence("agent-join-has-lines"))
    if taken and not found.replaces:
        return turn.record(Act.JOIN_REFUSED, found.name).say(sentence("agent-name-taken", name=found.name))
    if found.replaces:
        turn = _leave_phone(turn, found.replaces)
    news = Tell(found.invited_by, Say((sentence("agent-joined", name=found.name),)))
    kept = turn.do(SpendJoinCode(code), KeepAgent(turn.agent), news).record(Act.JOINED, found.name)
    return keep_menu(kept.say(sentence("agent-welcome", name=found.name), _help(turn.agent)))
