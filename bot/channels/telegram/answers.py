"""What Telegram's answers hold beside a result, whoever asked for it; never what an error means to us.

core.telegram.org/bots/api#making-requests
"""

import json
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, TelegramError

TOO_MANY_REQUESTS = 429
_ERRORS: dict[int, type[TelegramError]] = {
    400: BadRequest,
    401: InvalidToken,
    403: Forbidden,
    404: InvalidToken,
    409: Conflict,
}  # as the library tells statuses apart


class TooManyRequests(TelegramError):  # noqa: N818 - as the library's own are called
    """A 429, with its wait as a span. The library's own error for it warns about itself when it is made."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__("Too Many Requests")
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


def error_in(status: int, payload: bytes) -> TelegramError:
    """The library's error for an answer that is no success."""
    content = parse(payload)
    if status == TOO_MANY_REQUESTS:
        return TooManyRequests(retry_after_in(content))
    return _ERRORS.get(status, NetworkError)(description_in(content) or f"Status {status}")
