"""`telcolink audit` and `telcolink consents`: what is on record, and whether it is whole. Never whom it is about.

It looks beside a running service and changes nothing.
"""

import argparse
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from bot.commands.output import fail, lay_out, tell
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from conversations.contact import Contact
from storage.audit import AuditEntry
from storage.consents import Evidence
from storage.database import open_read_only
from storage.errors import StorageError
from storage.keys.canaries import find_misfits
from storage.ledger import Ledger
from storage.store import Store
from storage.transaction import Transaction

SHOWN = 200
UNREADABLE = "cannot be read"

Row = tuple[str, ...]
Record = tuple[Ledger[Any], Callable[[Any], Row]]  # where it stands, and how an entry is shown


def show_audit(_: argparse.Namespace, settings: Settings | None = None) -> int:
    """What agents did, newest first; 1 when the record is not whole."""
    return _show(_find_audit, ("NO", "WHEN (UTC)", "WHO", "ACT", "ABOUT"), settings)


def show_consents(_: argparse.Namespace, settings: Settings | None = None) -> int:
    """Who agreed and withdrew, newest first; 1 when the record is not whole."""
    return _show(_find_consents, ("NO", "WHEN (UTC)", "WHO", "WHAT", "RECEIPT", "TEXT"), settings)


def _find_audit(tx: Transaction, store: Store) -> Record:
    names = {agent.contact: agent.name for agent in store.agents.all(tx)}
    return store.audit.ledger, partial(_show_act, names)


def _find_consents(_: Transaction, store: Store) -> Record:
    return store.consents.ledger, _show_evidence


def _show(find: Callable[[Transaction, Store], Record], headings: Row, settings: Settings | None = None) -> int:
    try:
        settings = settings or read_settings(needs_channel=False)
        with open_read_only(settings.database_path()) as tx:
            if problems := find_misfits(tx, settings.keyring()):
                return fail(*problems)  # with other keys every row would look as if it had been changed
            ledger, show = find(tx, Store.under(settings.keyring(), settings.rules(), settings.admins))
            entries, broken = ledger.latest(tx, SHOWN), ledger.first_broken(tx)
    except SettingsWrong as wrong:
        return fail(*wrong.problems)
    except (StorageError, OSError) as error:
        return fail(f"The database cannot be read: {error}")
    blank = ("-", "-", UNREADABLE, *("-" for _ in headings[4:]))
    rows = [(str(number), *(show(entry) if entry else blank)) for number, entry in entries]
    tell(lay_out(headings, rows) if rows else "There is nothing on record yet.")
    return fail(f"The record was changed: its row {broken} is not as it was written, or is missing.") if broken else 0


def _show_act(names: Mapping[Contact, str], entry: AuditEntry) -> Row:
    who = names.get(entry.contact) or _mask(entry.contact)
    return f"{entry.at:%Y-%m-%d %H:%M}", who, entry.act, entry.about or "-"


def _show_evidence(evidence: Evidence) -> Row:
    agreement, what = evidence.agreement, "withdrawn" if evidence.withdrawn else "agreed"
    text = f"{agreement.version} {agreement.language}"
    return f"{evidence.at:%Y-%m-%d %H:%M}", _mask(evidence.contact), what, agreement.reference, text


def _mask(contact: Contact) -> str:
    """Enough to tell two apart, and not a number that can be called."""
    return f"{contact.channel} …{contact.address[-4:]}"
