"""Checks of addresses in settings: of https, of a site, of a database. Never whether anything answers there."""

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

_SQLITE = "sqlite:///"


def check_secure(text: str) -> str:
    """One that is asked over https, or this machine."""
    parts = _split(text)
    if parts.username is not None:
        raise ValueError("must be an address without a user or a password in it")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise ValueError("must begin with https:// (http:// is for this machine only, such as http://127.0.0.1:8080)")
    return text


def check_plain(text: str) -> str:
    """Without the slash at its end, so that paths can be added."""
    if "?" in text or "#" in text:
        raise ValueError("must be an address to which paths can be added: no ? and no #")
    return text.rstrip("/")


def check_root(text: str) -> str:
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


def check_host(text: str) -> str:
    """A name, or a whole address: one that is cut short is taken for another one by the system."""
    looks_like_one = re.fullmatch(r"[0-9.]+|.*:.*", text)
    if not (_is_address(text) if looks_like_one else re.fullmatch(r"[A-Za-z0-9._-]+", text)):
        raise ValueError("must be an address to listen on, such as 127.0.0.1 or 0.0.0.0")
    return text


def _is_address(text: str) -> bool:
    try:
        return bool(ipaddress.ip_address(text))
    except ValueError:
        return False


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
    from storage.postgres.address import find_fault, names_database  # noqa: PLC0415 - loaded by whom it serves

    if not names_database(text):
        raise ValueError(
            "must name a database: postgresql://user:password@host/name; in the password %40 stands for @, %2F for /"
            " and %25 for %, and behind a ? only what libpq knows"
        )
    if fault := find_fault(text):
        raise ValueError(f"must hold only values that libpq takes, as must PG... variables beside it: {fault}")
    return text
