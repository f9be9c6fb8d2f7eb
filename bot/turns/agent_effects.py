"""What an agent's turn wants done: its limits reserved, and all of it written, with the turn. Never what it decides."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from bot.outbox.clearings import Cleared
from bot.outbox.payloads import ChatMessage
from bot.outbox.writer import OutboxWriter
from bot.turns.agent_records import keep_agents_record
from bot.turns.notifications import Notifications
from conversations.agents.session import AgentSession
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
from conversations.allowance import Allowance, Limit, Refused
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import Event
from conversations.effects import DeleteMessage, ShowMenu, sentence
from conversations.link import Link, Milestone
from conversations.link_events import LinkEnded, LinkHanded
from storage.audit import stranger_on
from storage.outbox import OutboxMessage
from storage.store import Store
from storage.transaction import Transaction

CODES = Limit("codes_typed_per_agent_day", 2, timedelta(days=1))  # slips of which nobody else hears
STRANGERS = Limit("strangers_on_record_hour", 20, timedelta(hours=1))  # over all of them: no flood hides agents' acts


class Acted(Struct, frozen=True):
    """What an agent's turn leaves: messages, what customers hear of their links, what is counted, what is not sent."""

    messages: tuple[OutboxMessage, ...] = ()
    heard: tuple[tuple[Contact, Event], ...] = ()
    typed_code: bool = False
    join_refused: bool = False
    limit: str = ""
    toast: str = ""
    cleared: Cleared | None = None


class AgentEffects:
    """Carries them out, within a transaction that the caller holds."""

    def __init__(self, store: Store, writer: OutboxWriter, notifications: Notifications) -> None:
        self._store = store
        self._writer = writer
        self._notifications = notifications

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
            turn, acted = _of_fewer(turn, instead(refused)), Acted(limit=refused.limit.name)
        for effect in turn.effects:
            acted = self._do(tx, turn, effect, acted, asked_at)
        turn = self._as_shown(turn, begun, acted)
        if turn.session != begun.session and self._store.agents.find(tx, turn.agent.contact):
            self._store.agents.keep_session(tx, turn.agent.contact, turn.session)
        return acted

    def _as_shown(self, turn: AgentTurn, begun: AgentTurn, acted: Acted) -> AgentTurn:
        """A figure is an answer only where the channel shows the new question with figures."""
        prompt = turn.session.dialog.prompt
        asked = next((each for each in acted.messages if _asks(each, turn.agent.contact, prompt)), None)
        if prompt == begun.session.dialog.prompt or not asked:
            return turn
        return replace(turn, session=turn.session.as_shown(numbered=self._writer.numbers_answers(asked)))

    def take_menu_away(self, tx: Transaction, session: AgentSession | None, now: datetime) -> tuple[OutboxMessage, ...]:
        """Who is no agent sees everybody's menu again. Where none was shown there is nothing to do."""
        if not session or not session.menu:
            return ()
        return (self._writer.write(tx, session.menu.contact, session.language, ShowMenu(()), now),)

    def _do(
        self, tx: Transaction, turn: AgentTurn, effect: AgentEffect, acted: Acted, asked_at: datetime | None
    ) -> Acted:
        match effect:
            case Tell():
                return _with(acted, self._tell(tx, turn, effect, asked_at))
            case DeleteMessage() | ShowMenu():
                language = turn.session.language
                return _with(acted, self._writer.write(tx, turn.agent.contact, language, effect, turn.now))
            case SendTemplate(contact, link, agent):
                return _with(acted, self._writer.invite(tx, contact, link, agent, turn.now))
            case KeepLink(link) if link.milestone is Milestone.CANCELLED:
                self._store.links.keep(tx, link)
                return _with(acted, *self._notifications.announce_link(tx, link, turn.now))
            case EndForCustomer(customer, reference):
                return replace(acted, heard=(*acted.heard, (customer, LinkEnded(reference))))
            case NameForCustomers(links, name):
                return replace(acted, heard=(*acted.heard, *self._named(tx, links, name)))
            case DropAgent(agent):
                session = self._store.agents.session(tx, agent.contact)
                self._store.agents.drop(tx, agent.contact)
                return _with(acted, *self.take_menu_away(tx, session, turn.now))
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

    def _named(self, tx: Transaction, links: Collection[Link], name: str) -> Iterator[tuple[Contact, Event]]:
        """Each customer once for each link, the one whose it is also when their conversation is at rest."""
        coming = self._store.sessions.coming_by(tx, {link.reference for link in links})
        for link in links:
            customers = dict.fromkeys((*coming.get(link.reference, ()), *filter(None, (link.customer,))))
            yield from ((customer, LinkHanded(link.reference, name)) for customer in customers)

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


def _asks(written: OutboxMessage, contact: Contact, prompt: int) -> bool:
    """Whether it is the message of that question."""
    match written.source:
        case ChatMessage(to, content):
            return to == contact and content.prompt == prompt
        case _:
            return False


def _of_fewer(refused: AgentTurn, instead: AgentTurn) -> AgentTurn:
    """One that asked for as many would be refused for ever, and the database is held meanwhile: that is a defect."""
    if not set(instead.allowances) < set(refused.allowances):
        raise RuntimeError("what follows a refused allowance asks for no fewer")
    return instead


def _with(acted: Acted, *messages: OutboxMessage) -> Acted:
    return replace(acted, messages=acted.messages + messages)
