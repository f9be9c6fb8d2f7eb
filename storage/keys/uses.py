"""What each key is for and whether it may go, as a list for whoever turns the keys. Never a key's value."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from storage.keys.canaries import INDEX, Canary
from storage.keys.census import Census
from storage.sealing import Keyring


class KeyUse(Struct, frozen=True):
    """One key by its id. `rows`: how many of each table it seals. `may_go` begins with "yes" or "no"."""

    key: bytes
    role: str
    may_go: str
    rows: Mapping[str, int] = field(default_factory=dict)


def list_keys(keyring: Keyring, canaries: Iterable[Canary], census: Census) -> list[KeyUse]:
    """Those at hand, the newest first; then those that are missing and needed."""
    indexing = next((canary.key for canary in canaries if canary.purpose == INDEX), keyring.index_id)
    at_hand = dict.fromkeys((*keyring.ids, keyring.index_id))
    needed = dict.fromkeys((*census, indexing))
    keys = [*at_hand, *(key for key in needed if key not in at_hand)]
    return [_describe(keyring, key, indexing, census.get(key, {})) for key in keys]


def _describe(keyring: Keyring, key: bytes, indexing: bytes, rows: Mapping[str, int]) -> KeyUse:
    roles = {
        "missing": key not in keyring.ids and (key != keyring.index_id or bool(rows)),
        "newest": key == keyring.ids[0],
        "old": key in keyring.ids[1:],
        "look-up": key == indexing,
    }
    role = ", ".join(name for name, applies in roles.items() if applies)
    return KeyUse(key, role or "not used", _may_go(keyring, key, indexing, rows), rows)


def _may_go(keyring: Keyring, key: bytes, indexing: bytes, rows: Mapping[str, int]) -> str:
    if key == keyring.ids[0]:
        return "no: it seals"
    if key not in keyring.ids and key == keyring.index_id and not rows:
        return "no: it is INDEX_KEY" if key == indexing else "yes: from INDEX_KEY, where another belongs"
    if key not in keyring.ids:
        return "no: it is needed"
    if rows:
        return "no: first `telcolink keys reseal`"
    if key == indexing and not keyring.has_index_key:
        return "no: first set INDEX_KEY to it"
    return "yes: from ENCRYPTION_KEYS" if key == indexing else "yes"
