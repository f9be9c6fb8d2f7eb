"""Tokens, references, words and codes from random bytes that are handed in. Never where chance comes from."""

import base64
import re

from conversations.match_words import WORDS
from conversations.secret import JoinCode, LinkToken
from conversations.typed import plain

FRESH = 32  # random bytes that one agent's turn is given; no two makers that a turn uses together read the same ones

# Without what is read or heard as something else: B, I, L, O, S, Z and 0, 1, 5.
LETTERS = "ACDEFGHJKMNPQRTUVWXY"
DIGITS = "2346789"
_ALPHABET = LETTERS + DIGITS
_TOKEN_BYTES = 16
_CODE_LENGTH = 10

# Letters and digits in turn: over two million that can be said over a telephone, and none that looks like a number,
# a one-time password or a word.
_PATTERN = (LETTERS, DIGITS) * 3
_REFERENCE = re.compile("".join(f"[{alphabet}]" for alphabet in _PATTERN))
_CODE = re.compile(f"[{_ALPHABET}]{{{_CODE_LENGTH}}}")


def make_token(fresh: bytes) -> LinkToken:
    """22 url-safe characters from the first 16 bytes: 128 bits."""
    return LinkToken(base64.urlsafe_b64encode(fresh[:_TOKEN_BYTES]).decode().rstrip("="))


def make_reference(fresh: bytes) -> str:
    """`K7M-4Q2`'s like, from the bytes 16 to 24. Whether it is taken is for the caller to see."""
    rest = int.from_bytes(fresh[16:24], "big")
    made = ""
    for alphabet in _PATTERN:
        rest, place = divmod(rest, len(alphabet))
        made += alphabet[place]
    return f"{made[:3]}-{made[3:]}"


def make_words(fresh: bytes) -> tuple[str, str]:
    """Two different words, from the bytes 24 to 32."""
    rest, first = divmod(int.from_bytes(fresh[24:32], "big"), len(WORDS))
    second = (first + 1 + rest % (len(WORDS) - 1)) % len(WORDS)
    return WORDS[first], WORDS[second]


def make_code(fresh: bytes) -> JoinCode:
    """`K7MAD-QRX4T`'s like, from the first 16 bytes: 47 bits, of which a stranger may try few."""
    rest = int.from_bytes(fresh[:16], "big")
    made = ""
    for _ in range(_CODE_LENGTH):
        rest, place = divmod(rest, len(_ALPHABET))
        made += _ALPHABET[place]
    return JoinCode(f"{made[:5]}-{made[5:]}")


def parse_reference(text: str) -> str | None:
    """The reference that `text` is, in either case, with or without its dash; None when it is none."""
    bare = _bare(text)
    return f"{bare[:3]}-{bare[3:]}" if _REFERENCE.fullmatch(bare) else None


def parse_code(text: str) -> JoinCode | None:
    bare = _bare(text)
    return JoinCode(f"{bare[:5]}-{bare[5:]}") if _CODE.fullmatch(bare) else None


def _bare(text: str) -> str:
    return re.sub(r"[\s.,;:!?()\"'-]", "", plain(text)).upper()
