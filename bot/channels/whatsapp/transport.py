"""Twilio's own client over our HTTP client: bounded in time, and nothing repeated. Never what is asked.

The library's own asynchronous client ignores its timeout and repeats a POST that was answered with 5xx, which sends
a message twice; its logs hold numbers.
"""

import asyncio
import base64
import logging
from typing import Any

import httpx
from twilio.http import AsyncHttpClient
from twilio.http.response import Response

PATIENCE = 10.0  # seconds for one call
TIMEOUT = httpx.Timeout(PATIENCE, connect=4.0, pool=4.0)


class TwilioHttp(AsyncHttpClient):  # type: ignore[misc]  # the library has no types
    """What the library sends by. Raises httpx's errors and TimeoutError."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        """`http` stays the caller's."""
        super().__init__(logging.getLogger(__name__), is_async=True, timeout=PATIENCE)
        self._http = http

    async def request(self, method: str, uri: str, **asked: Any) -> Response:
        """One request, its answer read whole. The library names `params`, `data`, `headers` and `auth`."""
        async with asyncio.timeout(PATIENCE):
            answer = await self._http.send(_request(method, uri, **asked))
        return Response(answer.status_code, answer.text, answer.headers)


def _request(
    method: str, uri: str, *, params: Any, data: Any, headers: dict[str, str], auth: tuple[str, str], **_: object
) -> httpx.Request:
    """Credentials go into a header, for our HTTP client adds none."""
    credentials = base64.b64encode(":".join(auth).encode()).decode("ascii")
    as_json = headers.get("Content-Type") == "application/json"
    return httpx.Request(
        method,
        uri,
        params=params or None,
        headers={**headers, "Authorization": f"Basic {credentials}", "Accept-Encoding": "identity"},
        data=None if as_json else data,
        json=data if as_json else None,
        extensions={"timeout": TIMEOUT.as_dict()},
    )
