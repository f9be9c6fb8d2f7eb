"""The first thing that is done with an opened database: are these its keys? Nothing else is read or written before.

On a server a start looks and notes nothing, for somebody else may lead: whoever comes to lead is judged once more, and
its keys are noted then, in the transaction in which it takes the lease.
"""

from datetime import datetime

from storage.database import Database
from storage.errors import KeysUnfit
from storage.inbound_ids import InboundIds
from storage.keys.canaries import find_misfits, is_first_start, note_keys
from storage.sealing import Keyring
from storage.transaction import Transaction


async def admit(database: Database, keyring: Keyring, now: datetime) -> None:
    """Raises `KeysUnfit`, and then nothing was changed; else every key has its canary."""
    # Raised out here: inside, one of storage's errors would be taken for the disk's.
    if problems := await database.run(lambda tx: _admit(tx, keyring, now)):
        raise KeysUnfit(problems)


async def admit_beside_others(database: Database, keyring: Keyring, now: datetime) -> None:
    """The same where others may be at work: on a server nothing is changed, for whoever leads notes its keys there."""
    if not database.lease:
        await admit(database, keyring, now)
    elif problems := await database.run(lambda tx: find_misfits(tx, keyring)):
        raise KeysUnfit(problems)


def note(tx: Transaction, keyring: Keyring, now: datetime) -> None:
    """Every key has its canary from now on. Only of keys in which `find_misfits` has found none."""
    first = is_first_start(tx)
    note_keys(tx, keyring, now)
    if first:
        InboundIds(keyring).hide_plain(tx)


def _admit(tx: Transaction, keyring: Keyring, now: datetime) -> list[str]:
    problems = find_misfits(tx, keyring)
    if not problems:
        note(tx, keyring, now)
    return problems
