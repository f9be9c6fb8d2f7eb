"""A linked line as Mono keeps it: whether its data is there, and the real-time jobs that read it anew."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.emulators.mono.lines import EmulatedLine, Part, Refresh

# Ours: Mono's objects carry the ids of the customer's business and app; a telco customer has neither.
BUSINESS = "6b0000000000000000000001"
APP = "6b0000000000000000000002"

# Which of an account's sibling ids are whose: balances count from 1, transactions from here.
FIRST_ENTRY = 1000


@dataclass(frozen=True, slots=True)
class RealtimeJob:
    """One real-time reading, of balance or statement (docs/financial-data/realtime-data)."""

    id: str
    name: str
    comes_to: Refresh
    started_at: datetime
    ends_at: datetime

    def status(self, now: datetime) -> str:
        """`processing`, `finished` or `failed`."""
        if now < self.ends_at:
            return "processing"
        return "failed" if self.comes_to in {Refresh.FAILS, Refresh.NEEDS_LOG_IN} else "finished"

    def has_new_data(self, now: datetime) -> bool:
        """Whether it is over and has found something."""
        return now >= self.ends_at and self.comes_to in {Refresh.NEW_DATA, Refresh.SLOW}

    def keeps_waiting(self, now: datetime) -> bool:
        """Whether there is nothing to answer with before it ends."""
        return now < self.ends_at and self.comes_to is Refresh.SLOW


@dataclass(slots=True)
class MonoAccount:
    """A linked line. Its data is there from `ready_at` on; None: never. Its customer logged in at `logged_in_at`."""

    id: str = field(repr=False)
    customer: str = field(repr=False)
    line: EmulatedLine
    opened_at: datetime
    ready_at: datetime | None
    logged_in_at: datetime
    jobs: list[RealtimeJob] = field(default_factory=list)
    unlinked: bool = False

    def is_ready(self, now: datetime) -> bool:
        return self.ready_at is not None and now >= self.ready_at

    def has(self, part: Part, now: datetime) -> bool:
        """Whether this part of the data can be read."""
        return self.is_ready(now) and part not in self.line.lacks

    def needs_log_in(self, now: datetime) -> bool:
        """Whether a reading has found so since the customer logged in."""
        found = (job.ends_at for job in self.jobs if job.comes_to is Refresh.NEEDS_LOG_IN)
        return any(self.logged_in_at < at <= now for at in found)

    def data_status(self, now: datetime) -> str:
        """As the webhook of such a reading has it; that the details say the same then is inferred."""
        if self.needs_log_in(now):
            return "UNAVAILABLE"
        return self.line.data_status if self.is_ready(now) else "PROCESSING"

    def retrieved(self, now: datetime) -> list[Part]:
        return self.line.retrieved if self.is_ready(now) and not self.needs_log_in(now) else []

    def updated_at(self, now: datetime) -> datetime:
        """When its data was last written, or tried to be."""
        moments = [self.ready_at, *(job.ends_at for job in self.jobs)]
        return max((moment for moment in moments if moment and moment <= now), default=self.opened_at)

    def finds(self, now: datetime) -> Iterator[datetime]:
        """When real-time jobs found something new, oldest first."""
        return (job.ends_at for job in self.jobs if job.has_new_data(now))

    def sibling_id(self, number: int) -> str:
        """An id that belongs to this account and stays the same: its balances and transactions are counted."""
        return f"{(int(self.id, 16) + number) % 16**24:024x}"
