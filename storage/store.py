"""All the tables of one database under one keyring. Never SQL, never a decision."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Self

from msgspec import Struct

from conversations.contact import Contact
from conversations.rules import Rules
from storage.accounts import Accounts
from storage.agents import Agents
from storage.audit import Audit
from storage.chats import Chats
from storage.consents import Consents
from storage.counters import Counters
from storage.events import Events
from storage.inbound_ids import InboundIds
from storage.kept_posts import KeptPosts
from storage.ledger import Ledger
from storage.ledger_head import Head
from storage.link_reports import LinkReports
from storage.links import Links
from storage.one_time_files import OneTimeFiles
from storage.outbox import Outbox
from storage.pauses import Pauses
from storage.program_answers import ProgramAnswers
from storage.quarantine import Quarantine
from storage.receipt_pages import ReceiptPages
from storage.sealing import Keyring
from storage.sent_messages import SentMessages
from storage.sessions import Sessions
from storage.transaction import Transaction, Wanted


class Store(Struct, frozen=True):
    """What a turn may load and save within its transaction."""

    keyring: Keyring
    sessions: Sessions
    accounts: Accounts
    consents: Consents
    counters: Counters
    outbox: Outbox
    sent_messages: SentMessages
    quarantine: Quarantine
    chats: Chats
    agents: Agents
    links: Links
    link_reports: LinkReports
    audit: Audit
    events: Events
    inbound_ids: InboundIds
    program_answers: ProgramAnswers
    one_time_files: OneTimeFiles
    receipt_pages: ReceiptPages
    pauses: Pauses
    kept_posts: KeptPosts

    @property
    def ledgers(self) -> Mapping[str, Ledger[Any]]:
        """The records that are evidence, by name."""
        return {"consents": self.consents.ledger, "audit": self.audit.ledger}

    def heads(self, tx: Transaction) -> dict[str, Head]:
        """Where each of them ends now."""
        return {name: ledger.head(tx) for name, ledger in self.ledgers.items()}

    def last_recorded(self, tx: Transaction) -> datetime | None:
        """When something was put on record last, by the clock of then; None where nothing ever was."""
        return max(filter(None, (ledger.written_at(tx) for ledger in self.ledgers.values())), default=None)

    def put_time_right(self, tx: Transaction, now: datetime) -> bool:
        """What a clock that was ahead left behind lies in the future now, and would last as much longer.

        False if more may be left. Not what waits in the outbox: whoever carries it sees how long it was to rest.
        """
        self.one_time_files.put_time_right(tx, now)
        return self.sessions.put_time_right(tx, now) & self.counters.put_time_right(tx, now)

    def wanted_by_turn(self, contact: Contact) -> tuple[Wanted, ...]:
        """What every turn of a contact asks for."""
        waiting = self.outbox.wanted(self.sessions.key(contact))
        return self.agents.wanted(contact), self.sessions.wanted(contact), self.accounts.wanted(contact), waiting

    @classmethod
    def under(
        cls,
        keyring: Keyring,
        rules: Rules,
        admins: Collection[Contact] = (),
        *,
        tells_systems: bool = False,
        receipts_at: str = "",
    ) -> Self:
        """`tells_systems` is False where the business has no system that wants events; `receipts_at` is what the
        address of a receipt begins with, "" where there is none.
        """
        agents = Agents(keyring, frozenset(admins))
        return cls(
            keyring=keyring,
            sessions=Sessions(keyring, rules),
            accounts=Accounts(keyring),
            consents=Consents(keyring),
            counters=Counters(keyring),
            outbox=Outbox(keyring),
            sent_messages=SentMessages(keyring),
            quarantine=Quarantine(keyring),
            chats=Chats(keyring, agents.admins),
            agents=agents,
            links=Links(keyring),
            link_reports=LinkReports(keyring, agents),
            audit=Audit(keyring),
            events=Events(keyring, wanted=tells_systems),
            inbound_ids=InboundIds(keyring),
            program_answers=ProgramAnswers(keyring),
            one_time_files=OneTimeFiles(keyring),
            receipt_pages=ReceiptPages(keyring, receipts_at),
            pauses=Pauses(keyring),
            kept_posts=KeptPosts(keyring),
        )
