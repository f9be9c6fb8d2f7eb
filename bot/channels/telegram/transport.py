"""Requests of one bot over the lean client, as all other hot requests go; never what is asked.

No failure names an address, which holds the bot's token, or quotes an answer, which holds texts.
"""

from bot.channels.telegram.answers import NOT_REACHED, TOO_LATE, CallFailed
from bot.outgoing.client import LeanClient
from bot.outgoing.errors import NoAnswerInTime, RequestFailed
from bot.outgoing.messages import Headers, HttpAnswer, Origin

ANSWER_SECONDS = 10.0  # for all of a request, unless the caller says otherwise
LARGEST_ANSWER = 10_000_000  # bytes; a hundred updates are far less
JSON = Headers.of({"content-type": "application/json"})


class Transport:
    """The client stays the caller's."""

    def __init__(self, http: LeanClient, address: str) -> None:
        """`address` is that of the Bot API with the bot's token."""
        self._http = http
        self._origin = Origin.of(address)

    async def call(self, method: str, headers: Headers, body: bytes, patience: float = ANSWER_SECONDS) -> HttpAnswer:
        """What Telegram answers to a method of its own name, whatever the status; `patience` is in seconds.

        Raises `CallFailed` where no answer came, after which it is unknown whether it was done.
        """
        try:
            return await self._http.ask(
                self._origin, "POST", f"/{method}", headers, body, patience=patience, most=LARGEST_ANSWER
            )
        except NoAnswerInTime:
            failure = CallFailed(TOO_LATE, "Timed out")
        except RequestFailed as error:
            failure = CallFailed(NOT_REACHED, type(error).__name__)
        raise failure  # outside the handler, so that no chained error carries more
