"""Authenticated encryption of single cells (AES-GCM) and keyed look-up values (HMAC). Never stores anything.

A sealed value is: version (1 byte), key id (4), nonce (12), AES-256-GCM ciphertext and tag (length + 16).
Version, key id and the cell's place are authenticated with it, so it opens in its own cell and nowhere else.
"""

import base64
import hmac
import os
from collections.abc import Sequence
from functools import lru_cache
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from conversations.contact import Contact
from storage.errors import KeysWrong, Unsealable

KEY_BYTES = 32
VERSION = b"\x01"
ID_BYTES = 4
NONCE_BYTES = 12
PREFIX_BYTES = len(VERSION) + ID_BYTES
HEADER_BYTES = PREFIX_BYTES + NONCE_BYTES


class Keyring:
    """The encryption keys, newest first: the newest seals, every one opens, the oldest makes look-up values.

    Rotation: put a new key in front and start again. What is written from then on is sealed with it; what was
    written before stays as it is until it is written again, and nothing is sealed anew for its own sake. So a key
    stays in the list as long as anything may be there that was sealed with it: docs/operations.md says how long.

    The oldest key must stay last in the list. All look-up values come from it, so that a new key in front
    changes none of them: rows are found and counters go on. Without it nothing stored under such a value
    would be found, and every limit counted by one would begin anew.

    Random nonces are safe for 2**32 values under one key (NIST SP 800-38D, 8.3).
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        """`keys`: 32 bytes each, newest first. Raises `KeysWrong`."""
        _check(keys)
        self._ciphers = {VERSION + _key_id(key): AESGCM(_derive(key, "seal")) for key in keys}
        self._newest = next(iter(self._ciphers))
        self._index_key = _derive(keys[-1], "index")
        # A turn asks for its contact's value at every table; the cache holds what the turns in flight need.
        self.contact = lru_cache(maxsize=4096)(self._contact)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `ENCRYPTION_KEYS`: base64 of either alphabet, separated by commas. Raises `KeysWrong`."""
        return cls([_decode(part, number) for number, part in enumerate(text.split(","), start=1)])

    @staticmethod
    def generate_key() -> str:
        """A new key for `ENCRYPTION_KEYS`."""
        return base64.b64encode(os.urandom(KEY_BYTES)).decode("ascii")

    def seal(self, plaintext: bytes, *, table: str, column: str, row: str | bytes) -> bytes:
        """`plaintext` for this one cell: 33 bytes longer, new each time. A text `row` means its UTF-8 bytes."""
        nonce = os.urandom(NONCE_BYTES)
        place = _join(self._newest, table, column, row)
        return self._newest + nonce + self._ciphers[self._newest].encrypt(nonce, plaintext, place)

    def open(self, sealed: bytes, *, table: str, column: str, row: str | bytes) -> bytes:
        """What was sealed for this cell. Raises `Unsealable` if moved, altered, or its key is gone."""
        prefix, nonce, box = sealed[:PREFIX_BYTES], sealed[PREFIX_BYTES:HEADER_BYTES], sealed[HEADER_BYTES:]
        cipher = self._ciphers.get(prefix)
        if cipher is None or len(nonce) < NONCE_BYTES:
            raise Unsealable(f"{table}.{column}: not sealed, or with a key that is not in the list")
        try:
            return cipher.decrypt(nonce, box, _join(prefix, table, column, row))
        except InvalidTag:
            raise Unsealable(f"{table}.{column}: altered, or moved from another cell") from None

    def _contact(self, contact: Contact) -> bytes:
        """The look-up value of a contact."""
        return self.index(str(contact), "contact")

    def index(self, text: str, purpose: str) -> bytes:
        """The 32 bytes by which `text` is found without being stored; others for each `purpose`.

        The same as long as the oldest key stays, so one kept from the first start tells a wrong list.
        """
        return hmac.digest(self._index_key, _join(purpose, text), "sha256")

    def __repr__(self) -> str:
        return f"Keyring({len(self._ciphers)} keys)"


def _check(keys: Sequence[bytes]) -> None:
    for number, key in enumerate(keys, start=1):
        if len(key) != KEY_BYTES:
            raise KeysWrong(f"key {number} of {len(keys)} is not {KEY_BYTES} bytes long")
    if not keys:
        raise KeysWrong("there is no key")
    if len({_key_id(key) for key in keys}) < len(keys):
        raise KeysWrong("the same key is there twice")


def _decode(text: str, number: int) -> bytes:
    try:
        return base64.b64decode(text.strip().translate(str.maketrans("-_", "+/")), validate=True)
    except ValueError:
        raise KeysWrong(f"key {number} is not base64") from None


def _key_id(key: bytes) -> bytes:
    return _derive(key, "key id", ID_BYTES)


def _derive(key: bytes, use: str, length: int = KEY_BYTES) -> bytes:
    """A key of its own for each use, so that no two uses can weaken each other (RFC 5869)."""
    return HKDF(SHA256(), length, salt=None, info=f"telcolink {use}".encode()).derive(key)


def _join(*parts: str | bytes) -> bytes:
    """The parts as bytes, each after its length: no two lists of parts are the same bytes."""
    joined = b""
    for part in parts:
        raw = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        joined += len(raw).to_bytes(4, "big") + raw
    return joined
