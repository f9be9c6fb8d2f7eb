"""What is counted and timed, for Prometheus. Labels come from closed sets; never a person, a number or a text.

Each number is named once, here or in the module beside it that it is of (`conversations.py`, `provider.py`,
`tables.py`); the rest of the program calls methods.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from bot.errors import ChannelDown, DeliveryError
from bot.monitoring import labels
from bot.monitoring.channel_health import ChannelHealth, Way
from bot.monitoring.conversations import ConversationMetrics
from bot.monitoring.instruments import FAST, PREFIX, SLOW, Instruments
from bot.monitoring.labels import each
from bot.monitoring.provider import ProviderMetrics
from bot.monitoring.tables import FRESH, TableMetrics
from bot.ports import Inbound, UnreadableInbound

if TYPE_CHECKING:
    from pathlib import Path

    from bot.turns.outcome import TurnOutcome
    from storage.database import Database
    from storage.store import Store

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """The counters of one process, in a registry of their own. Cheap enough to be called on every turn."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic, channels: Iterable[str] = ()) -> None:
        """`seconds` tells how much time passes, `channels` are those that are on."""
        self._seconds = seconds
        self._stale_at = 0.0
        self._version: Callable[[], str] | None = None
        self._instruments = instruments = Instruments()
        self.health = ChannelHealth(seconds)
        self._tables = TableMetrics(instruments.registry, PREFIX, seconds)
        self._count_messages(tuple(channels))
        self._conversations = ConversationMetrics(instruments)
        self.provider = ProviderMetrics(instruments)
        self._count_refusals()
        self._groups = instruments.histogram(
            "commit_jobs", "Jobs that shared a commit", (1, 2, 4, 8, 16, 32, 64, 128, 256)
        )
        self._commits = instruments.histogram("commit_seconds", "Commits, until synced", FAST)
        self._up = instruments.gauge(
            "channel_up", "1 while a channel works this way, by its latest rounds", "channel", "way"
        )
        self._since = instruments.gauge("channel_good_seconds", "Seconds since the last good round", "channel", "way")
        self._kept = instruments.gauge("keeps_messages", "1 where something could be kept when that was last tried")
        self._build = instruments.gauge("build_info", "Which release this is", "version", "python")
        self._kept.set(1)

    def _count_messages(self, channels: tuple[str, ...]) -> None:
        """What comes in and goes out."""
        counters = self._instruments.counters
        sent = [(channel, outcome) for channel in channels for outcome in labels.DELIVERIES]
        self._turns = counters("turns", "Turns by event and what came of it", labels.turns(), "event", "outcome")
        self._repeats = counters("inbound_repeated", "Inbound messages seen before", each(channels), "channel")
        self._unreadable = counters("quarantined", "Deliveries put aside as unreadable", each(channels), "channel")
        self._refused = counters("webhooks_refused", "Posts that a webhook refused", (), "door", "reason")
        self._sent_away = counters("requests_refused", "Requests refused unread", each(labels.STATUSES), "status")
        self._kept_posts = counters("posts_kept", "Posts that were kept for the process that leads", (), "door")
        self._attempts = counters("outbox_attempts", "Attempts at the outbox", (), "kind", "outcome")
        self._messages = counters("messages", "Messages to people, by what came of them", sent, "channel", "outcome")
        self._replies = self._instruments.histograms(
            "reply_seconds", "From what came in to the reply sent", SLOW, "channel"
        )
        self._replies.expect(each(channels))

    def _count_refusals(self) -> None:
        """What people wanted and were not given."""
        counters, counter = self._instruments.counters, self._instruments.counter
        self._limits = counters("limits_reached", "Spends refused by a limit", each(labels.LIMITS), "limit")
        self._agents_otps = counter("agent_otp_refused", "Texts like a one-time password in an agent's chat")
        self._joins = counter("joins_refused", "Tries to become an agent that were refused")

    def turn(self, inbound: Inbound | UnreadableInbound, outcome: TurnOutcome) -> None:
        """A turn that is on disk."""
        event = inbound.event if isinstance(inbound, Inbound) else inbound
        self._turns(type(event).__name__, _verdict(outcome, readable=event is not inbound)).inc()
        if outcome.repeated:
            self._repeats(inbound.channel).inc()
        elif isinstance(inbound, UnreadableInbound):
            self._unreadable(inbound.channel).inc()
        else:
            self._conversations.codes(inbound.event, outcome.immediate)
            self._conversations.lines(outcome.turn)
            self.told(outcome)

    def told(self, outcome: TurnOutcome) -> None:
        """The turns of other chats that something led to, which are on disk with it."""
        for other in outcome.turns_told():
            if other.passage:
                self._turns(type(other.passage.event).__name__, _verdict(other)).inc()
                self._conversations.lines(other.turn)

    def webhook_refused(self, door: str, reason: str) -> None:
        """A post was not what may come there."""
        self._refused(door, reason).inc()

    def request_refused(self, status: int) -> None:
        """One was refused before anybody looked at what it asks; the status is of `labels.STATUSES`."""
        self._sent_away(str(status)).inc()

    def post_kept(self, door: str) -> None:
        """One was kept while this process stands by."""
        self._kept_posts(door).inc()

    def expect_refusals(self, door: str, reasons: Iterable[str]) -> None:
        """Why something may be refused there, where something may be kept too."""
        self._kept_posts.expect([(door,)])
        self._refused.expect((door, reason) for reason in reasons)

    def expect_attempts(self, kinds: Iterable[str]) -> None:
        """What can be in the outbox."""
        self._attempts.expect(labels.attempts(kinds))

    def outbox_attempt(self, kind: str, outcome: str) -> None:
        """An attempt at one, and what came of it: which is of `labels.attempts`."""
        self._attempts(kind, outcome).inc()

    def message(self, channel: str, error: DeliveryError | None = None) -> None:
        """A message was handed to a channel. Whatever the platform says to it, it takes some; unless it fails."""
        self._messages(channel, labels.delivery_outcome(error) if error else labels.SENT).inc()
        if isinstance(error, ChannelDown):
            self.health.failed(channel, Way.SENDS, str(error))
        else:
            self.health.well(channel, Way.SENDS)

    def reply(self, channel: str, seconds: float) -> None:
        """A message of a reply was taken by the channel, `seconds` after what it answers had come in."""
        self._replies(channel).observe(seconds)

    def limit_reached(self, limit: str) -> None:
        """Something was not done because of the limit of this name."""
        self._limits(limit).inc()

    def agent_otp_refused(self) -> None:
        """An agent typed what looks like a customer's one-time password."""
        self._agents_otps.inc()

    def join_refused(self) -> None:
        """Somebody tried to become an agent with a code that is none, or that is not for them."""
        self._joins.inc()

    def commit(self, jobs: int, seconds: float) -> None:
        """`jobs` were committed together and synced within `seconds`."""
        self._groups.observe(jobs)
        self._commits.observe(seconds)

    def kept(self, *, anything: bool) -> None:
        """Whether something could be kept when that was tried just now."""
        self._kept.set(anything)

    def watch(
        self,
        database: Database,
        store: Store,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        folder: Path | None = None,
    ) -> None:
        """From now on tell of this database too; what stands in its tables as of the latest `refresh`."""
        self._tables.watch(database, store, now, folder)

    def tell_release(self, version: Callable[[], str]) -> None:
        """Also of a process that stands by. It is not asked for before somebody looks: it takes a while to be found."""
        self._version = version

    async def refresh(self) -> None:
        """Count what stands in the tables, unless that was done just now."""
        for channel, way in self.health.ways:
            self._up.labels(channel, way).set(self.health.is_well(channel, way))
            self._since.labels(channel, way).set(self.health.seconds(channel, way))
        if self._seconds() < self._stale_at:
            return
        self._stale_at = self._seconds() + FRESH
        if self._version:
            self._build.labels(self._version(), platform.python_version()).set(1)
            self._version = None
        await self._tables.refresh()

    def render(self) -> bytes:
        """All of it in Prometheus's text format, which is `CONTENT_TYPE`."""
        return self._instruments.render()


def _verdict(outcome: TurnOutcome, *, readable: bool = True) -> str:
    if outcome.repeated:
        return "repeated"
    if not readable:
        return "quarantined"
    return "answered" if outcome.messages or outcome.immediate else "unanswered"
