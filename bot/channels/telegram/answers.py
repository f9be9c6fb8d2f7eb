"""What Telegram's answers hold beside a result, whoever asked for it; never what an error means to us.

core.telegram.org/bots/api#making-requests
"""

import json
from datetime import timedelta
from typing import Any

TOO_MANY_REQUESTS = 429
NOT_REACHED, TOO_LATE = "NetworkError", "TimedOut"
# As python-telegram-bot tells statuses apart and names them: by these words operators find help.
_KINDS = {400: "BadRequest", 401: "InvalidToken", 403: "Forbidden", 404: "InvalidToken", 409: "Conflict"}
_PREFIX = "Bad Request: "


class CallFailed(Exception):  # noqa: N818 - a call has failed, which need not be an error
    """A call without a result: what `kind` of failure, in Telegram's `words` or in ours. Neither an address nor a text.

    `retry_after` is the wait that Telegram asks for, where it took too many requests.
    """

    def __init__(self, kind: str, words: str, retry_after: timedelta | None = None) -> None:
        super().__init__(kind, words)
        self.kind = kind
        self.words = words
        self.retry_after = retry_after


def parse(payload: bytes) -> dict[str, Any]:
    """The answer's object; empty for what is none: a proxy's page, say."""
    try:
        content = json.loads(payload, parse_float=_number)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _number(text: str) -> float:
    """1.0 is 1."""
    number = float(text)
    return int(number) if number.is_integer() else number


def description_in(content: dict[str, Any]) -> str:
    """What Telegram says of an error, "" where it says nothing."""
    description = content.get("description")
    return description if isinstance(description, str) else ""


def retry_after_in(content: dict[str, Any]) -> timedelta:
    """core.telegram.org/bots/api#responseparameters; a second where nothing is said."""
    parameters = content.get("parameters")
    seconds = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return timedelta(seconds=min(max(seconds, 1), 86_400) if isinstance(seconds, int) else 1)


def failure_in(status: int, payload: bytes) -> CallFailed:
    """What an answer that is no success tells."""
    content = parse(payload)
    if status == TOO_MANY_REQUESTS:
        return CallFailed("TooManyRequests", "Too Many Requests", retry_after_in(content))
    words = description_in(content) or f"Status {status}"
    plain = words.removeprefix(_PREFIX)
    return CallFailed(_KINDS.get(status, NOT_REACHED), plain.capitalize() if plain != words else words)
