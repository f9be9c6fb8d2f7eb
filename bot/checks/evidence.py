"""Whether the records that are evidence are as they were written. Never what stands in them."""

from collections.abc import Mapping
from pathlib import Path

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from storage.errors import StorageError
from storage.keys.canaries import find_misfits
from storage.ledger_head import Break, Head
from storage.looking import is_there, open_read_only
from storage.noted_heads import NotedHeads
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
            lost = NotedHeads.beside(place).not_held(db, store.ledgers) if isinstance(place, Path) else {}
    except (StorageError, OSError):
        return []  # the check of the database has said so
    findings = [_complain(name, found) for name, found in broken.items() if found]
    findings += [_tell_lost(lost)] if lost else []
    return findings or [ok(_SUBJECT, "consents and agents' acts are on record as they were written")]


def _tell_lost(lost: Mapping[str, Head]) -> Finding:
    """No wrong that a program can judge: whoever brought the copy back knows."""
    said = f"an older copy was brought back: it does not hold what was on record since ({', '.join(lost)})"
    return warn(
        _SUBJECT, said, "`telcolink customers reconcile --repeat`, which ends this too, as docs/operations.md says."
    )


def _complain(name: str, found: Break) -> Finding:
    said = f"row {found.row} of {name} {found.wrong}"
    return wrong(_SUBJECT, said, f"Keep this file and compare it with a copy; `telcolink {name}` shows the rows.")
