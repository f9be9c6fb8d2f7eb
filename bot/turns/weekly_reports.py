"""The weekly report to administrators, by day, once a week and to whom wants it. Never what is in it."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from msgspec import Struct

from bot.outbox.writer import OutboxWriter
from bot.ports import Clock
from bot.scheduler import alone
from conversations.agents.reporting import WEEK, is_begun, week_due, weekly_report
from conversations.changing import replace
from conversations.contact import Contact
from storage.database import Database
from storage.outbox import OutboxMessage
from storage.store import Store
from storage.transaction import Transaction

REPORTS_EVERY = timedelta(minutes=10)  # looked at; most looks find nothing due


class WeeklyReports(Struct, frozen=True):
    """A sweep: `send` takes what it has put into the outbox. Who never wrote here has no chat to send it to."""

    database: Database
    store: Store
    writer: OutboxWriter
    clock: Clock
    send: Callable[[Iterable[OutboxMessage]], None]

    async def sweep(self) -> None:
        for contact in self.store.agents.admins:
            await alone(self._report_to(contact))

    async def _report_to(self, contact: Contact) -> None:
        self.send(await self.database.run(partial(self._tell, contact=contact, now=self.clock.now())))

    def _tell(self, tx: Transaction, contact: Contact, now: datetime) -> tuple[OutboxMessage, ...]:
        """The week is noted with it, also where its report is not wanted."""
        agents = self.store.agents
        agent, session = agents.find(tx, contact), agents.session(tx, contact)
        monday = week_due(session, now) if session else None
        if not agent or not session or not monday:
            return ()
        agents.keep_session(tx, contact, replace(session, reported=monday.isoformat()))
        if not session.reports or not is_begun(session, now):
            return ()
        report = self.store.link_reports.report(tx, monday - WEEK, monday - timedelta(days=1))
        told = weekly_report(agent, report.calling(self.writer.brand))
        return (self.writer.write(tx, contact, session.language, told.say, now),)
