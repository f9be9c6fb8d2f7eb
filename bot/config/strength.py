"""Whether a secret that the operator has made up can be guessed. Never a secret in a word."""

import re

from pydantic import SecretStr

SHORTEST = 16  # characters: 64 bits and more of what `openssl rand -hex` makes
DISTINCT = 5  # of 16 hexadecimal digits of chance, fewer than this differ once in 10**6
_MAKE_ONE = "make one with `openssl rand -hex 32`"
# What stands in examples, and what people type to get on.
_PLACEHOLDER = re.compile(
    r"secret|change.?me|password|example|placeholder|your|12345678|abcdefgh|qwerty|letmein|webhook|default|telcolink",
    re.IGNORECASE,
)


def check_strength(secret: SecretStr) -> SecretStr:
    """ValueError for one that is short, plain, or out of an example; it says what to do."""
    text = secret.get_secret_value()
    if len(text) < SHORTEST:
        raise ValueError(f"can be guessed: it has fewer than {SHORTEST} characters; {_MAKE_ONE}")
    if len(set(text)) < DISTINCT:
        raise ValueError(f"can be guessed: it is the same few characters again and again; {_MAKE_ONE}")
    if len(_PLACEHOLDER.sub("", text)) < SHORTEST:
        raise ValueError(f"can be guessed: it is made of the words of an example; {_MAKE_ONE}")
    return secret
