"""The tables of agents, of join codes and of agents' sessions. Never their links, nor what an agent may do."""

from collections.abc import Collection
from datetime import datetime

from msgspec import Struct

from conversations.agents.session import Agent, AgentSession, JoinGrant
from conversations.changing import replace
from conversations.contact import Contact
from conversations.secret import JoinCode
from storage.codec import EPOCH, to_ms
from storage.lookup import of_agent_name, of_contact, of_join_code
from storage.sealed import sealed
from storage.sealing import Keyring
from storage.transaction import RowSet, Transaction, Wanted

_AGENTS = sealed("agents", Agent)
_JOIN_CODES = sealed("agent_invites", JoinGrant)
_SESSIONS = sealed("desks", AgentSession)
_ROWS = RowSet("agents", ("contact",), ("sealed",))


class Agents(Struct, frozen=True):
    """Keeps and finds agents within a transaction that the caller holds. `admins` come from the settings."""

    keyring: Keyring
    admins: Collection[Contact] = ()

    def wanted(self, contact: Contact) -> Wanted:
        """What `find` asks for."""
        return _ROWS, (self._key(contact),)

    def find(self, tx: Transaction, contact: Contact) -> Agent | None:
        """Who may make links. An administrator is an agent without a row too, but then has no name yet."""
        rows = tx.find(_ROWS, self._key(contact))
        nameless = Agent(contact, "", EPOCH, admin=True) if contact in self.admins else None
        return (self._open(*rows[0]) if rows else None) or nameless

    def find_named(self, tx: Transaction, name: str) -> Agent | None:
        key = of_agent_name(self.keyring, name)
        row = tx.execute("SELECT contact, sealed FROM agents WHERE name = ?", (key,)).fetchone()
        agent = self._open(*row) if row else None
        return agent if agent and self._is_called(agent.name, key, _AGENTS.place.table, row[0]) else None

    def all(self, tx: Transaction) -> tuple[Agent, ...]:
        """Everybody who has a name, by name."""
        rows = tx.execute("SELECT contact, sealed FROM agents").fetchall()
        agents = [agent for agent in (self._open(*row) for row in rows) if agent]
        return tuple(sorted(agents, key=lambda agent: agent.name.casefold()))

    def keep(self, tx: Transaction, agent: Agent) -> None:
        key, name = self._key(agent.contact), of_agent_name(self.keyring, agent.name)
        tx.execute(
            "INSERT INTO agents (contact, name, sealed) VALUES (?, ?, ?)"
            " ON CONFLICT (contact) DO UPDATE SET name = excluded.name, sealed = excluded.sealed",
            (key, name, _AGENTS.seal(self.keyring, key, replace(agent, admin=False, appointed=agent.admin))),
        )

    def drop(self, tx: Transaction, contact: Contact) -> None:
        for table in ("agents", "agent_sessions"):
            tx.execute(f"DELETE FROM {table} WHERE contact = ?", (self._key(contact),))  # noqa: S608 - tables of ours

    def dismissed(self, tx: Transaction) -> tuple[Agent, ...]:
        """Whom the settings named an administrator when they were last kept, and do not name any more."""
        return tuple(agent for agent in self.all(tx) if agent.appointed and not agent.admin)

    # Join codes

    def keep_join_code(self, tx: Transaction, code: JoinCode, grant: JoinGrant) -> None:
        """An earlier one for the same name is replaced."""
        key, name = of_join_code(self.keyring, code), of_agent_name(self.keyring, grant.name)
        tx.execute("DELETE FROM join_codes WHERE name = ? OR code = ?", (name, key))
        tx.execute(
            "INSERT INTO join_codes (code, name, expires_at, sealed) VALUES (?, ?, ?, ?)",
            (key, name, to_ms(grant.expires_at), _JOIN_CODES.seal(self.keyring, key, grant)),
        )

    def invited(self, tx: Transaction, name: str) -> JoinGrant | None:
        """The invitation of that name that waits to be used."""
        key = of_agent_name(self.keyring, name)
        row = tx.execute("SELECT code, sealed FROM join_codes WHERE name = ?", (key,)).fetchone()
        grant = _JOIN_CODES.open(self.keyring, *row) if row else None
        return grant if grant and self._is_called(grant.name, key, _JOIN_CODES.place.table, row[0]) else None

    def pending(self, tx: Transaction, now: datetime) -> tuple[JoinGrant, ...]:
        """Every invitation that waits to be used, by name."""
        rows = tx.execute("SELECT code, sealed FROM join_codes WHERE expires_at > ?", (to_ms(now),)).fetchall()
        grants = [grant for grant in (_JOIN_CODES.open(self.keyring, *row) for row in rows) if grant]
        return tuple(sorted(grants, key=lambda grant: grant.name.casefold()))

    def revoke(self, tx: Transaction, name: str) -> None:
        """Its invitation does not work any more."""
        tx.execute("DELETE FROM join_codes WHERE name = ?", (of_agent_name(self.keyring, name),))

    def find_join_code(self, tx: Transaction, code: JoinCode) -> JoinGrant | None:
        key = of_join_code(self.keyring, code)
        row = tx.execute("SELECT code, sealed FROM join_codes WHERE code = ?", (key,)).fetchone()
        return _JOIN_CODES.open(self.keyring, *row) if row else None

    def spend_join_code(self, tx: Transaction, code: JoinCode) -> None:
        tx.execute("DELETE FROM join_codes WHERE code = ?", (of_join_code(self.keyring, code),))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        """Remove the codes that nobody used."""
        return tx.execute("DELETE FROM join_codes WHERE expires_at <= ?", (to_ms(now),)).rowcount

    # Sessions

    def session(self, tx: Transaction, contact: Contact) -> AgentSession | None:
        """Where the agent's dialog stands; None for a new agent, or when another release wrote it."""
        query = "SELECT contact, sealed FROM agent_sessions WHERE contact = ?"
        row = tx.execute(query, (self._key(contact),)).fetchone()
        return _SESSIONS.open(self.keyring, *row) if row else None

    def keep_session(self, tx: Transaction, contact: Contact, session: AgentSession) -> None:
        key = self._key(contact)
        tx.execute(
            "INSERT INTO agent_sessions (contact, sealed) VALUES (?, ?)"
            " ON CONFLICT (contact) DO UPDATE SET sealed = excluded.sealed",
            (key, _SESSIONS.seal(self.keyring, key, session)),
        )

    def drop_orphaned_sessions(self, tx: Transaction) -> tuple[AgentSession, ...]:
        """Remove those of whom the settings named administrators and do not any more: they have no row of their own.

        Nobody else leaves one behind; see `drop`. What no key opens stays.
        """
        admins = {self._key(contact) for contact in self.admins}
        rows = tx.execute(
            "SELECT contact, sealed FROM agent_sessions WHERE contact NOT IN (SELECT contact FROM agents)"
        )
        known = [row for row in rows if _SESSIONS.place.open(self.keyring, *row) is not None]
        orphaned = [(key, content) for key, content in known if key not in admins]
        tx.executemany("DELETE FROM agent_sessions WHERE contact = ?", [(key,) for key, _ in orphaned])
        return tuple(session for session in (_SESSIONS.open(self.keyring, *row) for row in orphaned) if session)

    def _open(self, key: bytes, content: bytes) -> Agent | None:
        agent = _AGENTS.open(self.keyring, key, content)
        return replace(agent, admin=agent.contact in self.admins) if agent else None

    def _is_called(self, name: str, key: bytes, table: str, row: bytes) -> bool:
        """Whether the name that is sealed in a row is the one that it was found by; else it was moved there."""
        if of_agent_name(self.keyring, name) == key:
            return True
        self.keyring.note_unopened(table, row)
        return False

    def _key(self, contact: Contact) -> bytes:
        return of_contact(self.keyring, contact)
