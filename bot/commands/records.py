"""How an entry of each record is shown: in which columns, under whose name, and whether it was asked for."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from bot.commands.selection import Selection
from conversations.agents.turn import Act
from conversations.contact import Contact
from conversations.lagos import date_in_lagos
from storage.audit import AuditEntry
from storage.consents import Evidence
from storage.store import Store
from storage.transaction import Transaction

UNREADABLE = "cannot be read"
_BEGINNING = ("NO", "WHEN (UTC)")

Row = tuple[str, ...]
Show = Callable[[Any], Row]


class RecordView(Struct, frozen=True):
    """`headings` begin with the number and the moment; `explain` gives what shows the rest of an entry."""

    headings: Row
    widths: tuple[int, ...]
    acts: tuple[str, ...]
    matches: Callable[[Any, Selection], bool]
    explain: Callable[[Transaction, Store], Show]
    words: Callable[[Any], str] = lambda _: ""  # what was shown to whom the entry is about


def mask(contact: Contact) -> str:
    """Enough to tell two apart, and not a number that can be called."""
    return f"{contact.channel} …{contact.address[-4:]}" if contact.address else f"a stranger on {contact.channel}"


# Consents


def _is_evidence(evidence: Evidence, asked: Selection) -> bool:
    right_receipt = asked.receipt in ("", evidence.agreement.reference)
    return right_receipt and asked.act in ("", _what(evidence))


def _what(evidence: Evidence) -> str:
    if evidence.narrowed:
        return "narrowed"
    return "withdrawn" if evidence.withdrawn else "agreed"


def _show_evidence(evidence: Evidence) -> Row:
    """Rows of the first release do not hold what was asked, nor until when; what a row does not hold is a dash.

    `until` is the day that the customer was told, which is Lagos's.
    """
    agreement, asked = evidence.agreement, evidence.asked
    until = date_in_lagos(agreement.until).isoformat() if agreement.until else "-"
    why = evidence.why.value if evidence.why else "-"
    business, purpose, link = (asked.terms.business, asked.terms.purpose, asked.link) if asked else ("",) * 3
    reads = " ".join(agreement.reads) if asked or evidence.narrowed else ""
    text = f"{agreement.version} {agreement.language}"
    who = mask(evidence.contact)
    return (
        who,
        _what(evidence),
        agreement.reference,
        text,
        until,
        why,
        *(term or "-" for term in (business, purpose, reads, link)),
    )


# The audit


def _is_act(entry: AuditEntry, asked: Selection) -> bool:
    """A receipt is found where an act was about it."""
    about = not asked.receipt or asked.receipt in entry.about.split()
    return about and asked.act in ("", entry.act)


def _explain_acts(tx: Transaction, store: Store) -> Show:
    """By name, also of who is no agent any more. Older rows hold no name: it is found where its agent joined."""
    names = {agent.contact: agent.name for agent in store.agents.all(tx)}
    for _, entry in store.audit.ledger.entries(tx):
        if entry and entry.act in (Act.JOINED, Act.AGENT_NAMED):
            names.setdefault(entry.contact, entry.about)

    def show(entry: AuditEntry) -> Row:
        who = entry.name or names.get(entry.contact) or mask(entry.contact)
        return who, entry.act, entry.about or "-"

    return show


RECORDS = {
    "consents": RecordView(
        headings=(
            "NO",
            "WHEN (UTC)",
            "WHO",
            "WHAT",
            "RECEIPT",
            "TEXT",
            "UNTIL",
            "WHY",
            "ASKED BY",
            "FOR",
            "READS",
            "LINK",
        ),
        widths=(6, 16, 20, 9, 10, 12, 10, 8, 16, 20, 30, 7),
        acts=("agreed", "narrowed", "withdrawn"),
        matches=_is_evidence,
        explain=lambda _, __: _show_evidence,
        words=lambda evidence: evidence.asked.words if evidence.asked else "",
    ),
    "audit": RecordView(
        headings=(*_BEGINNING, "WHO", "ACT", "ABOUT"),
        widths=(6, 16, 24, 20, 20),
        acts=tuple(act.value for act in Act),
        matches=_is_act,
        explain=_explain_acts,
    ),
}
