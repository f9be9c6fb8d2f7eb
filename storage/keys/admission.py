"""The first thing that is done with an opened database: are these its keys? Nothing else is read or written before."""

from datetime import datetime

from storage.database import Database
from storage.errors import KeysUnfit
from storage.inbound_ids import InboundIds
from storage.keys.canaries import admit_keys, is_first_start
from storage.sealing import Keyring
from storage.transaction import Transaction


async def admit(database: Database, keyring: Keyring, now: datetime) -> None:
    """Raises `KeysUnfit`, and then nothing was changed; else every key has its canary."""
    # Raised out here: inside, one of storage's errors would be taken for the disk's.
    if problems := await database.run(lambda tx: _admit(tx, keyring, now)):
        raise KeysUnfit(problems)


def _admit(tx: Transaction, keyring: Keyring, now: datetime) -> list[str]:
    first = is_first_start(tx)
    problems = admit_keys(tx, keyring, now)
    if first and not problems:
        InboundIds(keyring).hide_plain(tx)
    return problems
