"""Tokens, references, words and codes from random bytes that are handed in. Never where chance comes from."""

import re
import string
from collections.abc import Iterable

from conversations.match_words import WORDS
from conversations.secret import JoinCode, LinkToken
from conversations.typed import plain

FRESH = 32  # random bytes that one agent's turn is given; no two makers that a turn uses together read the same ones

# Without what is read or heard as something else: B, I, L, O, S, Z and 0, 1, 5.
LETTERS = "ACDEFGHJKMNPQRTUVWXY"
DIGITS = "2346789"
_ALPHABET = LETTERS + DIGITS
_CODE_LENGTH = 10
# No hyphen and no underscore: chats read some of them as formatting, and a link that lost one opens nothing.
_TOKEN_ALPHABET = string.ascii_letters + string.digits
TOKEN_LENGTH = 22  # the fewest that hold 128 bits

# Letters and digits in turn: over two million that can be said over a telephone, and none that looks like a number,
# a one-time password or a word.
_PATTERN = (LETTERS, DIGITS) * 3
_REFERENCE = re.compile("".join(f"[{alphabet}]" for alphabet in _PATTERN))
_AROUND = re.compile(
    "[\\s.,;:!?()<>{}\\[\\]\"'`\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb-]"
)  # what people put around it, and its dash
_CODE = re.compile(f"[{_ALPHABET}]{{{_CODE_LENGTH}}}")


def make_token(fresh: bytes) -> LinkToken:
    """22 letters and digits from the first 16 bytes: 128 bits."""
    return LinkToken(_spell(fresh[:16], (_TOKEN_ALPHABET,) * TOKEN_LENGTH))


def make_reference(fresh: bytes) -> str:
    """`K7M-4Q2`'s like, from the bytes 16 to 24. Whether it is taken is for the caller to see."""
    made = _spell(fresh[16:24], _PATTERN)
    return f"{made[:3]}-{made[3:]}"


def make_words(fresh: bytes) -> tuple[str, str]:
    """Two different words, from the bytes 24 to 32."""
    rest, first = divmod(int.from_bytes(fresh[24:32], "big"), len(WORDS))
    second = (first + 1 + rest % (len(WORDS) - 1)) % len(WORDS)
    return WORDS[first], WORDS[second]


def make_code(fresh: bytes) -> JoinCode:
    """`K7MAD-QRX4T`'s like, from the first 16 bytes: 47 bits, of which a stranger may try few."""
    made = _spell(fresh[:16], (_ALPHABET,) * _CODE_LENGTH)
    return JoinCode(f"{made[:5]}-{made[5:]}")


def parse_reference(text: str) -> str | None:
    """The reference that `text` is, in either case, with or without its dash; None when it is none."""
    bare = _bare(text)
    return f"{bare[:3]}-{bare[3:]}" if _REFERENCE.fullmatch(bare) else None


def parse_code(text: str) -> JoinCode | None:
    bare = _bare(text)
    return JoinCode(f"{bare[:5]}-{bare[5:]}") if _CODE.fullmatch(bare) else None


def _spell(chance: bytes, alphabets: Iterable[str]) -> str:
    """One character of each alphabet, drawn by `chance`."""
    rest, made = int.from_bytes(chance, "big"), ""
    for alphabet in alphabets:
        rest, place = divmod(rest, len(alphabet))
        made += alphabet[place]
    return made


def _bare(text: str) -> str:
    return _AROUND.sub("", plain(text)).upper()
