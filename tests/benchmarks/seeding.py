"""A database as it stands after many customers: for each an open session, an account and a consent. Never a bot.

All through the storage's own functions, so that what is on the disk is what a service would have left there.
"""

import tempfile
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path

from conversations.consent import Asked, Terms, agree
from conversations.contact import Contact
from conversations.dialog import Dialog
from conversations.linked_line import Claim, LinkedLine
from conversations.network import Line, Network
from conversations.phone import PhoneNumber
from conversations.rules import Rules
from conversations.secret import AccountId
from conversations.session import AskingNumber, Session
from storage.database import Database
from storage.keys.admission import admit
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction

AT_ONCE = 1_000  # customers in one piece of work
FIRST_CHAT = 10_000_000  # above those whom the emulated Telegram numbers by itself
NOT_SOON = timedelta(minutes=10)  # as long as any lasts
WORDS = "If you agree, Kudi Loans can see your name, gender and date of birth, your balances and your transactions."


async def seeded_file(key: str, customers: int) -> Path:
    """One for so many customers, made once in a run under this one key, to be copied."""
    path = Path(_folder().name) / f"{customers}.db"
    if not path.exists():
        await _seed(path, key, customers)
    return path


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Until the run ends."""
    return tempfile.TemporaryDirectory()


async def _seed(path: Path, key: str, customers: int) -> None:
    """Customers of Telegram's, for none of whom anything is due."""
    keyring = Keyring.parse(key)
    store = Store.under(keyring, Rules())
    database = await Database.open(path)
    try:
        await admit(database, keyring, datetime.now(UTC))
        for start in range(0, customers, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, customers))
            await database.run(partial(_write, store=store, numbers=numbers))
        await database.checkpoint()
    finally:
        await database.close()


def _write(tx: Transaction, store: Store, numbers: range) -> None:
    for number in numbers:
        _write_customer(tx, store, number, datetime.now(UTC))


def _write_customer(tx: Transaction, store: Store, number: int, now: datetime) -> None:
    """They linked a line yesterday, and are asked for the number of another now."""
    contact, linked_at = Contact("telegram", str(FIRST_CHAT + number)), now - timedelta(days=1)
    agreement = agree(contact, "en", linked_at)
    line = Line(PhoneNumber(f"+234803{number:07}"), Network.MTN)
    linked = LinkedLine(
        AccountId(f"account-{number}"), Claim(agreement, line, proven=False), linked_at, tend_at=now + NOT_SOON
    )
    session = Session(contact, step=AskingNumber(agreement), expires_at=now + NOT_SOON, dialog=Dialog(2))
    store.sessions.save(tx, session, now)
    store.accounts.keep(tx, contact, linked)
    store.consents.record(tx, contact, agreement, now, withdrawn=False, asked=Asked(Terms("Kudi Loans"), WORDS))
