"""Shapes of settings: a type, and the checks that make it of a text (`declarations`). Never which settings there are.

Each check gives what it was given, or what it made of that; its ValueError says what a setting must be, and holds
nothing of what it is.
"""

import math
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Final, Literal

from bot.config.addresses import check_database, check_host, check_plain, check_root, check_secure
from bot.outbox.webhook_signature import read_secrets
from conversations.consent import EVERY_SCOPE, Scope
from conversations.languages import DEFAULT_LANGUAGE, WRITTEN
from conversations.secret import Secret
from storage.errors import KeysWrong
from storage.sealing import Keyring

ABSENT: Final = Secret("")  # as false as the empty text

_FLAGS = {
    **dict.fromkeys(("yes", "y", "true", "t", "on", "1"), True),
    **dict.fromkeys(("no", "n", "false", "f", "off", "0"), False),
}


def shaped(pattern: str, wanted: str) -> Callable[[str], str]:
    """A check that the whole text matches."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"must be {wanted}")
        return text

    return check


def one_of(*words: str) -> Callable[[str], str]:
    """A check that it is one of these, in whatever case."""
    *others, last = words
    wanted = f"{', '.join(others)} or {last}" if others else last

    def check(text: str) -> str:
        if text.lower() not in words:
            raise ValueError(f"must be {wanted}")
        return text.lower()

    return check


def whole(least: int, most: int) -> Callable[[str], int]:
    """A check that it is a whole number within these."""

    def check(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return number

    return check


def number(most: int, least: int | None = None) -> Callable[[str], float]:
    """A check that it is a number within these; above 0 where no least is named."""
    wanted = f"a number above 0, at most {most}" if least is None else f"a number from {least} to {most}"

    def check(text: str) -> float:
        try:
            found = float(text)
        except ValueError:
            found = math.nan  # which is not within any bounds
        is_enough = found > 0 if least is None else found >= least
        if not (is_enough and found <= most):
            raise ValueError(f"must be {wanted}")
        return found

    return check


def _check_keys(keys: str) -> str:
    try:
        Keyring.parse(keys)
    except KeysWrong as wrong:
        raise ValueError(f"cannot be used: {wrong} (32 bytes in base64 each, with commas between)") from None
    return keys


def _check_key(key: str) -> str:
    """One key alone, which makes look-up values."""
    if "," in key:
        raise ValueError("cannot be used: it is one key, and never changed")
    return _check_keys(key)


def _check_signing(keys: str) -> str:
    read_secrets(keys)
    return keys


def parse_flag(text: str) -> bool:
    """`yes` or `no`, or what else means that. ValueError."""
    try:
        return _FLAGS[text.lower()]
    except KeyError:
        raise ValueError("must be yes or no") from None


def _parse_gaps(text: str) -> tuple[timedelta, ...]:
    if not re.fullmatch(r"[0-9]{1,5}( *, *[0-9]{1,5})*", text):
        raise ValueError("must be seconds with commas between, such as 60,120")
    return tuple(timedelta(seconds=int(part)) for part in split_list(text))


def _parse_scopes(text: str) -> tuple[Scope, ...]:
    """In the order in which they are always named."""
    parts = set(split_list(text.lower()))
    if not parts <= set(EVERY_SCOPE):
        raise ValueError(f"must be some of {','.join(EVERY_SCOPE)}, with commas between")
    return tuple(scope for scope in EVERY_SCOPE if scope in parts)


def _parse_languages(text: str) -> tuple[str, ...]:
    asked = split_list(text.lower())
    if unknown := [number for number, code in enumerate(asked, 1) if code not in WRITTEN]:
        raise ValueError(f"must be some of {','.join(WRITTEN)}, with commas between; entry {unknown[0]} is none")
    return tuple(dict.fromkeys((DEFAULT_LANGUAGE, *asked)))


def split_list(text: str) -> list[str]:
    """The parts of a comma-separated list, without the spaces around them."""
    return [part.strip() for part in text.split(",")]


OneLine = Annotated[str, shaped(r"[^\x00-\x1f\x7f-\x9f]{1,200}", "one line of at most 200 characters")]
Flag = Annotated[bool, parse_flag]
Endpoint = Annotated[str, check_secure]
Address = Annotated[Endpoint, check_plain]
Site = Annotated[Address, check_root]
HostName = Annotated[str, check_host]
Port = Annotated[int, whole(0, 65535)]  # 0 takes a free one
DatabaseUrl = Annotated[str, check_database]
EncryptionKeys = Annotated[Secret, _check_keys, Secret]
EncryptionKey = Annotated[Secret, _check_key, Secret]
LogFormat = Annotated[Literal["json", "console"], one_of("json", "console")]
LogLevel = Annotated[Literal["info", "warning", "error"], one_of("info", "warning", "error")]

PlainSecret = Annotated[Secret, shaped(r"[!-~]+", "one word, without spaces"), Secret]
SigningKeys = Annotated[Secret, _check_signing, Secret]

Gaps = Annotated[tuple[timedelta, ...], _parse_gaps]
ScopeList = Annotated[tuple[Scope, ...], _parse_scopes]
Languages = Annotated[tuple[str, ...], _parse_languages]
Minutes = Annotated[float, number(60)]
Hours = Annotated[float, number(168)]
LinkHours = Annotated[float, number(168, least=1)]
Age = Annotated[int, whole(0, 120)]
Months = Annotated[int, whole(1, 36)]
# A notice fits into the shortest month for which a consent can hold; what is unused is so for longer than that.
NoticeDays = Annotated[int, whole(1, 27)]
UnusedDays = Annotated[int, whole(30, 3660)]
IdleDays = Annotated[int, whole(0, 3660)]
Proxies = Annotated[int, whole(0, 5)]
Count = Annotated[int, whole(1, 1_000_000_000)]
CountOrNone = Annotated[int, whole(0, 1_000_000_000)]
Waiting = Annotated[int, whole(2, 1000)]
ReminderDays = Annotated[int, whole(7, 3660)]
ServedSeconds = Annotated[float, number(600, least=0)]
Rate = Annotated[float, number(1000)]
Seconds = Annotated[float, number(60, least=0)]
