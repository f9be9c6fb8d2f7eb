"""How links came along, counted by SQL from one index. Never whom a link is for.

No link is opened for it but one of each server that is no agent, for the name of the program that it may be.
Links are counted by the day of Lagos on which they were made, and are there until 30 days after their end.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct

from conversations.agents.programs import program_of
from conversations.agents.session import Agent
from conversations.changing import replace
from conversations.link import Milestone, Reason, Stage
from conversations.network import Network
from conversations.report import LinkReport, LinkRow, LinkTally, report_of
from storage.agents import Agents
from storage.codec import from_ms, to_ms
from storage.days import date_of, day_of, midnight, number_of
from storage.links import LINKS
from storage.lookup import of_contact
from storage.sealing import Keyring
from storage.transaction import Transaction

_GROUP = "reached, milestone, network, language, channel, reason, agent"
_ROW = f"reference, made_at, opened_at, linked_at, {_GROUP}"


class LinkReports(Struct, frozen=True):
    """Counts within a transaction that the caller holds. `agents` are asked for their names alone."""

    keyring: Keyring
    agents: Agents

    def report(
        self, tx: Transaction, first: date, last: date, agent: Agent | None = None, only: tuple[Network, ...] = ()
    ) -> LinkReport:
        """Of the links that were made from `first` to `last`; those that `agent` serves, where one is given, and those
        on some networks only.
        """
        scope, values = self._scope(first, last, agent, only)
        counted = f"SELECT {_GROUP}, count(*) FROM links WHERE {scope} GROUP BY {_GROUP}"  # noqa: S608 - names of ours
        names = self._names(tx, scope, values)
        tallies = [self._tally(row, names) for row in tx.execute(counted, values)]
        report = report_of(
            first,
            last,
            tallies,
            linked=self._linked_by_day(tx, scope, values),
            median=self._median(tx, scope, values),
            billed=None if agent or only else self._billed(tx, first, last),
        )
        return replace(report, only=only)

    def rows(self, tx: Transaction, first: date, last: date) -> Iterator[LinkRow]:
        """One for each link, oldest first."""
        scope, values = self._scope(first, last, None, ())
        names = self._names(tx, scope, values)
        query = f"SELECT {_ROW} FROM links WHERE {scope} ORDER BY made_at, reference"  # noqa: S608 - names of ours
        for reference, made_at, opened_at, linked_at, *group in tx.execute(query, values):
            tally = self._tally((*group, 1), names)
            yield LinkRow(reference, from_ms(made_at), _moment(opened_at), _moment(linked_at), tally)

    def _linked_by_day(self, tx: Transaction, scope: str, values: tuple[object, ...]) -> dict[date, int]:
        day = day_of("linked_at")
        query = f"SELECT {day}, count(*) FROM links WHERE {scope} AND linked_at IS NOT NULL GROUP BY {day}"  # noqa: S608
        return {date_of(number): links for number, links in tx.execute(query, values)}

    def _median(self, tx: Transaction, scope: str, values: tuple[object, ...]) -> timedelta | None:
        """From the opening to the linking: half of them took no longer."""
        query = f"SELECT linked_at - opened_at FROM links WHERE {scope} AND linked_at >= opened_at ORDER BY 1"  # noqa: S608
        spans = [span for (span,) in tx.execute(query, values)]
        return timedelta(milliseconds=spans[(len(spans) - 1) // 2]) if spans else None

    def _billed(self, tx: Transaction, first: date, last: date) -> int:
        """Those that are counted already, and those whose rows are still there."""
        days = (number_of(first), number_of(last))
        counted = tx.execute("SELECT sum(messages) FROM billed_messages WHERE day BETWEEN ? AND ?", days).fetchone()
        there = "SELECT count(*) FROM outbox WHERE receipt IS NOT NULL AND due_at >= ? AND due_at < ?"
        since, until = (to_ms(midnight(day)) for day in (first, last + timedelta(days=1)))
        return int(counted[0] or 0) + int(tx.execute(there, (since, until)).fetchone()[0])

    def _scope(
        self, first: date, last: date, agent: Agent | None, only: tuple[Network, ...]
    ) -> tuple[str, tuple[object, ...]]:
        values: tuple[object, ...] = (to_ms(midnight(first)), to_ms(midnight(last + timedelta(days=1))), *only)
        scope = "made_at >= ? AND made_at < ?"
        if only:
            scope = f"{scope} AND network IN ({', '.join('?' * len(only))})"
        if agent is None:
            return scope, values
        return f"{scope} AND agent = ?", (*values, of_contact(self.keyring, agent.contact))

    def _names(self, tx: Transaction, scope: str, values: tuple[object, ...]) -> dict[bytes, str]:
        """Of whoever serves those links: agents, and programs that made them for no agent. Who was removed has none."""
        names = {of_contact(self.keyring, agent.contact): agent.name for agent in self.agents.all(tx)}
        query = f"SELECT DISTINCT agent FROM links WHERE {scope}"  # noqa: S608 - names of ours
        servers = [bytes(server) for (server,) in tx.execute(query, values).fetchall()]
        return names | {server: self._name_of_program(tx, server) for server in servers if server not in names}

    def _name_of_program(self, tx: Transaction, server: bytes) -> str:
        """As one of its links has it, the only place where it stands."""
        row = tx.execute("SELECT reference, sealed FROM links WHERE agent = ? LIMIT 1", (server,)).fetchone()
        link = LINKS.open(self.keyring, *row) if row else None
        return program_of(link) if link and of_contact(self.keyring, link.served_by) == server else ""

    def _tally(self, row: tuple[Any, ...], names: dict[bytes, str]) -> LinkTally:
        reached, milestone, network, language, channel, reason, agent, links = row
        return LinkTally(
            Stage(reached),
            Milestone(milestone),
            Reason(reason),
            Network(network).label if network else "",
            language,
            channel or "",
            names.get(bytes(agent), ""),
            links,
        )


def _moment(at: int | None) -> datetime | None:
    return None if at is None else from_ms(at)
