"""All the tables of one database under one keyring. Never SQL, never a decision."""

from dataclasses import dataclass
from typing import Self

from conversations.session import Rules
from storage.accounts import Accounts
from storage.consents import Consents
from storage.counters import Counters
from storage.outbox import Outbox
from storage.quarantine import Quarantine
from storage.sealing import Keyring
from storage.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Store:
    """What a turn may load and save within its transaction."""

    keyring: Keyring
    sessions: Sessions
    accounts: Accounts
    consents: Consents
    counters: Counters
    outbox: Outbox
    quarantine: Quarantine

    @classmethod
    def under(cls, keyring: Keyring, rules: Rules) -> Self:
        return cls(
            keyring=keyring,
            sessions=Sessions(keyring, rules),
            accounts=Accounts(keyring),
            consents=Consents(keyring),
            counters=Counters(keyring),
            outbox=Outbox(keyring),
            quarantine=Quarantine(keyring),
        )
