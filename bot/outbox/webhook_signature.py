"""Signatures by which the business's systems know our posts: Standard Webhooks, symmetric. Never the webhook.

github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import base64
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime

PREFIX = "whsec_"
KEY_BYTES = range(24, 65)


def read_secrets(text: str) -> tuple[bytes, ...]:
    """The keys in `EVENTS_SECRET`: one, or two with a comma between while they are being changed.

    ValueError says what it must be, and never what it is.
    """
    return tuple(_read_secret(part.strip()) for part in text.split(","))


def sign(keys: Sequence[bytes], identity: str, body: bytes, now: datetime) -> Mapping[str, str]:
    """The three headers of one try. A receiver that has any one of the keys can check it."""
    moment = str(int(now.timestamp()))
    signed = f"{identity}.{moment}.".encode() + body
    signatures = (base64.b64encode(hmac.digest(key, signed, "sha256")).decode() for key in keys)
    return {
        "webhook-id": identity,
        "webhook-timestamp": moment,
        "webhook-signature": " ".join(f"v1,{signature}" for signature in signatures),
    }


def _read_secret(text: str) -> bytes:
    try:
        key = base64.b64decode(text.removeprefix(PREFIX), validate=True)
    except ValueError:
        key = b""
    if len(key) not in KEY_BYTES:
        raise ValueError(f"must be {PREFIX} and 24 to 64 bytes in base64, as `openssl rand -base64 32` makes them")
    return key
