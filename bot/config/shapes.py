"""Shapes of settings: each check gives the value, or says what it must be. Never which settings there are."""

import ipaddress
import re
from datetime import timedelta
from typing import Annotated, Final, Literal, TypeVar
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, SecretStr

from bot.outbox.webhook_signature import read_secrets
from conversations.consent import EVERY_SCOPE, Scope
from conversations.languages import DEFAULT_LANGUAGE, WRITTEN
from storage.errors import KeysWrong
from storage.sealing import Keyring

ABSENT: Final = SecretStr("")  # as false as the empty text
Text = TypeVar("Text", str, SecretStr)

_SQLITE = "sqlite:///"


def shaped(pattern: str, wanted: str) -> AfterValidator:
    """A check that the whole text matches; what it raises never holds the text."""

    def check(value: Text) -> Text:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if not re.fullmatch(pattern, text):
            raise ValueError(f"must be {wanted}")
        return value

    return AfterValidator(check)


def _check_secure(text: str) -> str:
    parts = _split(text)
    if parts.username is not None:
        raise ValueError("must be an address without a user or a password in it")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise ValueError("must begin with https:// (http:// is for this machine only, such as http://127.0.0.1:8080)")
    return text


def _check_plain(text: str) -> str:
    """Without the slash at its end, so that paths can be added."""
    if "?" in text or "#" in text:
        raise ValueError("must be an address to which paths can be added: no ? and no #")
    return text.rstrip("/")


def _check_root(text: str) -> str:
    """A site as it is shown to people: what stands at a path may be somebody else's."""
    if _split(text).path:
        raise ValueError("must be the site alone, such as https://business.example: no path")
    return text


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        named = parts.hostname and parts.port != 0
    except ValueError:
        named = False
    if not named or not re.fullmatch(r"[!-~]+", text):
        raise ValueError("must be an address such as https://bot.example.com")
    return parts


def is_loopback(host: str) -> bool:
    """Whether it is this machine, by its name or its address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_database(text: str) -> str:
    """The address of a database, as DATABASE_URL has it. ValueError."""
    if re.match(r"postgres(ql)?://", text):
        return _check_server(text)
    path = text.removeprefix(_SQLITE)
    if path == text or not path.strip("/") or path.endswith("/"):
        raise ValueError(
            "must be sqlite:/// and a file: sqlite:///telcolink.db here, sqlite:////data/telcolink.db there;"
            " or postgresql://user@host/name"
        )
    if "?" in path:
        raise ValueError("takes no options: nothing may follow a ?")
    return text


def _check_server(text: str) -> str:
    from storage.postgres.address import names_database  # noqa: PLC0415 - loaded by whom it serves

    if not names_database(text):
        raise ValueError("must name a database: postgresql://user@host/name")
    return text


def _check_keys(keys: SecretStr) -> SecretStr:
    try:
        Keyring.parse(keys.get_secret_value())
    except KeysWrong as wrong:
        raise ValueError(f"cannot be used: {wrong} (32 bytes in base64 each, with commas between)") from None
    return keys


def _check_key(key: SecretStr) -> SecretStr:
    """One key alone, which makes look-up values."""
    if "," in key.get_secret_value():
        raise ValueError("cannot be used: it is one key, and never changed")
    return _check_keys(key)


def _check_signing(keys: SecretStr) -> SecretStr:
    read_secrets(keys.get_secret_value())
    return keys


def parse_flag(text: object) -> bool:
    """`yes` or `no`, or what else means that. ValueError."""
    try:
        return {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}[str(text).lower()]
    except KeyError:
        raise ValueError("must be yes or no") from None


def _parse_gaps(text: object) -> tuple[timedelta, ...]:
    if not re.fullmatch(r"[0-9]{1,5}( *, *[0-9]{1,5})*", str(text)):
        raise ValueError("must be seconds with commas between, such as 60,120")
    return tuple(timedelta(seconds=int(part)) for part in split_list(str(text)))


def _parse_scopes(text: object) -> tuple[Scope, ...]:
    """In the order in which they are always named."""
    parts = set(split_list(str(text).lower()))
    if not parts <= set(EVERY_SCOPE):
        raise ValueError(f"must be some of {','.join(EVERY_SCOPE)}, with commas between")
    return tuple(scope for scope in EVERY_SCOPE if scope in parts)


def _parse_languages(text: object) -> tuple[str, ...]:
    asked = split_list(str(text).lower())
    if unknown := [code for code in asked if code not in WRITTEN]:
        raise ValueError(f"names {', '.join(unknown)}, which is not written; there are {', '.join(WRITTEN)}")
    return tuple(dict.fromkeys((DEFAULT_LANGUAGE, *asked)))


def split_list(text: str) -> list[str]:
    """The parts of a comma-separated list, without the spaces around them."""
    return [part.strip() for part in text.split(",")]


Line = Annotated[str, shaped(r"[^\x00-\x1f\x7f-\x9f]{1,200}", "one line of at most 200 characters")]
Flag = Annotated[bool, PlainValidator(parse_flag)]
Endpoint = Annotated[str, AfterValidator(_check_secure)]
Address = Annotated[Endpoint, AfterValidator(_check_plain)]
Site = Annotated[Address, AfterValidator(_check_root)]
HostName = Annotated[str, shaped(r"[A-Za-z0-9._:-]+", "an address to listen on, such as 127.0.0.1 or 0.0.0.0")]
Port = Annotated[int, Field(ge=0, le=65535)]  # 0 takes a free one
DatabaseUrl = Annotated[str, AfterValidator(check_database)]
EncryptionKeys = Annotated[SecretStr, AfterValidator(_check_keys)]
EncryptionKey = Annotated[SecretStr, AfterValidator(_check_key)]
LogFormat = Annotated[Literal["json", "console"], BeforeValidator(str.lower)]
LogLevel = Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(str.lower)]

PlainSecret = Annotated[SecretStr, shaped(r"[!-~]+", "one word, without spaces")]
SigningKeys = Annotated[SecretStr, AfterValidator(_check_signing)]

Gaps = Annotated[tuple[timedelta, ...], PlainValidator(_parse_gaps)]
Scopes = Annotated[tuple[Scope, ...], PlainValidator(_parse_scopes)]
Languages = Annotated[tuple[str, ...], BeforeValidator(_parse_languages)]
Minutes = Annotated[float, Field(gt=0, le=60, allow_inf_nan=False)]
Hours = Annotated[float, Field(gt=0, le=168, allow_inf_nan=False)]
LinkHours = Annotated[float, Field(ge=1, le=168, allow_inf_nan=False)]
Age = Annotated[int, Field(ge=0, le=120)]
Months = Annotated[int, Field(ge=1, le=36)]
# A notice fits into the shortest month for which a consent can hold; what is unused is so for longer than that.
NoticeDays = Annotated[int, Field(ge=1, le=27)]
UnusedDays = Annotated[int, Field(ge=30, le=3660)]
IdleDays = Annotated[int, Field(ge=0, le=3660)]
Proxies = Annotated[int, Field(ge=0, le=5)]
Count = Annotated[int, Field(ge=1, le=1_000_000_000)]
Rate = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]
Seconds = Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)]
