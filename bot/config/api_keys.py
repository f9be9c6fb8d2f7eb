"""Keys of the business's programs, as API_KEYS has them: a name, and the hash of a key. Never a key."""

import re
from typing import Annotated

from bot.config.shapes import split_list
from conversations.discretion import Discreet, Hidden

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")  # the audit and the events show it
_DIGEST = re.compile(r"[0-9a-f]{64}")


class ApiKey(Discreet, frozen=True):
    """Whose key it is, and its SHA-256: a key is 32 bytes of chance, so that no slower hash is called for."""

    name: str
    digest: Hidden[bytes]


def parse_api_keys(text: str) -> tuple[ApiKey, ...]:
    """Entries are told by their place. ValueError says what they must be, and never what they are."""
    keys = [_parse(part) for part in split_list(text)]
    if wrong := [str(place) for place, key in enumerate(keys, start=1) if key is None]:
        raise ValueError(f"must hold name:sha256 as `telcolink api-keys new` prints them; entry {wrong[0]} is none")
    found = tuple(key for key in keys if key)
    if len({key.name for key in found}) < len(found) or len({key.digest for key in found}) < len(found):
        raise ValueError("has the same name, or the same key, twice")
    return found


def _parse(text: str) -> ApiKey | None:
    name, _, digest = text.partition(":")
    fits = NAME.fullmatch(name) and _DIGEST.fullmatch(digest.lower())
    return ApiKey(name, bytes.fromhex(digest)) if fits else None


ApiKeys = Annotated[tuple[ApiKey, ...], parse_api_keys]
