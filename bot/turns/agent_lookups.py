"""What an agent's command asks of the disk, looked up. Never more than that agent may see, and never a decision."""

from datetime import datetime

from conversations.agents import commands
from conversations.agents.board import MILESTONES
from conversations.agents.commands import Command
from conversations.agents.session import BOARD_SIZE, Agent, AgentContext, AgentSession, AskingOwnName, Draft
from conversations.changing import replace
from conversations.lagos import start_of_day
from storage.store import Store
from storage.transaction import Transaction


def lay_out(
    tx: Transaction, store: Store, agent: Agent, session: AgentSession, command: Command, now: datetime
) -> AgentContext:
    """The context for `command`; empty for one that needs none."""
    match command:
        case commands.MakeLink(draft) | commands.AnswerQuestion(draft):
            return known_of(tx, store, agent, draft, now)
        case commands.NameOneself(name):
            draft = session.step.draft if isinstance(session.step, AskingOwnName) else Draft()
            return replace(known_of(tx, store, agent, draft, now), named=store.agents.find_named(tx, name))
        case commands.ShowBoard(which, page):
            found = store.links.page_for(tx, agent, MILESTONES[which], page * BOARD_SIZE, BOARD_SIZE + 1)
            return AgentContext(links=found[:BOARD_SIZE], more=len(found) > BOARD_SIZE)
        case commands.ShowLink(reference):
            link = store.links.find_for(tx, agent, reference)
            foreign = link is not None and link.served_by != agent.contact
            return AgentContext(link=link, named=store.agents.find(tx, link.served_by) if link and foreign else None)
        case commands.CancelLink(reference) | commands.RemindOfLink(reference):
            return AgentContext(link=store.links.find_for(tx, agent, reference))
        case commands.HandLink(reference, name):
            return AgentContext(
                link=store.links.find_for(tx, agent, reference), named=store.agents.find_named(tx, name)
            )
        case commands.ShowToday():
            return AgentContext(tallies=store.links.tally_for(tx, agent, start_of_day(now)))
        case commands.ShowAgents():
            return AgentContext(agents=store.agents.all(tx))
        case commands.InviteAgent(name):
            return AgentContext(named=store.agents.find_named(tx, name))
        case commands.RemoveAgent(name):
            named = store.agents.find_named(tx, name)
            return AgentContext(named=named, links=store.links.open_of(tx, named) if named else ())
        case _:
            return AgentContext()


def known_of(tx: Transaction, store: Store, agent: Agent, draft: Draft, now: datetime) -> AgentContext:
    """What there is of the line already: a link of the agent's own, one of another agent's, an account."""
    if not draft.number:
        return AgentContext()
    others = (link for link in store.links.of_number(tx, draft.number) if link.served_by != agent.contact)
    return AgentContext(
        twin=store.links.open_for_number(tx, agent, draft.number),
        linked=bool(store.accounts.of_number(tx, draft.number)),
        elsewhere=any(link.is_open(now) for link in others),
    )
