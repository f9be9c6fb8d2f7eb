"""What an agent's command asks of the disk, looked up. Never more than that agent may see, and never a decision."""

import sqlite3
from datetime import datetime

from conversations.agents import commands
from conversations.agents.board import MILESTONES
from conversations.agents.commands import Command
from conversations.agents.desk import BOARD_SIZE, Agent, AskingOwnName, Desk, Draft, Papers
from conversations.lagos import start_of_day
from storage.store import Store


def lay_out(db: sqlite3.Connection, store: Store, agent: Agent, desk: Desk, command: Command, now: datetime) -> Papers:
    """The papers for `command`; empty for one that needs none."""
    match command:
        case commands.MakeLink(draft) | commands.AnswerQuestion(draft):
            return _twin(db, store, agent, draft)
        case commands.NameOneself(name):
            draft = desk.dialog.draft if isinstance(desk.dialog, AskingOwnName) else Draft()
            twin = _twin(db, store, agent, draft).twin
            return Papers(twin=twin, named=store.agents.find_named(db, name))
        case commands.ShowBoard(which, page):
            found = store.links.page_for(db, agent, MILESTONES[which], page * BOARD_SIZE, BOARD_SIZE + 1)
            return Papers(links=found[:BOARD_SIZE], more=len(found) > BOARD_SIZE)
        case commands.ShowLink(reference):
            link = store.links.find_for(db, agent, reference)
            foreign = link is not None and link.served_by != agent.contact
            return Papers(link=link, named=store.agents.find(db, link.served_by) if link and foreign else None)
        case commands.CancelLink(reference) | commands.RemindOfLink(reference):
            return Papers(link=store.links.find_for(db, agent, reference))
        case commands.HandLink(reference, name):
            return Papers(link=store.links.find_for(db, agent, reference), named=store.agents.find_named(db, name))
        case commands.ShowToday():
            return Papers(tallies=store.links.tally_for(db, agent, start_of_day(now)))
        case commands.ShowAgents():
            return Papers(agents=store.agents.all(db))
        case commands.InviteAgent(name):
            return Papers(named=store.agents.find_named(db, name))
        case commands.RemoveAgent(name):
            named = store.agents.find_named(db, name)
            return Papers(named=named, links=store.links.open_of(db, named) if named else ())
        case _:
            return Papers()


def _twin(db: sqlite3.Connection, store: Store, agent: Agent, draft: Draft) -> Papers:
    return Papers(twin=store.links.open_for_number(db, agent, draft.number) if draft.number else None)
