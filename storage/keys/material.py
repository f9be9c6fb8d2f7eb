"""What a key is made of: 32 bytes that chance has made. Never what is done with one, nor its value in a word."""

import base64
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise

from storage.errors import KeysWrong

KEY_BYTES = 32
# Of 32 bytes of chance some 30 differ; fewer than this in one of 10**14 keys.
DISTINCT = 17
MAKE_ONE = "make one with `openssl rand -base64 32`"


def decode_key(text: str, name: str) -> bytes:
    """The bytes of one key, in base64 of either alphabet. `name` is what it is called where it is none: `KeysWrong`."""
    try:
        return base64.b64decode(text.strip().translate(str.maketrans("-_", "+/")), validate=True)
    except ValueError:
        raise KeysWrong(f"{name} is not base64") from None


def decode_keys(text: str) -> list[bytes]:
    """The keys of a list with commas between. Raises `KeysWrong`."""
    return [decode_key(part, f"key {number}") for number, part in enumerate(text.split(","), start=1)]


def check_keys(keys: Sequence[bytes]) -> None:
    """Whether they can be used. Raises `KeysWrong`, which says which one cannot, and why."""
    for number, key in enumerate(keys, start=1):
        if len(key) != KEY_BYTES:
            raise KeysWrong(f"key {number} of {len(keys)} is not {KEY_BYTES} bytes long")
    if not keys:
        raise KeysWrong("there is no key")
    if len({sha256(key).digest() for key in keys}) < len(keys):
        raise KeysWrong("the same key is there twice")


def find_guessable_key(text: str) -> str:
    """Which key of a list chance has not made, why that is known, and what to do; empty for none."""
    keys = decode_keys(text)
    weak = ((number, find_weakness(key)) for number, key in enumerate(keys, start=1))
    said = (f"key {number} of {len(keys)} can be guessed: it is {why}; {MAKE_ONE}" for number, why in weak if why)
    return next(said, "")


def find_weakness(key: bytes) -> str:
    """Why a key is not one that chance has made; empty where nothing speaks against it."""
    steps = {(after - before) % 256 for before, after in pairwise(key)}
    if len(set(key)) == 1:
        return "one byte again and again"
    if len(steps) == 1:
        return "a row of numbers"
    if all(32 <= byte < 127 for byte in key):
        return "a text"
    return "too regular" if len(set(key)) < DISTINCT else ""
