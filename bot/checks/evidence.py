"""Whether the records that are evidence are as they were written. Never what stands in them."""

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from storage.errors import StorageError
from storage.keys.canaries import find_misfits
from storage.ledger_head import Break
from storage.looking import is_there, open_read_only
from storage.store import Store

_SUBJECT = "evidence"


async def check_evidence(context: CheckContext) -> list[Finding]:
    """The chains of consents and of agents' acts. Nothing to say where there is no database yet."""
    settings = context.settings
    store = Store.under(settings.keyring(), settings.rules())
    place = settings.database_place()
    try:
        if not is_there(place):
            return []
        with open_read_only(place) as db:
            if find_misfits(db, settings.keyring()):
                return [warn(_SUBJECT, "cannot be judged with these keys", "Put the keys right first.")]
            broken = {name: ledger.first_break(db) for name, ledger in store.ledgers.items()}
    except (StorageError, OSError):
        return []  # the check of the database has said so
    findings = [_complain(name, found) for name, found in broken.items() if found]
    return findings or [ok(_SUBJECT, "consents and agents' acts are on record as they were written")]


def _complain(name: str, found: Break) -> Finding:
    said = f"row {found.row} of {name} {found.wrong}"
    return wrong(_SUBJECT, said, f"Keep this file and compare it with a copy; `telcolink {name}` shows the rows.")
