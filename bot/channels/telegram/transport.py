"""python-telegram-bot's requests over aiohttp, which costs a fraction of its own transport; never what is asked.

Neither its errors nor its log name an address, which holds the bot's token, or quote an answer, which holds texts.
"""

import json
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.answers import TOO_MANY_REQUESTS, TooManyRequests, description_in, parse, retry_after_in
from bot.outgoing.trust import known_authorities

CONNECTIONS = 100
CONNECT_SECONDS = 5.0  # for a free connection or a new one
ANSWER_SECONDS = 10.0  # for all of a request, unless the caller says otherwise
UPLOAD_SECONDS = 30.0
KEEP_ALIVE = 20.0  # seconds; below what servers usually allow, so that a POST seldom meets a closing connection
LARGEST_ANSWER = 10_000_000  # bytes; a hundred updates are far less
# Called in lower case, which the library does not know as a method of its own; it goes out as it is documented,
# for what stands between us and Telegram may not know that case does not count.
_DOCUMENTED = {"getupdates": "getUpdates"}
_JSON = {"Content-Type": "application/json"}


class Transport(BaseRequest):
    """One pool of connections that are kept alive. It follows no redirect, keeps no cookie, obeys no proxy variable."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        self._session = self._session or _open_session()

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """The status and the body. `read_timeout` bounds the request as a whole; the other bounds are ours.

        Raises TimedOut and NetworkError, after which it is unknown whether it was done, and TooManyRequests.
        """
        if self._session is None:
            raise NetworkError("the transport is closed")
        timeout = aiohttp.ClientTimeout(total=_bound(read_timeout, request_data), connect=CONNECT_SECONDS)
        body, headers = _encode(request_data)
        try:
            async with self._session.request(
                method, _as_documented(url), data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                content = await _read(answer)
        except TimeoutError:
            failure: TelegramError = TimedOut()
        except (aiohttp.ClientError, OSError) as error:
            failure = NetworkError(type(error).__name__)
        else:
            if answer.status == TOO_MANY_REQUESTS:
                raise TooManyRequests(retry_after_in(parse(content)))
            return answer.status, content
        raise failure  # outside the handler, so that no chained error carries the address

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """An answer in the one shape that the library relies on, whatever came; a result of None where there is none.

        core.telegram.org/bots/api#making-requests
        """
        content = parse(payload)
        parameters = content.get("parameters")
        return {
            "result": content.get("result"),
            "description": description_in(content),
            "parameters": parameters if isinstance(parameters, dict) else {},
        }


def _open_session() -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE, ssl=known_authorities())
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"Accept-Encoding": "identity", "User-Agent": BaseRequest.USER_AGENT},
        trust_env=False,
    )


def _as_documented(url: str) -> str:
    address, name = url.rsplit("/", maxsplit=1)
    return f"{address}/{_DOCUMENTED.get(name, name)}"


def _bound(read_timeout: Any, request: RequestData | None) -> float:
    if isinstance(read_timeout, int | float):
        return float(read_timeout)
    return UPLOAD_SECONDS if request is not None and request.contains_files else ANSWER_SECONDS


def _encode(request: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str] | None]:
    """The body and its headers: JSON, cheaper than a form; multipart where there are files."""
    if request is None:
        return None, None
    if not request.contains_files:
        return json.dumps(request.parameters).encode(), _JSON
    form = aiohttp.FormData()
    for name, value in request.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, None


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in answer.content.iter_any():
        body += chunk
        if len(body) > LARGEST_ANSWER:
            raise aiohttp.ClientPayloadError("too large")
    return bytes(body)
