"""What can go wrong with an outgoing request, told apart by what is known of it; never an address, a header or a body.

RequestFailed
├── NotSent                 not a byte of it went out: it was not done
└── MaybeSent               it went out, or part of it did: it may have been done
    ├── NoAnswerInTime      the caller's patience ended first
    ├── ConnectionBroke     the connection broke, or what came over it is not HTTP
    └── AnswerTooLarge      longer than the caller takes
"""

from bot.errors import TelcolinkError


class RequestFailed(TelcolinkError):  # noqa: N818 - errors are nouns from the catcher's side
    """No whole answer came."""


class NotSent(RequestFailed):
    """Not a byte went out: no such name, refused, no TLS, no connection in time."""


class MaybeSent(RequestFailed):
    """The request may have been done. `status` is what the answer began with, or 0 where it had not begun."""

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(reason)
        self.status = status


class NoAnswerInTime(MaybeSent):
    """The answer was not whole when the time was over."""


class ConnectionBroke(MaybeSent):
    """The connection ended within the request or its answer, or the answer is not HTTP."""


class AnswerTooLarge(MaybeSent):
    """The rest of the answer is not read."""
