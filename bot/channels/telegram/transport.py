"""python-telegram-bot's requests over the lean client, as all other hot requests go; never what is asked.

Neither its errors nor its log name an address, which holds the bot's token, or quote an answer, which holds texts.
"""

import json
from typing import Any

import httpx
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.answers import TOO_MANY_REQUESTS, TooManyRequests, description_in, parse, retry_after_in
from bot.outgoing.client import LeanClient
from bot.outgoing.errors import NoAnswerInTime, RequestFailed
from bot.outgoing.messages import NO_HEADERS, Headers, HttpAnswer, Origin

ANSWER_SECONDS = 10.0  # for all of a request, unless the caller says otherwise
UPLOAD_SECONDS = 30.0
LARGEST_ANSWER = 10_000_000  # bytes; a hundred updates are far less
# Called in lower case, which the library does not know as a method of its own; it goes out as it is documented,
# for what stands between us and Telegram may not know that case does not count.
_DOCUMENTED = {"getupdates": "getUpdates"}
JSON = Headers.of({"content-type": "application/json"})


class Transport(BaseRequest):
    """Requests of one bot. The client stays the caller's: there is nothing here to open or to shut down."""

    def __init__(self, http: LeanClient, address: str) -> None:
        """`address` is that of the Bot API with the bot's token."""
        self._http = http
        self._origin = Origin.of(address)

    @property
    def read_timeout(self) -> float | None:
        return ANSWER_SECONDS

    async def initialize(self) -> None:
        """The library's word; nothing."""

    async def shutdown(self) -> None:
        """The library's word; nothing."""

    async def call(self, method: str, headers: Headers, body: bytes, patience: float = ANSWER_SECONDS) -> HttpAnswer:
        """What Telegram answers to a method of its own name, whatever the status; `patience` is in seconds.

        Raises TimedOut and NetworkError, after which it is unknown whether it was done.
        """
        try:
            return await self._http.ask(
                self._origin, "POST", f"/{method}", headers, body, patience=patience, most=LARGEST_ANSWER
            )
        except NoAnswerInTime:
            failure: TelegramError = TimedOut()
        except RequestFailed as error:
            failure = NetworkError(type(error).__name__)
        raise failure  # outside the handler, so that no chained error carries more

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """The status and the body. `read_timeout` bounds the request as a whole; the other bounds are the client's.

        Raises what `call` does, and TooManyRequests.
        """
        name = url.rsplit("/", maxsplit=1)[1]
        headers, body = _encode(request_data)
        answer = await self.call(_DOCUMENTED.get(name, name), headers, body, _patience(read_timeout, request_data))
        if answer.status == TOO_MANY_REQUESTS:
            raise TooManyRequests(retry_after_in(parse(answer.body)))
        return answer.status, answer.body

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


def _patience(read_timeout: Any, request: RequestData | None) -> float:
    if isinstance(read_timeout, int | float):
        return float(read_timeout)
    return UPLOAD_SECONDS if request is not None and request.contains_files else ANSWER_SECONDS


def _encode(request: RequestData | None) -> tuple[Headers, bytes]:
    """JSON, cheaper than a form; multipart where there are files."""
    if request is None:
        return NO_HEADERS, b""
    if not request.contains_files:
        return JSON, json.dumps(request.parameters).encode()
    form = httpx.Request("POST", "", data=request.json_parameters, files=request.multipart_data)
    return Headers.of({"content-type": form.headers["content-type"]}), form.read()
