"""What a signed receipt says: who may read what, for what and until when, and how it stood. Never who agreed to it."""

import hashlib
from datetime import datetime
from typing import Any

from conversations.consent import Receipt, has_ended
from storage.codec import written

VERSION = 1  # of these names; raised when one changes its meaning or goes


def content_of(receipt: Receipt, page: str, now: datetime) -> dict[str, Any]:
    """No name, no number, no account; `words` is the SHA-256 of what was shown, in UTF-8, for whoever has that."""
    agreement, asked = receipt.agreement, receipt.asked
    ended = has_ended(receipt, now)
    return {
        "telcolink_receipt": VERSION,
        "receipt": agreement.reference,
        "business": asked.terms.business if asked else None,
        "purpose": asked.terms.purpose if asked else None,
        "scopes": [scope.value for scope in agreement.reads],
        "agreed_at": _written(agreement.at),
        "narrowed_at": _written(receipt.narrowed_at),
        "until": _written(agreement.until),
        "unused_days": agreement.unused_days,
        "ended_at": _written(ended),
        "text_version": agreement.version,
        "language": agreement.language,
        "words": hashlib.sha256(asked.words.encode()).hexdigest() if asked else None,
        "page": page,
        "as_of": _written(now),
    }


def _written(at: datetime | None) -> str | None:
    return written(at) if at else None
