"""Agent turns: the turns of agents, and of those who become one, inside the engine's transaction. Never a customer's.

who is it → what do they mean → what does that ask of the disk → what follows → reserve the limits → write it all
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct

from bot.outbox.writer import OutboxWriter
from bot.ports import Inbound
from bot.turns.agent_lookups import load_context
from bot.turns.agent_records import keep_agents_record
from bot.turns.notifications import Cancelled, Notifications
from conversations.agents.acting import act, refuse
from conversations.agents.administration import join
from conversations.agents.arguments import parse_name
from conversations.agents.commands import TypeCode
from conversations.agents.idling import wrote
from conversations.agents.making import limited
from conversations.agents.menu import doubt_menu, keep_menu
from conversations.agents.reading import read
from conversations.agents.session import Agent, AgentSession
from conversations.agents.turn import (
    Act,
    AgentEffect,
    AgentTurn,
    DropAgent,
    EndForCustomer,
    KeepLink,
    NameForCustomers,
    RecordAct,
    SendTemplate,
    Tell,
)
from conversations.agents.verbs import read_join
from conversations.allowance import Allowance, Limit, Refused
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped, CustomerLeft, Event, OptedOut
from conversations.customer.link_progress import end
from conversations.customer.repeats import heard, is_said_again
from conversations.effects import DeleteMessage, ShowMenu, Toast, sentence
from conversations.link import LinkRules, Milestone
from conversations.link_events import LinkEnded, LinkHanded
from conversations.minting import make_reference
from conversations.secret import JoinCode
from storage.audit import stranger_on
from storage.links import Links
from storage.outbox import OutboxMessage
from storage.store import Store
from storage.transaction import Transaction

JOINS = Limit("joins_per_contact_hour", 5, timedelta(hours=1))  # tries, so that no code can be guessed
CODES = Limit("codes_typed_per_agent_day", 2, timedelta(days=1))  # slips of which nobody else hears
STRANGERS = Limit("strangers_on_record_hour", 20, timedelta(hours=1))  # over all of them: no flood hides agents' acts


class Acted(Struct, frozen=True):
    """What an agent's turn leaves: messages, what customers hear of their links, and what is counted."""

    messages: tuple[OutboxMessage, ...] = ()
    heard: tuple[tuple[Contact, Event], ...] = ()
    typed_code: bool = False
    join_refused: bool = False
    limit: str = ""
    toast: str = ""


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

    def take(self, tx: Transaction, inbound: Inbound, now: datetime) -> Acted | None:
        """The turn of an agent, or of somebody who wants to be one; None for everybody else."""
        agent = self._store.agents.find(tx, inbound.contact)
        if agent:
            return self._act(tx, agent, inbound, now)
        code = read_join(inbound.event)
        return self._join(tx, inbound, code, now) if code else None

    def drop_orphaned_sessions(self, tx: Transaction, now: datetime) -> None:
        """Whom the settings named an administrator, and do not name any more, is a customer as any other."""
        for agent in self._store.agents.dismissed(tx):
            for link in self._store.links.open_of(tx, agent):
                ended = end(link, Milestone.CANCELLED, now)
                self._store.links.keep(tx, ended)
                self._notifications.announce_link(tx, ended, now, Cancelled.BUSINESS)
            self._store.audit.record(tx, agent.contact, Act.AGENT_REMOVED, agent.name, now, agent.name)
            session = self._store.agents.session(tx, agent.contact)
            self._store.agents.drop(tx, agent.contact)
            self._take_menu_away(tx, session, now)
        for session in self._store.agents.drop_orphaned_sessions(tx):
            self._take_menu_away(tx, session, now)

    def _act(self, tx: Transaction, agent: Agent, inbound: Inbound, now: datetime) -> Acted:
        if isinstance(inbound.event, CustomerLeft | OptedOut):
            self._writer.clear(tx, agent.contact)
        session = self._store.agents.session(tx, agent.contact) or AgentSession(inbound.language)
        command = read(agent, session, inbound.event)
        known = wrote(replace(session, dialog=heard(session.dialog, inbound.event, now)), now)
        if is_said_again(session.dialog, inbound.event, now) and not isinstance(command, TypeCode):
            return self._hear_again(tx, agent, known, inbound.event)
        context = load_context(tx, self._store, agent, session, command, now)
        if context.report:
            context = replace(context, report=context.report.calling(self._writer.brand))
        if not agent.name:
            context = replace(context, own_name=self._suggest_name(tx, inbound.name))
        fresh = draw_fresh(tx, self._store.links, self._chance)
        begun = AgentTurn(agent, known, now, self._rules(), fresh, self._writer.has_menu(agent.contact))
        finish = doubt_menu if isinstance(inbound.event, CustomerLeft) else keep_menu

        def refused(limit: Refused) -> AgentTurn:
            return finish(refuse(begun, command, context, limit))

        acted = finish(act(begun, command, context))
        return self.carry_out(tx, replace(begun, session=session), acted, refused, asked_at=now)

    def _hear_again(self, tx: Transaction, agent: Agent, known: AgentSession, event: Event) -> Acted:
        """What was answered a moment ago is not answered twice."""
        self._store.agents.keep_session(tx, agent.contact, known)
        toast = Toast(sentence("said-again")) if isinstance(event, ButtonTapped) else None
        return Acted(toast=self._writer.render_toast(agent.contact, known.language, toast))

    def _suggest_name(self, tx: Transaction, called: str) -> str:
        """What an administrator is called on the platform, where customers can be shown that; or empty."""
        name = parse_name(called)
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
        return self.carry_out(tx, begun, replace(turn, allowances=(tries,)), partial(limited, begun), asked_at=now)

    def carry_out(
        self,
        tx: Transaction,
        begun: AgentTurn,
        turn: AgentTurn,
        instead: Callable[[Refused], AgentTurn],
        *,
        asked_at: datetime | None = None,
    ) -> Acted:
        """The turn's allowances are reserved with it; without them another turn is taken, which asks for fewer."""
        acted = Acted()
        while refused := self._store.counters.reserve(tx, turn.allowances, turn.now):
            turn, acted = instead(refused), Acted(limit=refused.limit.name)
        for effect in turn.effects:
            acted = self._do(tx, turn, effect, acted, asked_at)
        if turn.session != begun.session and self._store.agents.find(tx, turn.agent.contact):
            self._store.agents.keep_session(tx, turn.agent.contact, turn.session)
        return acted

    def _do(
        self, tx: Transaction, turn: AgentTurn, effect: AgentEffect, acted: Acted, asked_at: datetime | None
    ) -> Acted:
        match effect:
            case Tell():
                return _with(acted, self._tell(tx, turn, effect, asked_at))
            case DeleteMessage() | ShowMenu():
                language = turn.session.language
                return _with(acted, self._writer.write(tx, turn.agent.contact, language, effect, turn.now))
            case SendTemplate(contact, link):
                return _with(acted, self._writer.invite(tx, contact, link, turn.agent.name, turn.now))
            case KeepLink(link) if link.milestone is Milestone.CANCELLED:
                self._store.links.keep(tx, link)
                return _with(acted, *self._notifications.announce_link(tx, link, turn.now, Cancelled.BUSINESS))
            case EndForCustomer(customer, reference):
                return replace(acted, heard=(*acted.heard, (customer, LinkEnded(reference))))
            case NameForCustomers(link, name):
                came = {*self._store.sessions.coming_by(tx, link.reference), *filter(None, (link.customer,))}
                handed = LinkHanded(link.reference, name)
                return replace(acted, heard=(*acted.heard, *((customer, handed) for customer in came)))
            case DropAgent(agent):
                session = self._store.agents.session(tx, agent.contact)
                self._store.agents.drop(tx, agent.contact)
                return _with(acted, *self._take_menu_away(tx, session, turn.now))
            case RecordAct(done, about):
                self._record(tx, turn, done, about)
                return replace(
                    acted,
                    typed_code=acted.typed_code or done is Act.CODE_TYPED,
                    join_refused=acted.join_refused or done is Act.JOIN_REFUSED,
                    messages=acted.messages + self._raise_alarm(tx, turn, done),
                )
            case _:
                keep_agents_record(self._store, tx, effect)
                return acted

    def _tell(self, tx: Transaction, turn: AgentTurn, tell: Tell, asked_at: datetime | None) -> OutboxMessage:
        if tell.contact == turn.agent.contact:
            spoken = tell.language or turn.session.language
            return self._writer.write(tx, tell.contact, spoken, tell.say, turn.now, asked_at=asked_at)
        spoken = tell.language or (self._store.agents.session(tx, tell.contact) or AgentSession()).language
        return self._writer.notify(tx, tell.contact, spoken, tell.say, turn.now)

    def _record(self, tx: Transaction, turn: AgentTurn, done: Act, about: str) -> None:
        """Of who is no agent no row says who it was: whoever wants to be forgotten leaves nothing here."""
        if self._store.agents.find(tx, turn.agent.contact):
            return self._store.audit.record(tx, turn.agent.contact, done, about, turn.now, turn.agent.name)
        room = Allowance(STRANGERS, "audit:strangers")
        if done is Act.JOIN_REFUSED and not self._store.counters.reserve(tx, (room,), turn.now):
            self._store.audit.record(tx, stranger_on(turn.agent.contact.channel), done, about, turn.now)
        return None

    def _raise_alarm(self, tx: Transaction, turn: AgentTurn, done: Act) -> tuple[OutboxMessage, ...]:
        """Who types codes again and again is not only told so themselves."""
        typed = Allowance(CODES, f"codes:agent:{turn.agent.contact}")
        if done is not Act.CODE_TYPED or not self._store.counters.reserve(tx, (typed,), turn.now):
            return ()
        alarm = sentence("agent-alarm-codes", name=turn.agent.name)
        return self._notifications.alarm(tx, alarm, f"codes:{turn.agent.contact}", turn.now)

    def _take_menu_away(
        self, tx: Transaction, session: AgentSession | None, now: datetime
    ) -> tuple[OutboxMessage, ...]:
        """Who is no agent sees everybody's menu again. Where none was shown there is nothing to do."""
        if not session or not session.menu:
            return ()
        return (self._writer.write(tx, session.menu.contact, session.language, ShowMenu(()), now),)


def draw_fresh(tx: Transaction, links: Links, chance: Callable[[], bytes]) -> bytes:
    """New random bytes, whose reference is not another link's."""
    fresh = chance()
    while links.is_taken(tx, make_reference(fresh)):
        fresh = chance()
    return fresh


def _with(acted: Acted, *messages: OutboxMessage) -> Acted:
    return replace(acted, messages=acted.messages + messages)
