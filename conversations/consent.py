"""What a customer agreed to, and the evidence of it. Never the asking itself."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime

from conversations.contact import Contact

# Raised whenever the consent text changes its meaning, so that a record names the text that was agreed to.
TEXT_VERSION = "2026-11"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One consent: when (UTC), to which version of the text, in which language; `reference` is on the receipt."""

    reference: str
    at: datetime
    language: str
    version: str = TEXT_VERSION


def agree(contact: Contact, language: str, now: datetime) -> Agreement:
    """The agreement of one contact at one moment; the same moment gives the same reference."""
    digest = hashlib.sha256(f"{contact}|{now.isoformat()}".encode()).digest()
    return Agreement(f"C-{base64.b32encode(digest)[:8].decode()}", now, language)


def chain(previous: bytes, record: bytes) -> bytes:
    """The link of an append-only chain: changing or removing any record changes every later link."""
    return hashlib.sha256(previous + hashlib.sha256(record).digest()).digest()
