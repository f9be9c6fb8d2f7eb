"""Requests and answers of HTTP as the hot calls need them: whom to ask, prepared headers, what came back.

What is the same for many requests is encoded once. Nothing here shows an address or a header in its `repr`.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple, Self
from urllib.parse import SplitResult, quote, urlsplit

import msgspec

from conversations.discretion import Discreet, Hidden

_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})
_BODILESS = frozenset({"GET", "DELETE"})
# RFC 9110 §5.1 and §5.5: what fits neither could end a header and begin another.
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(rb"[\x21-\x7e\x80-\xff]([\t \x21-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?|")
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9a-f:.]+")
# How a body is framed and packed is for the client alone to say.
_OURS = frozenset({b"host", b"content-length", b"transfer-encoding", b"accept-encoding", b"connection", b"expect"})


class Headers(Discreet, frozen=True):
    """Headers of a request, encoded: as many of them as are the same each time, made once."""

    lines: Hidden[bytes]

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Self:
        """Raises ValueError for what cannot stand in a header, and for the headers that the client writes itself."""
        pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        for name, value in pairs:
            if name in _OURS or not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
                raise ValueError("not a header")  # shown by no name: a value may stand where the name should
        return cls(b"".join(b"%b: %b\r\n" % pair for pair in pairs))

    def __add__(self, more: "Headers") -> "Headers":
        """These, then `more`: for the few that differ from one request to the next."""
        return Headers(self.lines + more.lines)


NO_HEADERS = Headers(b"")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where requests go: a server, and what every target there begins with. Those of one server are equal."""

    host: str = field(repr=False)
    port: int = field(repr=False)
    tls: bool
    base: str = field(repr=False, compare=False)  # goes before every target; no slash at its end
    itself: str = field(repr=False, compare=False)  # asked where the target is empty: path and query as they stood
    lines: bytes = field(repr=False, compare=False)

    @classmethod
    def of(cls, base_url: str) -> Self:
        """Raises ValueError for what is no address of HTTP."""
        parts = _take_apart(base_url)
        if parts is None:
            raise ValueError("not an address of HTTP")  # outside the handler: the other error shows the address
        url, host, port = parts
        usual = _PORTS[url.scheme]
        path = _quote(url.path or "/") + (f"?{_quote(url.query)}" if url.query else "")
        named = f"[{host}]" if ":" in host else host
        at = f"{named}:{port}" if port not in {None, usual} else named
        return cls(
            host=host,
            port=port or usual,
            tls=url.scheme == "https",
            base=path.rstrip("/"),
            itself=path,
            lines=f"host: {at}\r\naccept-encoding: identity\r\n".encode("ascii"),
        )

    def encode(self, method: str, target: str, headers: Headers, body: bytes) -> bytes:
        """The request as it goes out. Raises ValueError for a method or target that is none."""
        if method not in _METHODS or " " in target or not (target.isascii() and target.isprintable()):
            raise ValueError("not a method and target")
        path = self.base + target if target else self.itself
        length = b"" if not body and method in _BODILESS else b"content-length: %d\r\n" % len(body)
        start = f"{method} {path} HTTP/1.1\r\n".encode("ascii")
        return b"".join((start, self.lines, headers.lines, length, b"\r\n", body))


def _take_apart(address: str) -> tuple[SplitResult, str, int | None] | None:
    """The parts of an address of HTTP, its host as the network knows it, and its port; None for what is none."""
    try:
        url = urlsplit(address)
        name, port = url.hostname or "", url.port
        host = name if name.isascii() else name.encode("idna").decode("ascii")
    except ValueError:
        return None
    fits = address.isprintable() and url.scheme in _PORTS and _HOST.fullmatch(host)
    return (url, host, port) if fits else None


def _quote(part: str) -> str:
    """What may stand in a path or a query as it is, is left so."""
    return quote(part, safe="%/?:@!$&'()*+,;=~")


def read_json(body: bytes) -> object:
    """The JSON in it. ValueError for none, also for nesting and numbers that no honest answer has.

    A second time where it is not strict: what was done is done, whatever stands beside the news of it.
    """
    with suppress(msgspec.MsgspecError, ValueError, RecursionError):
        return msgspec.json.decode(body)
    try:
        return json.loads(body)  # it also reads a text that was cut within an emoji
    except RecursionError:
        raise ValueError("nested too deeply") from None


class HttpAnswer(NamedTuple):
    """What came back, whole. `headers` are as they came; `body` is not unpacked, for nothing packed was asked for."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    def header(self, name: str) -> str:
        """The first of that name, in any case; empty where there is none."""
        wanted = name.lower().encode("ascii")
        return next((value.decode("latin-1") for key, value in self.headers if key.lower() == wanted), "")
