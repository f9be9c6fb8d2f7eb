"""The tables of agents, of join codes and of agents' sessions. Never their links, nor what an agent may do."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from conversations.agents.session import Agent, AgentSession, JoinGrant
from conversations.contact import Contact
from conversations.secret import JoinCode
from storage.codec import EPOCH, UnreadableRow, decode, encode, to_ms
from storage.errors import Unsealable
from storage.sealing import Keyring
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Agents:
    """Keeps and finds agents within a transaction that the caller holds. `admins` come from the settings."""

    keyring: Keyring
    admins: Collection[Contact] = ()

    def find(self, tx: Transaction, contact: Contact) -> Agent | None:
        """Who may make links. An administrator is an agent without a row too, but then has no name yet."""
        row = tx.execute("SELECT contact, sealed FROM agents WHERE contact = ?", (self._key(contact),)).fetchone()
        nameless = Agent(contact, "", EPOCH, admin=True) if contact in self.admins else None
        return (self._open(*row) if row else None) or nameless

    def find_named(self, tx: Transaction, name: str) -> Agent | None:
        row = tx.execute("SELECT contact, sealed FROM agents WHERE name = ?", (self._name(name),)).fetchone()
        return self._open(*row) if row else None

    def all(self, tx: Transaction) -> tuple[Agent, ...]:
        """Everybody who has a name, by name."""
        rows = tx.execute("SELECT contact, sealed FROM agents").fetchall()
        agents = [agent for agent in (self._open(*row) for row in rows) if agent]
        return tuple(sorted(agents, key=lambda agent: agent.name.casefold()))

    def keep(self, tx: Transaction, agent: Agent) -> None:
        key = self._key(agent.contact)
        sealed = self.keyring.seal(encode(replace(agent, admin=False), Agent), table="agents", column="sealed", row=key)
        tx.execute(
            "INSERT INTO agents (contact, name, sealed) VALUES (?, ?, ?)"
            " ON CONFLICT (contact) DO UPDATE SET name = excluded.name, sealed = excluded.sealed",
            (key, self._name(agent.name), sealed),
        )

    def drop(self, tx: Transaction, contact: Contact) -> None:
        for table in ("agents", "agent_sessions"):
            tx.execute(f"DELETE FROM {table} WHERE contact = ?", (self._key(contact),))  # noqa: S608 - tables of ours

    # Join codes

    def keep_join_code(self, tx: Transaction, code: JoinCode, invite: JoinGrant) -> None:
        """An earlier one for the same name is replaced."""
        key = self._code(code)
        sealed = self.keyring.seal(encode(invite, JoinGrant), table="agent_invites", column="sealed", row=key)
        tx.execute(
            "INSERT OR REPLACE INTO join_codes (code, name, expires_at, sealed) VALUES (?, ?, ?, ?)",
            (key, self._name(invite.name), to_ms(invite.expires_at), sealed),
        )

    def find_join_code(self, tx: Transaction, code: JoinCode) -> JoinGrant | None:
        key = self._code(code)
        row = tx.execute("SELECT sealed FROM join_codes WHERE code = ?", (key,)).fetchone()
        try:
            opened = self.keyring.open(row[0], table="agent_invites", column="sealed", row=key) if row else None
            return decode(opened, JoinGrant) if opened else None
        except (UnreadableRow, Unsealable):
            return None

    def spend_join_code(self, tx: Transaction, code: JoinCode) -> None:
        tx.execute("DELETE FROM join_codes WHERE code = ?", (self._code(code),))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        """Remove the codes that nobody used."""
        return tx.execute("DELETE FROM join_codes WHERE expires_at <= ?", (to_ms(now),)).rowcount

    # Sessions

    def session(self, tx: Transaction, contact: Contact) -> AgentSession | None:
        """Where the agent's dialog stands; None for a new agent, or when another release wrote it."""
        row = tx.execute(
            "SELECT contact, sealed FROM agent_sessions WHERE contact = ?", (self._key(contact),)
        ).fetchone()
        return self._open_session(*row) if row else None

    def keep_session(self, tx: Transaction, contact: Contact, session: AgentSession) -> None:
        key = self._key(contact)
        sealed = self.keyring.seal(encode(session, AgentSession), table="desks", column="sealed", row=key)
        tx.execute("INSERT OR REPLACE INTO agent_sessions (contact, sealed) VALUES (?, ?)", (key, sealed))

    def drop_orphaned_sessions(self, tx: Transaction) -> tuple[AgentSession, ...]:
        """Remove those of whom the settings named administrators and do not any more: they have no row of their own.

        Nobody else leaves one behind; see `drop`.
        """
        admins = {self._key(contact) for contact in self.admins}
        rows = tx.execute(
            "SELECT contact, sealed FROM agent_sessions WHERE contact NOT IN (SELECT contact FROM agents)"
        )
        orphaned = [(key, sealed) for key, sealed in rows if key not in admins]
        tx.executemany("DELETE FROM agent_sessions WHERE contact = ?", [(key,) for key, _ in orphaned])
        return tuple(session for session in (self._open_session(*row) for row in orphaned) if session)

    def _open_session(self, key: bytes, sealed: bytes) -> AgentSession | None:
        try:
            return decode(self.keyring.open(sealed, table="desks", column="sealed", row=key), AgentSession)
        except (UnreadableRow, Unsealable):
            return None

    def _open(self, key: bytes, sealed: bytes) -> Agent | None:
        try:
            agent = decode(self.keyring.open(sealed, table="agents", column="sealed", row=key), Agent)
        except (UnreadableRow, Unsealable):
            return None
        return replace(agent, admin=agent.contact in self.admins)

    def _key(self, contact: Contact) -> bytes:
        return self.keyring.contact(contact)

    def _name(self, name: str) -> bytes:
        return self.keyring.index(" ".join(name.casefold().split()), "agent name")

    def _code(self, code: JoinCode) -> bytes:
        return self.keyring.index(code.reveal(), "join code")
