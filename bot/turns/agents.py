"""Agent turns: the turns of agents, and of those who become one, inside the engine's transaction. Never a customer's.

who is it → what do they mean → what does that ask of the disk → what follows; then, in `agent_effects`, the limits are
reserved and all of it is written
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from bot.outbox.writer import OutboxWriter
from bot.ports import Inbound
from bot.turns.agent_effects import Acted, AgentEffects
from bot.turns.agent_lookups import links_left, load_context
from bot.turns.notifications import Messages, Notifications
from conversations.agents.acting import act, refuse
from conversations.agents.administration import join
from conversations.agents.agents_typed import parse_persons_name
from conversations.agents.commands import ShowLinksLeft, TypeCode
from conversations.agents.idling import wrote
from conversations.agents.link_commands import SeekEnding
from conversations.agents.making import limited
from conversations.agents.menu import doubt_menu, keep_menu
from conversations.agents.own_line import is_of_own_line, without_question
from conversations.agents.reading import read
from conversations.agents.reporting import begin_weeks
from conversations.agents.session import Agent, AgentSession
from conversations.agents.turn import (
    Act,
    AgentTurn,
)
from conversations.agents.verbs import read_join
from conversations.allowance import Allowance, Limit, Refused
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, CustomerLeft, Event, OptedOut
from conversations.customer.link_progress import end
from conversations.customer.repeats import heard, is_said_again
from conversations.effects import Toast, sentence
from conversations.link import LinkRules, Milestone
from conversations.link_events import LinkEnded
from conversations.minting import make_reference
from conversations.secret import JoinCode
from conversations.session import Session
from storage.links import Links
from storage.store import Store
from storage.transaction import Transaction

JOINS = Limit("joins_per_contact_hour", 5, timedelta(hours=1))  # tries, so that no code can be guessed


class AgentTurns:
    """Takes what agents send. `chance` gives `minting.FRESH` new random bytes at each call."""

    def __init__(
        self, store: Store, rules: Callable[[], LinkRules], writer: OutboxWriter, chance: Callable[[], bytes]
    ) -> None:
        self._store = store
        self._rules = rules
        self._writer = writer
        self._chance = chance
        self._notifications = Notifications(store, writer)
        self.effects = AgentEffects(store, writer, self._notifications)

    def take(self, tx: Transaction, inbound: Inbound, now: datetime) -> Acted | None:
        """The turn of an agent, or of somebody who wants to be one; None for everybody else."""
        agent = self._store.agents.find(tx, inbound.contact)
        if agent:
            return self._act_or_follow(tx, agent, inbound, now)
        code = read_join(inbound.event)
        return self._join(tx, inbound, code, now) if code is not None else None

    def drop_orphaned_sessions(self, tx: Transaction, now: datetime) -> Acted:
        """Whom the settings named an administrator, and do not name any more, is a customer as any other."""
        messages: Messages = ()
        heard: tuple[tuple[Contact, Event], ...] = ()
        for agent in self._store.agents.dismissed(tx):
            for link in self._store.links.open_of(tx, agent):
                ended = end(link, Milestone.CANCELLED, now)
                self._store.links.keep(tx, ended)
                messages += self._notifications.announce_link(tx, ended, now)
                heard += ((link.customer, LinkEnded(link.reference)),) if link.customer else ()
            self._store.audit.record(tx, agent.contact, Act.AGENT_REMOVED, agent.name, now, agent.name)
            session = self._store.agents.session(tx, agent.contact)
            self._store.agents.drop(tx, agent.contact)
            messages += self.effects.take_menu_away(tx, session, now)
        for session in self._store.agents.drop_orphaned_sessions(tx):
            messages += self.effects.take_menu_away(tx, session, now)
        return Acted(messages, heard)

    def _act_or_follow(self, tx: Transaction, agent: Agent, inbound: Inbound, now: datetime) -> Acted | None:
        """None for what an agent with a line in the same chat says of that: it has a customer's turn."""
        session = self._store.agents.session(tx, agent.contact) or begin_weeks(agent, inbound.language, now)
        lines = self._store.accounts.of(tx, agent.contact)
        if not lines:
            return self._act(tx, agent, session, inbound, now)
        known = self._store.sessions.load(tx, agent.contact) or Session(agent.contact)
        own = replace(known, lines=lines)
        if is_of_own_line(agent, session, own, inbound.event):
            return None
        if (left := without_question(own)) is not own:
            self._store.sessions.save(tx, left, now)
        return self._act(tx, agent, session, inbound, now, holds_line=True)

    def _act(
        self,
        tx: Transaction,
        agent: Agent,
        session: AgentSession,
        inbound: Inbound,
        now: datetime,
        *,
        holds_line: bool = False,
    ) -> Acted:
        leaves = isinstance(inbound.event, CustomerLeft | OptedOut)
        cleared = self._writer.clear(tx, agent.contact) if leaves else None
        acted = self._answer(tx, agent, session, inbound, now, holds_line=holds_line)
        return replace(acted, cleared=cleared) if cleared else acted

    def _answer(
        self,
        tx: Transaction,
        agent: Agent,
        session: AgentSession,
        inbound: Inbound,
        now: datetime,
        *,
        holds_line: bool,
    ) -> Acted:
        command = read(agent, session, inbound.event)
        known = wrote(replace(session, dialog=heard(session.dialog, inbound.event, now)), now)
        if is_said_again(session.dialog, inbound.event, now) and not isinstance(command, TypeCode | SeekEnding):
            return self._hear_again(tx, agent, known, inbound.event)
        known_of = load_context(tx, self._store, agent, session, command, now)
        if isinstance(command, ShowLinksLeft):
            known_of = links_left(tx, self._store, agent, self._rules().limits, now)
        context = replace(known_of, holds_line=holds_line)
        if context.report:
            context = replace(context, report=context.report.calling(self._writer.brand))
        if not agent.name:
            context = replace(context, own_name=self._suggest_name(tx, inbound.name))
        fresh = draw_fresh(tx, self._store.links, self._chance)
        has_menu = self._writer.has_menu(agent.contact)
        begun = AgentTurn(agent, known, now, self._rules(), fresh, has_menu, holds_line)
        finish = doubt_menu if isinstance(inbound.event, CustomerLeft) else keep_menu

        def refused(limit: Refused) -> AgentTurn:
            return finish(refuse(begun, command, context, limit))

        acted = finish(act(begun, command, context))
        return self.effects.carry_out(tx, replace(begun, session=session), acted, refused, asked_at=now)

    def _hear_again(self, tx: Transaction, agent: Agent, known: AgentSession, event: Event) -> Acted:
        """What was answered a moment ago is not answered twice."""
        self._store.agents.keep_session(tx, agent.contact, known)
        toast = Toast(sentence("said-again")) if isinstance(event, ButtonTapped) else None
        return Acted(toast=self._writer.render_toast(agent.contact, known.language, toast))

    def _suggest_name(self, tx: Transaction, called: str) -> str:
        """What an administrator is called on the platform, where customers can be shown that; or empty."""
        name = parse_persons_name(called)
        return name if name and not self._store.agents.find_named(tx, name) else ""

    def _join(self, tx: Transaction, inbound: Inbound, code: JoinCode, now: datetime) -> Acted:
        found = self._store.agents.find_join_code(tx, code)
        named = self._store.agents.find_named(tx, found.name) if found else None
        agent = Agent(inbound.contact, found.name if found else "", now)
        begun = AgentTurn(
            agent, AgentSession(inbound.language), now, self._rules(), has_menu=self._writer.has_menu(agent.contact)
        )
        turn = join(
            begun, code, found, taken=named is not None, has_lines=bool(self._store.accounts.of(tx, agent.contact))
        )
        tries = Allowance(JOINS, f"join:contact:{inbound.contact}")
        return self.effects.carry_out(
            tx, begun, replace(turn, allowances=(tries,)), partial(limited, begun), asked_at=now
        )


def draw_fresh(tx: Transaction, links: Links, chance: Callable[[], bytes]) -> bytes:
    """New random bytes, whose reference is not another link's."""
    fresh = chance()
    while links.is_taken(tx, make_reference(fresh)):
        fresh = chance()
    return fresh
