"""The board's questions to the links table: a page, how many there are, and a search. Never what a board shows."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from conversations.agents.session import Agent
from conversations.agents.standing import Happened, Standing
from conversations.link import Link
from conversations.phone import PhoneNumber
from storage.codec import to_ms
from storage.links import Links
from storage.transaction import Transaction

MOST_READ = 1000  # links that are counted or searched, the newest: notes are sealed, and nothing finds them by a word
_MOMENTS: Mapping[Happened, tuple[str, ...]] = {
    Happened.MADE: ("made_at",),
    Happened.OPENED: ("opened_at",),
    Happened.AGREED: ("agreed_at",),
    Happened.LINKED: ("linked_at",),
    Happened.MOVED: ("moved_at",),
    Happened.ANYTHING: ("made_at", "opened_at", "agreed_at", "linked_at", "moved_at"),
}


class BoardDay(Struct, frozen=True):
    """Links of which that was on the day."""

    begins: datetime
    happened: Happened = Happened.MADE


class Board(Struct, frozen=True):
    """Finds links for an agent within a transaction that the caller holds: what is another's is as if it were not."""

    links: Links

    def page(
        self,
        tx: Transaction,
        agent: Agent,
        standing: Standing,
        day: BoardDay | None,
        start: int,
        most: int,
    ) -> tuple[tuple[Link, ...], int]:
        """The links of that standing and day, latest movement first; and how many there are,
        `MOST_READ` at most.
        """
        where, values = self._where(agent, standing, day)
        newest = f"SELECT reference FROM links WHERE {where} ORDER BY moved_at DESC, reference DESC LIMIT ?"  # noqa: S608
        total = int(tx.execute(f"SELECT count(*) FROM ({newest}) AS newest", (*values, MOST_READ)).fetchone()[0])  # noqa: S608
        found = self.links.seen_by(agent, self._ordered(tx, where, values, most, start))
        return found, total

    def find(
        self,
        tx: Transaction,
        agent: Agent,
        standing: Standing,
        day: BoardDay | None,
        number: PhoneNumber | None,
        text: str,
    ) -> tuple[Link, ...]:
        """Those for a number, of an external reference, or with that text in the note, the reference or the number as
        it is shown.
        """
        where, values = self._where(agent, standing, day)
        sought = text.casefold()
        found = self._for_number(tx, agent, where, values, number) if number else self._newest(tx, agent, where, values)
        return tuple(link for link in found if not sought or _holds(link, sought))

    def _for_number(
        self, tx: Transaction, agent: Agent, where: str, values: tuple[object, ...], number: PhoneNumber
    ) -> tuple[Link, ...]:
        """By the whole number where the agent knows it: an administrator, and whoever made the link for it. Every other
        is found as it is shown, so that the missing digits cannot be guessed by searching for them.
        """
        of_number = (*values, self.links.number_key(number))
        known = tuple(
            link for link in self._newest(tx, agent, f"{where} AND number = ?", of_number) if link.number == number
        )
        if agent.admin:
            return known
        known = tuple(link for link in known if link.enrolled_by == agent.contact)
        alike = (link for link in self._newest(tx, agent, where, values) if link.masked == number.masked)
        shown = tuple(link for link in alike if link.number is None or link.enrolled_by != agent.contact)
        return tuple(sorted(known + shown, key=lambda link: (link.moved_at, link.reference), reverse=True))

    def _newest(self, tx: Transaction, agent: Agent, where: str, values: tuple[object, ...]) -> tuple[Link, ...]:
        return self.links.seen_by(agent, self._ordered(tx, where, values, MOST_READ, 0))

    def _where(self, agent: Agent, standing: Standing, day: BoardDay | None) -> tuple[str, tuple[object, ...]]:
        scope, values = self.links.scope(agent)
        given: tuple[object, ...]
        wanted = tuple(milestone.value for milestone in standing.milestones)
        stands, given = f"milestone IN ({', '.join('?' * len(wanted))})", (*values, *wanted)
        if standing.reason:
            stands, given = f"({stands} OR reason = ?)", (*given, standing.reason.value)
        where = f"{scope} AND {stands}"
        if standing.came:
            where, given = f"{where} AND reached >= ?", (*given, int(standing.came))
        if standing.short_of:
            where, given = f"{where} AND reached < ?", (*given, int(standing.short_of))
        if standing.networks:
            where = f"{where} AND network IN ({', '.join('?' * len(standing.networks))})"
            given = (*given, *standing.networks)
        if not day:
            return where, given
        begins, ends = to_ms(day.begins), to_ms(day.begins + timedelta(days=1))
        columns = _MOMENTS[day.happened]
        on_it = " OR ".join(f"{column} >= ? AND {column} < ?" for column in columns)
        # What was on a day has not moved since before it: so an index finds the few that may be.
        return f"{where} AND moved_at >= ? AND ({on_it})", (*given, begins, *(begins, ends) * len(columns))

    def _ordered(
        self, tx: Transaction, where: str, values: tuple[object, ...], most: int, start: int
    ) -> Iterable[tuple[str, bytes]]:
        # Both orders downwards, for so an index has them: the newest page is read, and not everything sorted for it.
        query = (
            f"SELECT reference, sealed FROM links WHERE {where}"  # noqa: S608 - a text of ours
            " ORDER BY moved_at DESC, reference DESC LIMIT ? OFFSET ?"
        )
        return tx.execute(query, (*values, most, start))


def _holds(link: Link, sought: str) -> bool:
    return any(sought in told.casefold() for told in (link.note, link.external_reference, link.reference, link.masked))
