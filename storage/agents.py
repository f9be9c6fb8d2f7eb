"""The agents, their invites and their desks: three tables. Never their links, nor what an agent may do."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from conversations.agents.desk import Agent, Desk, Invite
from conversations.contact import Contact
from conversations.secret import JoinCode
from storage.codec import EPOCH, Unreadable, decode, encode, to_ms
from storage.errors import Unsealable
from storage.sealing import Keyring


@dataclass(frozen=True, slots=True)
class Agents:
    """Keeps and finds agents within a transaction that the caller holds. `admins` come from the settings."""

    keyring: Keyring
    admins: Collection[Contact] = ()

    def find(self, db: sqlite3.Connection, contact: Contact) -> Agent | None:
        """Who may make links. An administrator is an agent without a row too, but then has no name yet."""
        row = db.execute("SELECT contact, sealed FROM agents WHERE contact = ?", (self._key(contact),)).fetchone()
        nameless = Agent(contact, "", EPOCH, admin=True) if contact in self.admins else None
        return (self._open(*row) if row else None) or nameless

    def find_named(self, db: sqlite3.Connection, name: str) -> Agent | None:
        row = db.execute("SELECT contact, sealed FROM agents WHERE name = ?", (self._name(name),)).fetchone()
        return self._open(*row) if row else None

    def all(self, db: sqlite3.Connection) -> tuple[Agent, ...]:
        """Everybody who has a name, by name."""
        rows = db.execute("SELECT contact, sealed FROM agents").fetchall()
        agents = [agent for agent in (self._open(*row) for row in rows) if agent]
        return tuple(sorted(agents, key=lambda agent: agent.name.casefold()))

    def keep(self, db: sqlite3.Connection, agent: Agent) -> None:
        key = self._key(agent.contact)
        sealed = self.keyring.seal(encode(replace(agent, admin=False), Agent), table="agents", column="sealed", row=key)
        db.execute(
            "INSERT INTO agents (contact, name, sealed) VALUES (?, ?, ?)"
            " ON CONFLICT (contact) DO UPDATE SET name = excluded.name, sealed = excluded.sealed",
            (key, self._name(agent.name), sealed),
        )

    def drop(self, db: sqlite3.Connection, contact: Contact) -> None:
        for table in ("agents", "desks"):
            db.execute(f"DELETE FROM {table} WHERE contact = ?", (self._key(contact),))  # noqa: S608 - tables of ours

    # Invites

    def keep_invite(self, db: sqlite3.Connection, code: JoinCode, invite: Invite) -> None:
        """An earlier one for the same name is replaced."""
        key = self._code(code)
        sealed = self.keyring.seal(encode(invite, Invite), table="agent_invites", column="sealed", row=key)
        db.execute(
            "INSERT OR REPLACE INTO agent_invites (code, name, expires_at, sealed) VALUES (?, ?, ?, ?)",
            (key, self._name(invite.name), to_ms(invite.expires_at), sealed),
        )

    def find_invite(self, db: sqlite3.Connection, code: JoinCode) -> Invite | None:
        key = self._code(code)
        row = db.execute("SELECT sealed FROM agent_invites WHERE code = ?", (key,)).fetchone()
        try:
            opened = self.keyring.open(row[0], table="agent_invites", column="sealed", row=key) if row else None
            return decode(opened, Invite) if opened else None
        except (Unreadable, Unsealable):
            return None

    def spend_invite(self, db: sqlite3.Connection, code: JoinCode) -> None:
        db.execute("DELETE FROM agent_invites WHERE code = ?", (self._code(code),))

    def forget_old(self, db: sqlite3.Connection, now: datetime) -> int:
        """Remove the invites that nobody took."""
        return db.execute("DELETE FROM agent_invites WHERE expires_at <= ?", (to_ms(now),)).rowcount

    # Desks

    def desk(self, db: sqlite3.Connection, contact: Contact) -> Desk | None:
        """Where the agent's dialog stands; None for a new agent, or when another release wrote it."""
        row = db.execute("SELECT contact, sealed FROM desks WHERE contact = ?", (self._key(contact),)).fetchone()
        return self._open_desk(*row) if row else None

    def keep_desk(self, db: sqlite3.Connection, contact: Contact, desk: Desk) -> None:
        key = self._key(contact)
        sealed = self.keyring.seal(encode(desk, Desk), table="desks", column="sealed", row=key)
        db.execute("INSERT OR REPLACE INTO desks (contact, sealed) VALUES (?, ?)", (key, sealed))

    def drop_deserted(self, db: sqlite3.Connection) -> tuple[Desk, ...]:
        """Remove the desks of those who are no agents any more: the settings named them administrators, without a row.

        Nobody else leaves a desk behind; see `drop`.
        """
        admins = {self._key(contact) for contact in self.admins}
        rows = db.execute("SELECT contact, sealed FROM desks WHERE contact NOT IN (SELECT contact FROM agents)")
        deserted = [(key, sealed) for key, sealed in rows if key not in admins]
        db.executemany("DELETE FROM desks WHERE contact = ?", [(key,) for key, _ in deserted])
        return tuple(desk for desk in (self._open_desk(*row) for row in deserted) if desk)

    def _open_desk(self, key: bytes, sealed: bytes) -> Desk | None:
        try:
            return decode(self.keyring.open(sealed, table="desks", column="sealed", row=key), Desk)
        except (Unreadable, Unsealable):
            return None

    def _open(self, key: bytes, sealed: bytes) -> Agent | None:
        try:
            agent = decode(self.keyring.open(sealed, table="agents", column="sealed", row=key), Agent)
        except (Unreadable, Unsealable):
            return None
        return replace(agent, admin=agent.contact in self.admins)

    def _key(self, contact: Contact) -> bytes:
        return self.keyring.contact(contact)

    def _name(self, name: str) -> bytes:
        return self.keyring.index(" ".join(name.casefold().split()), "agent name")

    def _code(self, code: JoinCode) -> bytes:
        return self.keyring.index(code.reveal(), "join code")
