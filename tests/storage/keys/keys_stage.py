"""A database with a row in every table that seals, and keys to seal them with; never what must hold."""

from datetime import timedelta

from conversations.agents.session import Agent, AgentSession, JoinGrant
from conversations.agents.turn import Act
from conversations.contact import Contact
from conversations.link import Link
from conversations.pause import Pause
from conversations.secret import FileToken, JoinCode
from storage.chats import Chat, ChatAddress
from storage.keys.sealed_columns import SEALED_COLUMNS
from storage.one_time_files import OneTimeFile
from storage.program_answers import AskedOnce
from storage.sealed import RowKey
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import ADA, AGREEMENT, ASKING_OTP, LINKED, NOON, NUMBER, RULES, session_at

TUNDE = Agent(Contact("console", "2001"), "Tunde", NOON)
DAY = timedelta(days=1)
LINK = Link("K7M-4Q2", TUNDE.contact, TUNDE.contact, "pcm", ("mango", "river"), NOON, NOON + DAY, NOON, NUMBER)
OLD, MIDDLE, NEW = (Keyring.generate_key() for _ in range(3))


def ring(*keys: str, index_key: str = "") -> Keyring:
    return Keyring.parse(",".join(keys), index_key)


def use_all(tx: Transaction, keyring: Keyring) -> None:
    """One row, and two of evidence, sealed with the newest key."""
    store = Store.under(keyring, RULES, tells_systems=True)
    store.sessions.save(tx, session_at(ASKING_OTP), NOON)
    store.accounts.keep(tx, ADA, LINKED)
    store.chats.keep(tx, Chat(ChatAddress(ADA, "+2348031234567", "", "SM1"), NOON))
    store.agents.keep(tx, TUNDE)
    store.agents.keep_session(tx, TUNDE.contact, AgentSession())
    store.agents.keep_join_code(tx, JoinCode("ABCD"), JoinGrant("Bola", TUNDE.contact, NOON + DAY))
    store.links.keep(tx, LINK)
    store.events.add(tx, "declined", "K7M-4Q2", {}, NOON)
    store.program_answers.keep(tx, AskedOnce("console:program", "k-1", "{}"), b"{}", NOON)
    store.one_time_files.take(tx, FileToken("file"), NOON)
    store.one_time_files.put_up(tx, FileToken("file"), OneTimeFile("x.png", "image/png", b"PNG"), NOON)
    store.quarantine.add(tx, "console", "strange", b"{", NOON)
    store.kept_posts.keep(tx, "/console", b"{}", NOON)
    store.pauses.begin(tx, Pause("back at 15:00", NOON))
    for _ in range(2):
        store.consents.record(tx, ADA, AGREEMENT, NOON, withdrawn=False)
        store.audit.record(tx, TUNDE.contact, next(iter(Act)), "K7M-4Q2", NOON)


def all_sealed(tx: Transaction) -> dict[tuple[str, RowKey], bytes]:
    """Every sealed value by its table and row."""
    found: dict[tuple[str, RowKey], bytes] = {}
    for column in SEALED_COLUMNS:
        query = f"SELECT {column.key}, sealed FROM {column.table} WHERE sealed IS NOT NULL"  # noqa: S608
        found |= {(column.table, key): sealed for key, sealed in tx.execute(query)}
    return found
