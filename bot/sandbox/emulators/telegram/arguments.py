"""What a Bot API method is called with, read from a query, a form, multipart or JSON; never what it means."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.types import Message, Receive, Scope

from bot.sandbox.emulators.telegram.refusals import TelegramRefusal, bad_request

UPLOAD_LIMIT = 50 * 1024 * 1024  # core.telegram.org/bots/faq: bots send files of up to 50 MB
# Of a part's own header (RFC 7578): what it is called, and the name of its file where it is one.
_NAMED = re.compile(rb'[; ]name="([^"]*)"')
_FILED = re.compile(rb'[; ]filename="([^"]*)"')
_BOUNDARY = re.compile(r'boundary="?([^";]+)')


@dataclass(frozen=True, slots=True)
class Arguments:
    """Texts by name, with nested values as JSON texts as the server keeps them, and uploaded files by name."""

    texts: dict[str, str] = field(repr=False)
    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    names: dict[str, str] = field(default_factory=dict, repr=False)  # what the files are called

    def text(self, name: str) -> str:
        """The text, or an empty one."""
        return self.texts.get(name, "")

    def integer(self, name: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        """The number, moved into its range; what is no number counts as not given (as the server has it)."""
        try:
            value = int(self.texts[name])
        except (KeyError, ValueError):
            return default
        value = value if low is None else max(low, value)
        return value if high is None else min(high, value)

    def flag(self, name: str) -> bool:
        """True for true, yes and 1."""
        return self.texts.get(name, "").lower() in {"true", "yes", "1"}

    def structure(self, name: str, refusal: str) -> Any:
        """The decoded JSON value, None when not given; `refusal` is said when it is no JSON."""
        text = self.texts.get(name, "")
        if not text:
            return None
        try:
            return json.loads(text)
        except ValueError:
            raise bad_request(refusal) from None


async def read_arguments(scope: Scope, receive: Receive) -> Arguments:
    """Read the request's query and body, whatever its content type is."""
    query = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    content_type, body = _content_type(scope), await _read_body(receive)
    if content_type.lower().startswith("multipart/form-data"):
        return _decode_multipart(content_type, body, query)
    return decode_arguments(content_type.lower(), body, query)


def decode_arguments(content_type: str, body: bytes, query: dict[str, str] | None = None) -> Arguments:
    """Arguments from a body that is JSON or a form."""
    texts = query or {}
    if content_type.startswith("application/json"):
        texts |= _decode_json(body)
    elif body:
        texts |= dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    return Arguments(texts)


def _decode_json(body: bytes) -> dict[str, str]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise bad_request("can't parse JSON object")
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
        if value is not None
    }


def _decode_multipart(content_type: str, body: bytes, texts: dict[str, str]) -> Arguments:
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for head, content in _parts(content_type, body):
        named, filed = _NAMED.search(head), _FILED.search(head)
        name = named[1].decode(errors="replace") if named else ""
        if filed:
            files[name], names[name] = content, filed[1].decode(errors="replace")
        else:
            texts[name] = content.decode(errors="replace")
    if any(len(content) > UPLOAD_LIMIT for content in files.values()):
        raise TelegramRefusal(413, "Request Entity Too Large")
    return Arguments(texts, files, names)


def _parts(content_type: str, body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The header of each part, and what is in it."""
    boundary = _BOUNDARY.search(content_type)
    if boundary:
        for part in (b"\r\n" + body).split(b"\r\n--" + boundary[1].encode("latin-1"))[1:-1]:
            head, _, content = part.partition(b"\r\n\r\n")
            yield head, content


async def _read_body(receive: Receive) -> bytes:
    message: Message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body"):
        message = await receive()
        body += message.get("body", b"")
    return body


def _content_type(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return str(value.decode("latin-1"))
    return ""
