"""Signed receipts: one line of canonical JSON with an Ed25519 signature over all the rest of it. Never what they say.

A receipt has one way of being written, so that whoever changes any byte of it has another one, which was not signed.
RFC 8032; the JSON is that of RFC 8785 for what stands in it.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bot.errors import TelcolinkError
from storage.keys.material import decode_keys
from storage.sealing import Keyring

SIGNATURE, KEY = "signature", "key"
LONGEST = 16_384  # bytes; a receipt has a thousand
ID_LETTERS = 16


class ReceiptFalse(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """It is no receipt of these keys, as it is: altered, of somebody else, or never one."""


class ReceiptKeys:
    """The keys that sign, newest first, and the one that is made from the database's own, which verifies for ever.

    That one comes from the key of the look-up values, which never changes whatever is rotated.
    """

    def __init__(self, keyring: Keyring, configured: str = "") -> None:
        """`configured` is `RECEIPT_KEYS`: base64, with commas between, checked before."""
        seeds = [*(decode_keys(configured) if configured else ()), keyring.index("ed25519", "receipt key")]
        self._private = [Ed25519PrivateKey.from_private_bytes(seed) for seed in seeds]

    @property
    def public(self) -> dict[str, str]:
        """Each key by its id, the one that signs first; in base64."""
        shown = [key.public_key().public_bytes_raw() for key in self._private]
        return {id_of(raw): base64.b64encode(raw).decode() for raw in shown}

    def sign(self, content: Mapping[str, Any]) -> bytes:
        """The receipt as it is given out."""
        signing = self._private[0]
        signed = {**content, KEY: id_of(signing.public_key().public_bytes_raw())}
        signature = base64.b64encode(signing.sign(_canonical(signed))).decode()
        return _canonical({**signed, SIGNATURE: signature}) + b"\n"


def verify(receipt: bytes, public: Iterable[str]) -> dict[str, Any]:
    """What a receipt says, if one of these public keys (base64) signed it and no byte was changed. `ReceiptFalse`."""
    content = _read(receipt)
    signature = content.pop(SIGNATURE, None)
    for key in map(_decoded, public):
        if id_of(key) == content.get(KEY) and _is_signed(key, _decoded(signature), _canonical(content)):
            return content
    raise ReceiptFalse("no key that is known here signed it as it is")


def id_of(raw: bytes) -> str:
    """By which a public key is named."""
    return hashlib.sha256(raw).hexdigest()[:ID_LETTERS]


def _read(receipt: bytes) -> dict[str, Any]:
    if len(receipt) > LONGEST:
        raise ReceiptFalse("it is longer than any receipt")
    try:
        content = json.loads(receipt)
        whole = isinstance(content, dict) and _canonical(content) == receipt.removesuffix(b"\n")
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        raise ReceiptFalse("it is not written as a receipt is")
    return dict(content)


def _is_signed(key: bytes, signature: bytes, content: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _decoded(text: Any) -> bytes:
    """Nothing for what is no base64, or not written in the one way: its last letter has bits that say nothing."""
    try:
        raw = base64.b64decode(str(text), validate=True)
    except ValueError:
        return b""
    return raw if base64.b64encode(raw).decode() == text else b""


def _canonical(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
