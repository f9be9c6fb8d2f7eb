"""What is looked after for agents and administrators now and then, put together. Never a turn of theirs."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from bot.outbox.writer import OutboxWriter
from bot.resources import Resources
from bot.scheduler import Scheduler
from bot.service import Service
from bot.turns.agents import AgentTurns
from bot.turns.channel_alarm import ChannelAlarm
from bot.turns.engine import Engine
from bot.turns.idle_agents import IDLE_LOOKED_FOR_EVERY, IdleAgents
from bot.turns.notifications import Notifications
from bot.turns.weekly_reports import REPORTS_EVERY, WeeklyReports

CHANNELS_EVERY = timedelta(seconds=15)


def plan_for_agents(
    scheduler: Scheduler,
    resources: Resources,
    engine: Engine,
    service: Service,
    writer: OutboxWriter,
    chance: Callable[[], bytes],
) -> None:
    database, store, clock, send = resources.database, resources.store, resources.clock, service.dispatcher.send
    notifications = Notifications(store, writer)
    alarm = ChannelAlarm(database, notifications, resources.metrics.health, resources.channels)
    scheduler.every(CHANNELS_EVERY, partial(alarm.look, clock, send))
    scheduler.every(REPORTS_EVERY, WeeklyReports(database, store, writer, clock, send).sweep)
    if days := resources.settings.agent_idle_days:
        agents = AgentTurns(store, resources.link_rules, writer, chance)
        idle = IdleAgents(
            database, store, agents, engine, notifications, clock, timedelta(days=days), service.follow_up
        )
        scheduler.every(IDLE_LOOKED_FOR_EVERY, idle.sweep)
