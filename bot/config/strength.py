"""Whether a secret that the operator has made up can be guessed. Never a secret in a word."""

import re
from collections.abc import Iterator, Mapping

from bot.channels.settings import DECLARATIONS as CHANNELS
from bot.providers.settings import DECLARATIONS as PROVIDERS
from storage.errors import KeysWrong
from storage.keys.material import find_guessable_key
from storage.sealing import Keyring

SHORTEST = 16  # characters: 64 bits and more of what `openssl rand -hex` makes
DISTINCT = 5  # of 16 hexadecimal digits of chance, fewer than this differ once in 10**6
_MAKE_ONE = "make one with `openssl rand -hex 32`"
# What stands in examples, and what people type to get on.
_PLACEHOLDER = re.compile(
    r"secret|change.?me|password|example|placeholder|your|12345678|abcdefgh|qwerty|letmein|webhook|default|telcolink",
    re.IGNORECASE,
)
_KEYS = ("ENCRYPTION_KEYS", "INDEX_KEY", "RECEIPT_KEYS")
_SECRETS = [*(name for each in (*CHANNELS, *PROVIDERS) for name in each.secrets), "METRICS_TOKEN"]


def find_guessable(given: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each secret that can be guessed; it says what to do."""
    for name in _KEYS:
        if weakness := _weakness_of_keys(given.get(name, "")):
            yield f"{name} cannot be used: {weakness}."
    for name in _SECRETS:
        if weakness := _weakness(given[name]) if name in given else "":
            yield f"{name} can be guessed: {weakness}; {_MAKE_ONE}."


def _weakness_of_keys(keys: str) -> str:
    """What is no list of keys has a shape that is refused already."""
    try:
        Keyring.parse(keys)
    except KeysWrong:
        return ""
    return find_guessable_key(keys)


def _weakness(secret: str) -> str:
    if len(secret) < SHORTEST:
        return f"it has fewer than {SHORTEST} characters"
    if len(set(secret)) < DISTINCT:
        return "it is the same few characters again and again"
    return "it is made of the words of an example" if len(_PLACEHOLDER.sub("", secret)) < SHORTEST else ""
