"""What is wrong with a list of keys, in sentences that name a key by its id. Never a key."""

from collections.abc import Sequence

from storage.sealing import Keyring, show_id

INDEX_PLACE = "the last of ENCRYPTION_KEYS, or INDEX_KEY"


def missing(key: bytes, tables: Sequence[str]) -> str:
    return (
        f"Key {show_id(key)} is missing from ENCRYPTION_KEYS: rows of {_join(tables)} are sealed with it."
        " Put it back, behind the newest."
    )


def does_not_open(key: bytes) -> str:
    return (
        f"Key {show_id(key)} of ENCRYPTION_KEYS does not open what a key of that id has sealed here:"
        " it is another key, or this file was altered."
    )


def unknown_to_leader(key: bytes) -> str:
    """What is sealed with it would be kept from whoever leads."""
    return (
        f"The service that leads does not have key {show_id(key)} yet, and could not open what is sealed with it:"
        " restart it, after those that stand by, with this ENCRYPTION_KEYS, and come again."
    )


def indexed_by_another(key: bytes, keyring: Keyring) -> str:
    """The look-up values are made with `key`, and not with the one at hand."""
    where = "in the wrong place" if key in keyring.ids else "missing"
    return (
        f"Key {show_id(key)}, with which the look-up values of this database are made, is {where}: it must be"
        f" {INDEX_PLACE}, where key {show_id(keyring.index_id)} is now."
    )


def indexed_by_unknown(keyring: Keyring) -> str:
    """The look-up values are made with none of the keys at hand."""
    return (
        "The key with which the look-up values of this database are made is missing: the oldest key must be"
        f" {INDEX_PLACE}, where key {show_id(keyring.index_id)} is now."
    )


def _join(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
