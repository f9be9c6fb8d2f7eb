"""What may not stand in a log, by its name or by its look: a value goes in and comes out safe. Never the writing.

It errs on the side of hiding: a date that looks like a number is no loss, a number that looks like a date is one.
"""

import math
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import PurePath
from typing import Any

HIDDEN = "[hidden]"
NUMBER = "[number]"
SECRET = "[secret]"  # noqa: S105 - what stands in its place
_LONGEST = 300  # characters of a text
_MOST = 20  # items of a list or a mapping
_DEEPEST = 4
_LARGEST = 1_000_000  # more may be somebody's number on a platform, or a telephone

_NAMES = """
    account accounts address agent amount auth authorization balance balances birth bvn code codes contact content
    cookie date dob gender identity key keys line message name names nin number otp otps passphrase password payload
    phone pin query reference secret session sid text title token update url user username
"""
_UNTOLD = frozenset(_NAMES.split())
_COUNTED = frozenset({"bytes", "rows"})  # what may be large and says nothing of anybody
_WORD = re.compile(r"[a-z]+")
_HUMP = re.compile(r"[A-Z]")

_LOOKS = (
    (re.compile(r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{10,}"), SECRET),  # a Telegram bot's token
    (re.compile(r"(?:test|live)_[ps]k_\w+"), SECRET),  # Mono's keys
    (re.compile(r"[A-Za-z0-9+/_-]{40,}=*"), SECRET),  # 32 bytes in base64, and more
    (re.compile(r"(?=[A-Za-z+/_-]*\d)[A-Za-z0-9+/_-]{20,}=*"), SECRET),  # ids: words have no digits
    (re.compile(r"\+?\d(?:[^\w\n]{0,3}\d){6,}"), NUMBER),  # a telephone number, however it is spaced
    (re.compile(r"\d{6,}"), NUMBER),  # a one-time password
)
# Nothing looks private without a digit, 40 characters, or the beginning of one of Mono's keys: most texts have none.
_HARMLESS = re.compile(r"[ -/:-~]{0,39}")
_KEY_BEGINS = "k_"


def mask(value: Any, name: str = "", depth: int = 0) -> Any:
    """`value` as plain JSON types, without anything that must not be told. `name` is what it is called."""
    match value:
        case None | bool():
            return value
        case _ if not _UNTOLD.isdisjoint(_words(name)):
            return HIDDEN
        case int() | float():
            return _mask_number(value, name)
        case str():
            return mask_text(str(value))
        case Enum():
            return mask(value.value, name, depth)
        case datetime() | date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case PurePath():
            return str(PurePath(*map(mask_text, value.parts)))  # all of it would look like a key
        case Mapping() | list() | tuple() | set() | frozenset() if depth < _DEEPEST:
            return _mask_many(value, name, depth + 1)
    return f"[{type(value).__name__}]"


def mask_text(text: str) -> str:
    """The text, cut short, on one line, with everything that looks private replaced."""
    if _HARMLESS.fullmatch(text) and _KEY_BEGINS not in text:
        return text
    return _look_through(text[:_LONGEST])


def _look_through(text: str) -> str:
    for look, stand_in in _LOOKS:
        text = look.sub(stand_in, text)
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)


def _mask_many(value: Any, name: str, depth: int) -> Any:
    if isinstance(value, Mapping):
        named = [(str(key), each) for key, each in value.items()][:_MOST]
        return {mask_text(key): mask(each, key, depth) for key, each in named}
    return [mask(each, name, depth) for each in list(value)[:_MOST]]


def _mask_number(value: float, name: str) -> float | str:
    if not math.isfinite(value):
        return str(value)
    return NUMBER if abs(value) >= _LARGEST and _COUNTED.isdisjoint(_words(name)) else value


def _words(name: str) -> Collection[str]:
    """`mono-sec-key` and `sessionId` as the words that they are made of. Nothing is kept of it: it may be anything."""
    if _WORD.fullmatch(name):
        return (name,)
    return {*_WORD.findall(_HUMP.sub(r"_\g<0>", name).lower()), name.lower()}
