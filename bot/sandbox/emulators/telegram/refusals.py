"""How the Bot API says no: the exception and the texts that clients match on; never when it does so."""

from typing import Any

# Texts follow the server's source (tdlib/telegram-bot-api, Client.cpp) and core.telegram.org/bots/api.
BLOCKED = "bot was blocked by the user"
CHAT_NOT_FOUND = "chat not found"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
POLLED_TWICE = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_IS_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
POLL_ENDED_BY_WEBHOOK = "terminated by setWebhook request"


class TelegramRefusal(Exception):  # noqa: N818 - it is an answer, not a failure of the emulator
    """An answer with `ok` false. `retry_after`, in whole seconds, goes into the body and into a header."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after

    @property
    def body(self) -> dict[str, Any]:
        """The answer's JSON."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> TelegramRefusal:
    """The call is wrong, or wrong for what it is about."""
    return TelegramRefusal(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> TelegramRefusal:
    """The recipient cannot be written to."""
    return TelegramRefusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> TelegramRefusal:
    """Updates are asked for in two ways at once."""
    return TelegramRefusal(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> TelegramRefusal:
    """Too fast; `seconds` is when it may be tried again."""
    return TelegramRefusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
