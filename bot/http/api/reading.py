"""What a request says: its body as JSON of the strict kind, its parameters, its headers. Never what follows from it."""

import json
import re
from collections.abc import Collection
from typing import Any

from starlette.requests import Request

from bot.http.api.problems import ApiProblem, Fault
from bot.http.webhook_endpoint import BodyTooLarge, Delivery

MOST_BYTES = 16 * 1024  # of one link, with every character of it escaped
_JSON = re.compile(r"application/json(?:\s*;\s*charset=\"?utf-8\"?)?\s*", re.IGNORECASE)
_IDEMPOTENCY_KEY = re.compile(r"[!-~]{1,255}")


async def read_object(request: Request) -> dict[str, Any]:
    """The JSON object that was sent. Raises `ApiProblem` for everything else."""
    if not _JSON.fullmatch(request.headers.get("content-type", "")):
        raise ApiProblem("media-type", "Send `Content-Type: application/json`, in UTF-8.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise ApiProblem("media-type", "Send the body as it is: no `Content-Encoding` is read.")
    try:
        body = await Delivery(request.scope, request.receive).read(MOST_BYTES)
    except BodyTooLarge:
        raise ApiProblem("too-large", f"At most {MOST_BYTES} bytes, which hold one link.") from None
    try:
        content = json.loads(body.decode(), object_pairs_hook=_without_repeats, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise ApiProblem("malformed", "The body is no JSON (RFC 8259) in UTF-8, or names a member twice.") from None
    if isinstance(content, list):
        raise ApiProblem("invalid", "One link a request; `telcolink links import FILE.csv` makes many.")
    if not isinstance(content, dict):
        raise ApiProblem("invalid", "The body must be a JSON object.")
    return content


def read_parameters(request: Request, known: Collection[str]) -> dict[str, str]:
    """The parameters of the address, each once, and none that is not known. Raises `ApiProblem`."""
    given = request.query_params.multi_items()
    names = [name for name, _ in given]
    faults = [Fault(name[:40], "is no parameter of this address") for name in names if name not in known]
    faults += [Fault(name, "is given more than once") for name in known if names.count(name) > 1]
    if faults:
        raise ApiProblem("invalid", "The address has parameters that it cannot have.", faults)
    return dict(given)


def read_idempotency_key(request: Request) -> str | None:
    """None where there is none; draft-ietf-httpapi-idempotency-key-header. Raises `ApiProblem`."""
    given = request.headers.getlist("idempotency-key")
    if not given:
        return None
    if len(given) > 1 or not _IDEMPOTENCY_KEY.fullmatch(given[0]):
        fault = Fault("Idempotency-Key", "must be 1 to 255 visible ASCII characters, once")
        raise ApiProblem("invalid", "The Idempotency-Key cannot be used.", [fault])
    return given[0]


def _without_repeats(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a member that is there twice, one program reads the first and another the last."""
    content = dict(members)
    if len(content) < len(members):
        raise ValueError
    return content


def _refuse(_: str) -> Any:
    raise ValueError
