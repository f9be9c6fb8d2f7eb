"""Authenticated encryption of single cells (AES-GCM) and keyed look-up values (HMAC). Never stores anything.

A sealed value is: version (1 byte), key id (4), nonce (12), AES-256-GCM ciphertext and tag (length + 16).
Version, key id and the cell's place are authenticated with it, so it opens in its own cell and nowhere else.
"""

import base64
import hmac
import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from conversations.contact import Contact
from storage.errors import Unsealable
from storage.keys.material import KEY_BYTES, check_keys, decode_key, decode_keys

VERSION = b"\x01"
ID_BYTES = 4
NONCE_BYTES = 12
PREFIX_BYTES = len(VERSION) + ID_BYTES
HEADER_BYTES = PREFIX_BYTES + NONCE_BYTES
MOST_NOTED = 10_000  # rows of a table that are remembered as unopened


class Keyring:
    """The encryption keys, newest first: the newest seals, every one opens; and the key of the look-up values.

    Rotation: put a new key in front and start again. What is written from then on is sealed with it;
    `telcolink keys reseal` seals the rest anew, and then the old key may go.

    Look-up values come from the index key, and from the oldest of the list where there is none: a new key in front
    changes none of them, so rows are found and counters go on. It can never be changed: without it nothing stored
    under such a value would be found, and every limit counted by one would begin anew.

    Random nonces are safe for 2**32 values under one key (NIST SP 800-38D, 8.3).
    """

    def __init__(self, keys: Sequence[bytes], index_key: bytes | None = None) -> None:
        """`keys`: 32 bytes each, newest first. Raises `KeysWrong`."""
        check_keys(keys)
        if index_key is not None:
            check_keys([index_key])
        self._ciphers = {VERSION + _key_id(key): AESGCM(_derive(key, "seal")) for key in keys}
        self._newest = next(iter(self._ciphers))
        indexing = keys[-1] if index_key is None else index_key
        self._index_keys = {_key_id(key): _derive(key, "index") for key in (indexing, *keys)}
        self._indexer = HMAC(self._index_keys[_key_id(indexing)], SHA256())  # keyed once
        self.ids = tuple(prefix[len(VERSION) :] for prefix in self._ciphers)  # as sealed values name them
        self.index_id, self.has_index_key = _key_id(indexing), index_key is not None
        self.unopened: dict[str, set[bytes]] = {}  # the rows of each table whose seal did not open
        # A turn asks for its contact's value at every table, and a conversation for its number's at every turn. These
        # hold what the turns in flight need.
        self.contact = lru_cache(maxsize=1024)(self._contact)
        self.index: Callable[[str, str], bytes] = lru_cache(maxsize=4096)(self._index)

    @classmethod
    def parse(cls, text: str, index_key: str = "") -> Self:
        """Read `ENCRYPTION_KEYS` and `INDEX_KEY`: base64 of either alphabet, with commas between. `KeysWrong`."""
        return cls(decode_keys(text), decode_key(index_key, "the key") if index_key else None)

    @staticmethod
    def generate_key() -> str:
        """A new key for `ENCRYPTION_KEYS`."""
        return base64.b64encode(os.urandom(KEY_BYTES)).decode("ascii")

    def seal(self, plaintext: bytes, *, table: str, column: str, row: str | bytes) -> bytes:
        """`plaintext` for this one cell: 33 bytes longer, new each time. A text `row` means its UTF-8 bytes."""
        return self._seal(self._newest, plaintext, table, column, row)

    def sealed_by(self, key_id: bytes, plaintext: bytes, *, table: str, column: str, row: str | bytes) -> bytes:
        """The same by a certain key of the list. KeyError for none."""
        return self._seal(prefix_of(key_id), plaintext, table, column, row)

    def _seal(self, prefix: bytes, plaintext: bytes, table: str, column: str, row: str | bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return prefix + nonce + self._ciphers[prefix].encrypt(nonce, plaintext, _cell(prefix, table, column, row))

    def open(self, sealed: bytes, *, table: str, column: str, row: str | bytes) -> bytes:
        """What was sealed for this cell. Raises `Unsealable` if moved, altered, or its key is gone."""
        prefix, nonce, box = sealed[:PREFIX_BYTES], sealed[PREFIX_BYTES:HEADER_BYTES], sealed[HEADER_BYTES:]
        cipher = self._ciphers.get(prefix)
        if cipher is None or len(nonce) < NONCE_BYTES:
            raise self._refuse(table, row, f"{table}.{column}: not sealed, or with a key that is not in the list")
        try:
            return cipher.decrypt(nonce, box, _cell(prefix, table, column, row))
        except InvalidTag:
            raise self._refuse(table, row, f"{table}.{column}: altered, or moved from another cell") from None

    def is_newest(self, sealed: bytes) -> bool:
        """Whether the newest key sealed it already."""
        return sealed.startswith(self._newest)

    def _contact(self, contact: Contact) -> bytes:
        """The look-up value of a contact."""
        return self.index(str(contact), "contact")

    def _index(self, text: str, purpose: str) -> bytes:
        """The 32 bytes by which `text` is found without being stored; others for each `purpose`."""
        indexer = self._indexer.copy()
        indexer.update(_joined(purpose) + _join(text))
        return indexer.finalize()

    def indexer_of(self, value: bytes, text: str, purpose: str) -> bytes | None:
        """The id of the key, of all that are known here, that makes this look-up value; None if none of them does."""
        whole = _join(purpose, text)
        made = ((key_id, hmac.digest(key, whole, "sha256")) for key_id, key in self._index_keys.items())
        return next((key_id for key_id, candidate in made if hmac.compare_digest(candidate, value)), None)

    def _refuse(self, table: str, row: str | bytes, why: str) -> Unsealable:
        self.note_unopened(table, row)
        return Unsealable(why)

    def note_unopened(self, table: str, row: str | bytes) -> None:
        """A row whose seal does not open, or whose look-up values are not those of what is sealed in it.

        Noted, so that the metrics can tell of it: such a row is left where it is.
        """
        met = self.unopened.setdefault(table, set())
        if len(met) < MOST_NOTED:
            met.add(row if isinstance(row, bytes) else row.encode("utf-8", "surrogatepass"))

    def __repr__(self) -> str:
        return f"Keyring({len(self._ciphers)} keys)"


def show_id(key_id: bytes) -> str:
    """A key's id as people read it. It says nothing of the key."""
    return key_id.hex()


def prefix_of(key_id: bytes) -> bytes:
    """What every value begins with that this key sealed."""
    return VERSION + key_id


def key_id_in(prefix: bytes) -> bytes | None:
    """Which key sealed what begins so; None where it is no sealed value."""
    whole = prefix.startswith(VERSION) and len(prefix) == PREFIX_BYTES
    return prefix[len(VERSION) :] if whole else None


def _key_id(key: bytes) -> bytes:
    return _derive(key, "key id", ID_BYTES)


def _derive(key: bytes, use: str, length: int = KEY_BYTES) -> bytes:
    """A key of its own for each use, so that no two uses can weaken each other (RFC 5869)."""
    return HKDF(SHA256(), length, salt=None, info=f"telcolink {use}".encode()).derive(key)


def _cell(prefix: bytes, table: str, column: str, row: str | bytes) -> bytes:
    """What is authenticated with a sealed value."""
    return _joined(prefix, table, column) + _join(row)


def _join(*parts: str | bytes) -> bytes:
    """The parts as bytes, each after its length: no two lists of parts are the same bytes."""
    joined = b""
    for part in parts:
        raw = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        joined += len(raw).to_bytes(4, "big") + raw
    return joined


_joined = lru_cache(maxsize=1024)(_join)  # of columns and purposes, which are few, and never of rows or texts
