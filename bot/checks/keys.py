"""Whether the keys are those of the database, and open all that is in it. Looks beside a running service."""

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from storage.errors import StorageError
from storage.keys.canaries import find_misfits
from storage.keys.census import count_unopened
from storage.looking import is_there, open_read_only
from storage.sealing import Keyring
from storage.transaction import Transaction

_SUBJECT = "keys"
_CELL = {"table": "doctor", "column": "trial", "row": "1"}


async def check_keys(context: CheckContext) -> list[Finding]:
    """Raises `Unsealable` where not even what is sealed now can be opened: then cryptography is broken."""
    keyring, place = context.settings.keyring(), context.settings.database_place()
    keyring.open(keyring.seal(b"trial", **_CELL), **_CELL)
    fresh = ok(_SUBJECT, "what the newest key seals can be opened. Keep a copy of the keys away from the disk")
    try:
        if not is_there(place):
            return [fresh]
        with open_read_only(place) as tx:
            return _judge(tx, keyring) or [fresh]
    except (StorageError, OSError):
        return [fresh]  # the check of the database says what is wrong with it


def _judge(tx: Transaction, keyring: Keyring) -> list[Finding]:
    if problems := find_misfits(tx, keyring):
        return [wrong(_SUBJECT, problem, "`serve` does not start until then.") for problem in problems]
    unopened = count_unopened(tx, keyring)
    return [_tell(table, number) for table, number in unopened.items()]


def _tell(table: str, number: int) -> Finding:
    said = f"{number} {'row' if number == 1 else 'rows'} of {table} cannot be opened with any key of the list"
    return warn(_SUBJECT, said, "They are kept. `telcolink keys check` says more; a copy may have them whole.")
