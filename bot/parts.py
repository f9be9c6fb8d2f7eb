"""What is built of the resources, once: who takes turns, who carries out what follows of them. Never its running."""

import secrets
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from msgspec import Struct

from bot.http.paths import FILE_PAGES
from bot.monitoring.channel_alarm import ChannelAlarm
from bot.operations.importing import LinkImport
from bot.operations.resealing import Resealing
from bot.operations.restores import RestoreWatch
from bot.operations.wishes import OperatorTurns
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.handlers import PayloadHandlers
from bot.outbox.template_messages import TemplateMessages
from bot.outbox.webhook_signature import read_secrets
from bot.outbox.webhooks import OutgoingWebhooks, WebhookReceiver
from bot.outbox.writer import OutboxWriter
from bot.providers.calls import ProviderCalls
from bot.providers.giving_back import GivingBack
from bot.providers.line_reader import LineReader
from bot.resources import Resources
from bot.scheduler import Sweep
from bot.service import Service
from bot.sweeps import Sweeps
from bot.turns.agents import AgentTurns
from bot.turns.engine import Engine
from bot.turns.idle_agents import IDLE_LOOKED_FOR_EVERY, IdleAgents
from bot.turns.notifications import Notifications
from bot.turns.programs import ProgramTurns
from bot.turns.weekly_reports import REPORTS_EVERY, WeeklyReports
from conversations.changing import replace
from conversations.minting import FRESH
from storage.keys.reseal_wish import ResealWish
from storage.noted_heads import NotedHeads

CHANCE = partial(secrets.token_bytes, FRESH)


class Parts(Struct, frozen=True):
    """All that stands between what comes in and what goes out."""

    resources: Resources
    writer: OutboxWriter
    notifications: Notifications
    agents: AgentTurns
    engine: Engine
    lines: LineReader
    service: Service
    sweeps: Sweeps
    programs: ProgramTurns
    operators: OperatorTurns

    @classmethod
    def of(cls, resources: Resources) -> "Parts":
        writer = _build_writer(resources)
        notifications = Notifications(resources.store, writer)
        agents = AgentTurns(resources.store, resources.link_rules, writer, CHANCE)
        engine = _build_engine(resources, writer, agents)
        lines = LineReader(resources.provider, resources.clock, resources.settings.rules().reads_serve)
        service = _build_service(resources, engine, lines)
        sweeps = Sweeps(resources.database, resources.store, engine, service, resources.clock)
        programs = _build_programs(resources, engine, service, notifications)
        operators = _build_operators(resources, engine, service, programs)
        return cls(resources, writer, notifications, agents, engine, lines, service, sweeps, programs, operators)

    def sweeps_for_agents(self) -> Iterator[tuple[timedelta, Sweep]]:
        """What time brings to agents and administrators, and how often it is looked for."""
        database, store, clock = self.resources.database, self.resources.store, self.resources.clock
        yield REPORTS_EVERY, WeeklyReports(database, store, self.writer, clock, self.service.dispatcher.send).sweep
        if days := self.resources.settings.agent_idle_days:
            most, follow_up = timedelta(days=days), self.service.follow_up
            effects, rules = self.agents.effects, self.resources.link_rules
            idle = IdleAgents(database, store, effects, self.engine, rules, self.notifications, clock, most, follow_up)
            yield IDLE_LOOKED_FOR_EVERY, idle.sweep

    def channel_alarm(self) -> Sweep:
        """What tells administrators of a channel that is down."""
        resources = self.resources
        alarm = ChannelAlarm(resources.database, self.notifications, resources.metrics.health, resources.channels)
        return partial(alarm.look, resources.clock, self.service.dispatcher.send)

    def resealing(self) -> Resealing | None:
        """Where one process alone writes, and so the command cannot."""
        database, store, file = self.resources.database, self.resources.store, self.resources.file
        return Resealing(database, store.keyring, ResealWish.beside(file), self.resources.clock) if file else None

    def restores(self) -> RestoreWatch | None:
        """Where something can stand beside the database, which a copy of it does not bring along."""
        database, store, file = self.resources.database, self.resources.store, self.resources.file
        return RestoreWatch(database, store, NotedHeads.beside(file)) if file else None


def _build_writer(resources: Resources) -> OutboxWriter:
    settings = resources.settings
    files, notes = settings.address_of(FILE_PAGES), settings.notes_in_notices
    return OutboxWriter(
        resources.store,
        resources.business,
        resources.channels,
        files,
        lambda: resources.site.shown,
        shows_notes=notes,
        most_waiting=settings.replies_waiting_per_contact,
    )


def _build_engine(resources: Resources, writer: OutboxWriter, agents: AgentTurns) -> Engine:
    """What takes deliveries; it sends nothing itself."""
    # What the bot is called may be known from its platform only, and that is who asks.
    rules = replace(resources.settings.rules(), terms=resources.business.terms)
    ruled = partial(resources.pausing.rule, rules)
    return Engine(resources.database, resources.store, ruled, writer, agents, resources.clock)


def _build_service(resources: Resources, engine: Engine, lines: LineReader) -> Service:
    """What carries out the turns that the engine takes."""
    database, store, clock, metrics = resources.database, resources.store, resources.clock, resources.metrics
    service = Service(database, store, engine, clock, metrics)
    webhooks = OutgoingWebhooks(database, store.events, _receiver(resources), clock)
    template_messages = TemplateMessages(resources.inviter, database, store.links, clock, service.receive)
    giving_back = GivingBack(resources.provider, lines.forget, database, store.accounts)
    delivery = PayloadHandlers(
        resources.channels, giving_back.give_back, webhooks, template_messages, service.receive, metrics
    )
    report, certain = service.report_answer, database.certain
    calls = ProviderCalls(resources.provider, lines, resources.channels, clock, report, certain)
    service.join(Dispatcher(database, store.outbox, clock, delivery, metrics), calls)
    return service


def _receiver(resources: Resources) -> WebhookReceiver | None:
    """The business's own endpoint for events, where it has one."""
    settings = resources.settings
    if not settings.events_url:
        return None
    return WebhookReceiver(resources.http, settings.events_url, read_secrets(settings.events_secret.reveal()))


def _build_programs(
    resources: Resources, engine: Engine, service: Service, notifications: Notifications
) -> ProgramTurns:
    return ProgramTurns(
        resources.database,
        resources.store,
        engine,
        notifications=notifications,
        rules=resources.link_rules,
        chance=CHANCE,
        clock=resources.clock,
        follow_up=service.follow_up,
        limit_reached=resources.metrics.limit_reached,
    )


def _build_operators(resources: Resources, engine: Engine, service: Service, programs: ProgramTurns) -> OperatorTurns:
    """What carries out the wishes of operators."""
    return OperatorTurns(
        resources.database,
        resources.store,
        engine,
        resources.clock,
        follow_up=service.follow_up,
        hurry=service.dispatcher.hurry,
        imports=LinkImport(programs, resources.addresses),
    )
