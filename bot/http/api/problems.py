"""What is wrong with a request, as RFC 9457 has it: a kind that programs know, and words for who writes them.

Never a value that was sent: an answer may end in a log.
"""

import json
from collections.abc import Mapping, Sequence

from msgspec import Struct
from starlette.responses import Response

from bot.errors import TelcolinkError

MEDIA_TYPE = "application/problem+json"
NAMESPACE = "urn:telcolink:problem:"

# Each kind, its status and its title. A kind is a promise.
KINDS: Mapping[str, tuple[int, str]] = {
    "malformed": (400, "The request cannot be read"),
    "key-in-url": (400, "An API key stands in the address"),
    "unauthorized": (401, "No valid API key"),
    "not-found": (404, "There is nothing here"),
    "method-not-allowed": (405, "This method is not for this address"),
    "link-open-already": (409, "There is an open link for that number"),
    "link-over": (409, "The link has ended"),
    "too-large": (413, "The body is too large"),
    "media-type": (415, "The body must be JSON"),
    "invalid": (422, "Some of it cannot be"),
    "idempotency-key-reused": (422, "The Idempotency-Key was used for something else"),
    "too-many-requests": (429, "Too many requests"),
    "limit-reached": (429, "As many links as one hour allows"),
    "internal": (500, "A defect of ours"),
    "unavailable": (503, "Nothing can be kept just now"),
}


class Fault(Struct, frozen=True):
    """What is wrong with one member of the body, one parameter or header: where it stands, and what it must be."""

    at: str
    detail: str


class ApiProblem(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """Why a request is refused. `beside` are members of its kind alone."""

    def __init__(
        self,
        kind: str,
        detail: str,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
        **beside: object,
    ) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.faults = kind, detail, tuple(faults)
        self.headers, self.beside = dict(headers or {}), beside

    @property
    def status(self) -> int:
        return KINDS[self.kind][0]

    def respond(self) -> Response:
        status, title = KINDS[self.kind]
        content: dict[str, object] = {"type": NAMESPACE + self.kind, "title": title, "status": status}
        content |= {"detail": self.detail, **self.beside}
        if self.faults:
            content["errors"] = [{"at": fault.at, "detail": fault.detail} for fault in self.faults]
        # Of what a member is called half a character may be left: JSON can hold that, and UTF-8 cannot.
        body = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
        return Response(body, status_code=status, headers=self.headers, media_type=MEDIA_TYPE)
