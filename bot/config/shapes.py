"""What a setting's value may look like: each check gives the value, or says what it must be. Never which there are."""

import ipaddress
import re
from datetime import timedelta
from typing import Annotated, Literal, TypeVar
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, SecretStr

from bot.outbox.webhook_signature import read_secrets
from conversations.contact import Contact
from storage.errors import KeysWrong
from storage.sealing import Keyring

Text = TypeVar("Text", str, SecretStr)

_SQLITE = "sqlite:///"
_ADDRESSES = {"telegram": r"[1-9][0-9]{0,15}", "whatsapp": r"\+[1-9][0-9]{6,14}"}


def _shaped(pattern: str, wanted: str) -> AfterValidator:
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
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname or "")):
        raise ValueError("must begin with https:// (http:// is for this machine only, such as http://127.0.0.1:8080)")
    return text


def _check_plain(text: str) -> str:
    """Without the slash at its end, so that paths can be added."""
    if "?" in text or "#" in text:
        raise ValueError("must be an address to which paths can be added: no ? and no #")
    return text.rstrip("/")


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        named = parts.hostname and parts.port != 0
    except ValueError:
        named = False
    if not named or not re.fullmatch(r"[!-~]+", text):
        raise ValueError("must be an address such as https://bot.example.com")
    return parts


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_unversioned(text: str) -> str:
    if re.search(r"/v[0-9]+$", text):
        raise ValueError("must not end in a version: the paths bring their own")
    return text


def _check_database(text: str) -> str:
    if re.match(r"postgres(ql)?(\+\w+)?://", text):
        raise ValueError("names PostgreSQL, for which the store is not built yet; use sqlite:///telcolink.db")
    path = text.removeprefix(_SQLITE)
    if path == text or not path.strip("/") or path.endswith("/"):
        raise ValueError(
            "must be sqlite:/// and a file: sqlite:///telcolink.db here, sqlite:////data/telcolink.db there"
        )
    if "?" in path:
        raise ValueError("takes no options: nothing may follow a ?")
    return text


def _check_keys(keys: SecretStr) -> SecretStr:
    try:
        Keyring.parse(keys.get_secret_value())
    except KeysWrong as wrong:
        raise ValueError(f"cannot be used: {wrong} (32 bytes in base64 each, with commas between)") from None
    return keys


def _check_rotation(tokens: SecretStr) -> SecretStr:
    parts = split_list(tokens.get_secret_value())
    if not all(re.fullmatch(r"[!-~]+", part) for part in parts):
        raise ValueError("must be one token, or two with a comma between while they are being changed")
    if len(set(parts)) < len(parts):
        raise ValueError("has the same token twice")
    return tokens


def _check_signing(keys: SecretStr) -> SecretStr:
    read_secrets(keys.get_secret_value())
    return keys


def _check_provider_key(key: SecretStr) -> SecretStr:
    text = key.get_secret_value()
    if re.match(r"(test|live)_pk_", text):
        raise ValueError("is a public key; the secret one has _sk_ in it")
    if not re.fullmatch(r"[!-~]+", text):
        raise ValueError("must be one word, without spaces")
    return key


def _parse_sender(text: object) -> str:
    """`whatsapp:+2348031234567`, from that or from the number alone."""
    number = re.sub(r"[ ()-]", "", str(text).removeprefix("whatsapp:"))
    if not re.fullmatch(_ADDRESSES["whatsapp"], number):
        raise ValueError("must be a number with its country, such as whatsapp:+2348031234567")
    return f"whatsapp:{number}"


def _parse_contacts(text: object) -> tuple[Contact, ...]:
    """Entries are named by their place: a number is nobody's business in a message."""
    contacts = tuple(_read_contact(part) for part in split_list(str(text)))
    if None in contacts:
        place = contacts.index(None) + 1
        raise ValueError(f"must hold contacts such as telegram:12345 or whatsapp:+2348031234567; entry {place} is none")
    if len(set(contacts)) < len(contacts):
        raise ValueError("has the same contact twice")
    return tuple(filter(None, contacts))


def _read_contact(text: str) -> Contact | None:
    channel, _, address = text.partition(":")
    pattern = _ADDRESSES.get(channel)
    return Contact(channel, address) if pattern and re.fullmatch(pattern, address) else None


def _parse_flag(text: object) -> bool:
    try:
        return {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}[str(text).lower()]
    except KeyError:
        raise ValueError("must be yes or no") from None


def _parse_gaps(text: object) -> tuple[timedelta, ...]:
    if not re.fullmatch(r"[0-9]{1,5}( *, *[0-9]{1,5})*", str(text)):
        raise ValueError("must be seconds with commas between, such as 60,120")
    return tuple(timedelta(seconds=int(part)) for part in split_list(str(text)))


def split_list(text: str) -> list[str]:
    """The parts of a comma-separated list, without the spaces around them."""
    return [part.strip() for part in text.split(",")]


Line = Annotated[str, _shaped(r"[^\x00-\x1f\x7f-\x9f]{1,200}", "one line of at most 200 characters")]
Flag = Annotated[bool, PlainValidator(_parse_flag)]
Endpoint = Annotated[str, AfterValidator(_check_secure)]
Address = Annotated[Endpoint, AfterValidator(_check_plain)]
UnversionedAddress = Annotated[Address, AfterValidator(_check_unversioned)]
HostName = Annotated[str, _shaped(r"[A-Za-z0-9._:-]+", "an address to listen on, such as 127.0.0.1 or 0.0.0.0")]
Port = Annotated[int, Field(ge=0, le=65535)]  # 0 takes a free one
DatabaseUrl = Annotated[str, AfterValidator(_check_database)]
EncryptionKeys = Annotated[SecretStr, AfterValidator(_check_keys)]
LogFormat = Annotated[Literal["json", "console"], BeforeValidator(str.lower)]
LogLevel = Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(str.lower)]

BotToken = Annotated[
    SecretStr, _shaped(r"[0-9]{1,16}:[A-Za-z0-9_-]{1,64}", "a number, a colon and letters, just as @BotFather gave it")
]
# core.telegram.org/bots/api#setwebhook
WebhookSecret = Annotated[
    SecretStr, _shaped(r"[A-Za-z0-9_-]{1,256}", "1 to 256 letters, digits, underscores and dashes")
]
PlainSecret = Annotated[SecretStr, _shaped(r"[!-~]+", "one word, without spaces")]
SigningKeys = Annotated[SecretStr, AfterValidator(_check_signing)]
ProviderKey = Annotated[SecretStr, AfterValidator(_check_provider_key)]

# twilio.com/docs/glossary/what-is-a-sid
AccountSid = Annotated[str, _shaped(r"AC[0-9a-fA-F]{32}", "AC and 32 hexadecimal digits")]
KeySid = Annotated[str, _shaped(r"SK[0-9a-fA-F]{32}", "SK and 32 hexadecimal digits")]
TemplateSid = Annotated[str, _shaped(r"HX[0-9a-fA-F]{32}", "HX and 32 hexadecimal digits")]
RotatingTokens = Annotated[SecretStr, AfterValidator(_check_rotation)]
Sender = Annotated[str, PlainValidator(_parse_sender)]

Contacts = Annotated[tuple[Contact, ...], PlainValidator(_parse_contacts)]
Gaps = Annotated[tuple[timedelta, ...], PlainValidator(_parse_gaps)]
Minutes = Annotated[float, Field(gt=0, le=60, allow_inf_nan=False)]
Hours = Annotated[float, Field(gt=0, le=168, allow_inf_nan=False)]
LinkHours = Annotated[float, Field(ge=1, le=168, allow_inf_nan=False)]
Months = Annotated[int, Field(ge=1, le=36)]
Proxies = Annotated[int, Field(ge=0, le=5)]
Count = Annotated[int, Field(ge=1, le=1_000_000_000)]
Rate = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]
Seconds = Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)]
