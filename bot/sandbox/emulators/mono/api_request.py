"""A request to the API, read and taken apart; never whether it is allowed, or what comes of it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import Headers, QueryParams
from starlette.types import Receive, Scope

from bot.sandbox.emulators.mono.refusals import MonoRefusal

MOST_BYTES = 64 * 1024
_ID = re.compile(r"(?<=/)[0-9a-f]{24}(?=/|$)")


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """One request. `route` is the path with `{id}` for each of the `ids` in it, as the documentation writes paths.

    `body` is empty for a request without one; `flaw` says what is wrong with it.
    """

    method: str
    path: str = field(repr=False)
    route: str
    key: str = field(repr=False)
    headers: Headers = field(repr=False)
    query_string: bytes = field(repr=False)
    body: Mapping[str, object] = field(repr=False)
    flaw: MonoRefusal | None = None

    @property
    def ids(self) -> list[str]:
        return _ID.findall(self.path)

    @property
    def query(self) -> Mapping[str, str]:
        return QueryParams(self.query_string)

    @property
    def is_realtime(self) -> bool:
        """docs/financial-data/realtime-data; two bank pages write `x-real-time`, which is not taken here (ours)."""
        return self.headers.get("x-realtime") == "true"

    def text(self, name: str) -> str:
        """A text in the body, "" where there is none."""
        value = self.body.get(name)
        return value if isinstance(value, str) else ""


async def read_request(scope: Scope, receive: Receive) -> ApiRequest:
    """Reads no more than it takes to see that a body is too large."""
    headers = Headers(scope=scope)
    key = headers.get("mono-sec-key", "")
    body, flaw = _parse(await _read(receive), headers.get("content-type", ""))
    path = scope["path"]
    route = _ID.sub("{id}", path.replace("{", "%7B"))  # a brace of its own does not pass for an id
    return ApiRequest(scope["method"], path, route, key, headers, scope["query_string"], body, flaw)


async def _read(receive: Receive) -> bytes:
    content = b""
    while len(content) <= MOST_BYTES:
        message = await receive()
        content += message.get("body", b"")
        if not message.get("more_body"):
            break
    return content


def _parse(content: bytes, content_type: str) -> tuple[Mapping[str, object], MonoRefusal | None]:
    """What is sent is a JSON object, and says so."""
    if not content:
        return {}, None
    if len(content) > MOST_BYTES:
        return {}, MonoRefusal(413, "Body is too large")
    if content_type.partition(";")[0].strip().lower() == "application/json":
        try:
            body = json.loads(content)
        except (ValueError, RecursionError):
            body = None
        if isinstance(body, dict):
            return body, None
    return {}, MonoRefusal(400, "Body must be a JSON object")
