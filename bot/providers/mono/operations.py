"""What is asked of Mono and what comes back, as values; never the sending, never what an answer means."""

from collections.abc import Mapping
from datetime import timedelta
from enum import Enum, StrEnum
from typing import Final

from bot.outgoing.messages import read_json
from conversations.discretion import Discreet, Hidden
from conversations.secret import AccountId, Secret


class Operation(StrEnum):
    """What is asked, in our words: the name under which it is logged, counted and sorted."""

    REQUEST_OTP = "request_otp"
    CHECK_OTP = "check_otp"
    EXCHANGE = "exchange"
    FETCH_DETAILS = "fetch_details"
    FETCH_IDENTITY = "fetch_identity"
    FETCH_BALANCES = "fetch_balances"
    FETCH_TRANSACTIONS = "fetch_transactions"
    REFRESH = "refresh"
    UNLINK = "unlink"
    CHECK_KEY = "check_key"


class MonoCall(Discreet, frozen=True):
    """One operation with what it needs; everything but the operation hides in `repr`."""

    operation: Operation
    account: AccountId | None = None
    session: Secret | None = None
    body: Hidden[Mapping[str, str] | None] = None
    query: Hidden[Mapping[str, str] | None] = None


class UnreadableBody(Enum):
    """Stands for a body that is not JSON, or was too large to be read."""

    UNREADABLE = "unreadable"


UNREADABLE: Final = UnreadableBody.UNREADABLE


class MonoAnswer(Discreet, frozen=True):
    """What Mono said: the HTTP status, the JSON of the body, and how long it asks to wait."""

    status: int
    content: Hidden[object]
    retry_after: timedelta | None = None

    @property
    def says_failed(self) -> bool:
        """Whether the body says `status: failed`, which counts whatever the HTTP status is."""
        word = self.content.get("status") if isinstance(self.content, dict) else None
        return isinstance(word, str) and word.casefold() == "failed"


def read_content(body: bytes) -> object:
    """The JSON in `body`, or UNREADABLE: also for nesting and numbers that no honest answer has."""
    try:
        return read_json(body)
    except ValueError:
        return UNREADABLE
