"""What this service tells of itself at `/.well-known/telcolink.json`: who it is, and the keys of its receipts."""

from collections.abc import Mapping
from typing import Any

from bot.ports import Channel
from conversations.wording import Business

VERSION = 1
WELL_KNOWN = "/.well-known/telcolink.json"


def about(
    business: Business, channels: Mapping[str, Channel], receipts_at: str, keys: Mapping[str, str]
) -> dict[str, Any]:
    """The bots by their channel, as people find them there; each public key in base64 by its id."""
    return {
        "telcolink": VERSION,
        "business": business.name,
        "bots": {channel.name: channel.handle for channel in channels.values() if channel.handle},
        "receipts": receipts_at,
        "keys": [{"id": name, "alg": "Ed25519", "public": public} for name, public in keys.items()],
    }
