"""What a program reads: a link, the figures of many. Never a whole number, a customer's name, a balance or a code."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import asdict

from bot.turns.programs import LinkSeen
from conversations.agents.funnel import Funnel, by_network
from conversations.agents.programs import LinkMade, MakingNote
from conversations.agents.session import Tally
from conversations.ended_links import state_of
from conversations.link import Addresses, Link

# What each note says to whoever reads it in a log.
NOTES: Mapping[MakingNote, str] = {
    MakingNote.ALREADY_LINKED: "That line is shared already. The customer is asked anew, and no code may be needed.",
    MakingNote.OPEN_ELSEWHERE: "Somebody else has an open link for that number.",
    MakingNote.PAUSED: "No line is linked just now. Customers who open the link keep it, and are told:",
}


def describe(seen: LinkSeen, addresses: Addresses) -> dict[str, Any]:
    """A link as it stands. Its addresses are there while it can be opened, where a program made it."""
    link = seen.link
    return {
        "reference": link.reference,
        "external_reference": link.external_reference or None,
        "state": state_of(link).value,
        "step": link.step.value or None,
        "reason": link.reason.value or None,
        "agent": seen.agent or None,
        "number": link.masked or None,
        "network": link.likely_network.value if link.likely_network else None,
        "language": link.language,
        "match_words": list(link.words),
        "made_at": moment(link.made_at),
        "moved_at": moment(link.moved_at),
        "expires_at": moment(link.expires_at),
        "consent_id": link.consent or None,
        "account_id": link.account.reveal() if link.account else None,
        **_addresses_of(link, addresses),
    }


def describe_made(made: LinkMade, agent: str, addresses: Addresses) -> dict[str, Any]:
    said = {note: NOTES[note] + (f" {made.told}" if note is MakingNote.PAUSED else "") for note in made.notes}
    warnings = [{"code": note.value, "detail": detail} for note, detail in said.items()]
    return {**describe(LinkSeen(made.link, agent), addresses), "warnings": warnings}


def describe_funnels(tallies: Sequence[Tally], days: int, since: datetime, until: datetime) -> dict[str, Any]:
    """All links together, and those of each network; of `null` the network is not known yet."""
    networks = [
        {"network": network.value if network else None, "funnel": _figures(funnel)}
        for network, funnel in by_network(tallies).items()
    ]
    return {
        "days": days,
        "since": moment(since),
        "until": moment(until),
        "funnel": _figures(Funnel.of(tallies)),
        "networks": networks,
    }


def moment(at: datetime) -> str:
    """RFC 3339, in UTC, to the second."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def encode_answer(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def _addresses_of(link: Link, addresses: Addresses) -> dict[str, Any]:
    token = link.token.reveal() if link.token and not link.is_final else ""
    chats = {brand.lower(): f"{prefix}{token}" for brand, prefix in addresses.chats} if token else {}
    return {"page": f"{addresses.page}{token}" if token and addresses.page else None, "deep_links": chats}


def _figures(funnel: Funnel) -> dict[str, int]:
    figures = asdict(funnel)
    return {"code_sent" if name == "sent" else name: count for name, count in figures.items()}
