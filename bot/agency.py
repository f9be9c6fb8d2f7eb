"""The agency: the turns of agents, and of those who become one, inside the engine's transaction. Never a customer's.

who is it → what do they mean → what does that ask of the disk → what follows → reserve the limits → write it all
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.papers import lay_out
from bot.ports import Inbound
from bot.post import Post
from conversations.agents.acting import act, refuse
from conversations.agents.arguments import parse_name
from conversations.agents.desk import Agent, Desk
from conversations.agents.house import join
from conversations.agents.making import limited
from conversations.agents.menu import doubt_menu, keep_menu
from conversations.agents.reading import read
from conversations.agents.turn import (
    Act,
    AgentEffect,
    AgentTurn,
    DropAgent,
    EndForCustomer,
    KeepAgent,
    KeepInvite,
    KeepLink,
    RecordAct,
    SendInvitation,
    SpendInvite,
    Tell,
)
from conversations.agents.verbs import read_join
from conversations.allowance import Allowance, Limit, Refused
from conversations.contact import Contact
from conversations.effects import DeleteMessage, ShowMenu
from conversations.events import CustomerLeft, LinkEnded, OptedOut
from conversations.link import LinkRules
from conversations.minting import make_reference
from conversations.secret import JoinCode
from storage.outbox import Letter
from storage.store import Store

JOINS = Limit("joins_per_contact_hour", 5, timedelta(hours=1))  # tries, so that no code can be guessed


@dataclass(frozen=True, slots=True)
class Acted:
    """What an agent's turn leaves: letters, customers whose link ended, and what is counted."""

    letters: tuple[Letter, ...] = ()
    ended: tuple[tuple[Contact, LinkEnded], ...] = ()
    typed_code: bool = False
    limit: str = ""


class Agency:
    """Takes what agents send. `chance` gives `minting.FRESH` new random bytes at each call."""

    def __init__(self, store: Store, rules: Callable[[], LinkRules], post: Post, chance: Callable[[], bytes]) -> None:
        self._store = store
        self._rules = rules
        self._post = post
        self._chance = chance

    def take(self, db: sqlite3.Connection, inbound: Inbound, now: datetime) -> Acted | None:
        """The turn of an agent, or of somebody who wants to be one; None for everybody else."""
        agent = self._store.agents.find(db, inbound.contact)
        if agent:
            return self._act(db, agent, inbound, now)
        code = read_join(inbound.event)
        return self._join(db, inbound, code, now) if code else None

    def clear_desks(self, db: sqlite3.Connection, now: datetime) -> None:
        """Whom the settings named an administrator, and do not name any more, is a customer as any other."""
        for desk in self._store.agents.drop_deserted(db):
            self._take_menu_away(db, desk, now)

    def _act(self, db: sqlite3.Connection, agent: Agent, inbound: Inbound, now: datetime) -> Acted:
        if isinstance(inbound.event, CustomerLeft | OptedOut):
            self._post.clear(db, agent.contact)
        desk = self._store.agents.desk(db, agent.contact) or Desk(inbound.language)
        command = read(agent, desk, inbound.event)
        papers = lay_out(db, self._store, agent, desk, command, now)
        if not agent.name:
            papers = replace(papers, own_name=self._suggest_name(db, inbound.name))
        begun = AgentTurn(agent, desk, now, self._rules(), self._fresh(db), self._post.has_menu(agent.contact))
        finish = doubt_menu if isinstance(inbound.event, CustomerLeft) else keep_menu

        def refused(limit: Refused) -> AgentTurn:
            return finish(refuse(begun, command, papers, limit))

        return self._carry_out(db, begun, finish(act(begun, command, papers)), refused)

    def _suggest_name(self, db: sqlite3.Connection, called: str) -> str:
        """What an administrator is called on the platform, where customers can be shown that; or empty."""
        name = parse_name(called)
        return name if name and not self._store.agents.find_named(db, name) else ""

    def _join(self, db: sqlite3.Connection, inbound: Inbound, code: JoinCode, now: datetime) -> Acted:
        found = self._store.agents.find_invite(db, code)
        named = self._store.agents.find_named(db, found.name) if found else None
        agent = Agent(inbound.contact, found.name if found else "", now)
        begun = AgentTurn(
            agent, Desk(inbound.language), now, self._rules(), has_menu=self._post.has_menu(agent.contact)
        )
        turn = join(
            begun, code, found, taken=named is not None, has_lines=bool(self._store.accounts.of(db, agent.contact))
        )
        tries = Allowance(JOINS, f"join:contact:{inbound.contact}")
        return self._carry_out(db, begun, replace(turn, allowances=(tries,)), partial(limited, begun))

    def _carry_out(
        self, db: sqlite3.Connection, begun: AgentTurn, turn: AgentTurn, instead: Callable[[Refused], AgentTurn]
    ) -> Acted:
        """The turn's allowances are reserved with it; without them another turn is taken, which asks for fewer."""
        acted = Acted()
        while refused := self._store.counters.reserve(db, turn.allowances, turn.now):
            turn, acted = instead(refused), Acted(limit=refused.limit.name)
        for effect in turn.effects:
            acted = self._do(db, turn, effect, acted)
        if turn.desk != begun.desk:
            self._store.agents.keep_desk(db, turn.agent.contact, turn.desk)
        return acted

    def _do(self, db: sqlite3.Connection, turn: AgentTurn, effect: AgentEffect, acted: Acted) -> Acted:
        match effect:
            case Tell(contact, say, language):
                spoken = language or self._language(db, turn, contact)
                return _with(acted, self._post.write(db, contact, spoken, say, turn.now))
            case DeleteMessage() | ShowMenu():
                language = turn.desk.language
                return _with(acted, self._post.write(db, turn.agent.contact, language, effect, turn.now))
            case SendInvitation(contact, link):
                return _with(acted, self._post.invite(db, contact, link, turn.agent.name, turn.now))
            case EndForCustomer(customer, reference):
                return replace(acted, ended=(*acted.ended, (customer, LinkEnded(reference))))
            case DropAgent(agent):
                desk = self._store.agents.desk(db, agent.contact)
                self._store.agents.drop(db, agent.contact)
                return _with(acted, *self._take_menu_away(db, desk, turn.now))
            case RecordAct(done, about):
                self._store.audit.record(db, turn.agent.contact, done, about, turn.now)
                return replace(acted, typed_code=True) if done is Act.CODE_TYPED else acted
            case _:
                self._keep(db, effect)
                return acted

    def _keep(self, db: sqlite3.Connection, effect: KeepLink | KeepInvite | SpendInvite | KeepAgent) -> None:
        match effect:
            case KeepLink(link, token):
                self._store.links.keep(db, link)
                if token:
                    self._store.links.add_token(db, token, link.reference)
            case KeepInvite(code, invite):
                self._store.agents.keep_invite(db, code, invite)
            case SpendInvite(code):
                self._store.agents.spend_invite(db, code)
            case KeepAgent(agent):
                self._store.agents.keep(db, agent)
                self._store.sessions.forget(db, agent.contact)

    def _take_menu_away(self, db: sqlite3.Connection, desk: Desk | None, now: datetime) -> tuple[Letter, ...]:
        """Who is no agent sees everybody's menu again. Where none was shown there is nothing to do."""
        if not desk or not desk.menu:
            return ()
        return (self._post.write(db, desk.menu.contact, desk.language, ShowMenu(()), now),)

    def _language(self, db: sqlite3.Connection, turn: AgentTurn, contact: Contact) -> str:
        if contact == turn.agent.contact:
            return turn.desk.language
        return (self._store.agents.desk(db, contact) or Desk()).language

    def _fresh(self, db: sqlite3.Connection) -> bytes:
        """New random bytes, whose reference is not another link's."""
        fresh = self._chance()
        while self._store.links.is_taken(db, make_reference(fresh)):
            fresh = self._chance()
        return fresh


def _with(acted: Acted, *letters: Letter) -> Acted:
    return replace(acted, letters=acted.letters + letters)
