"""How the emulated Mono says no: the exception, and the three shapes of failures in evidence; never when it does so.

Reference page mono.md §3: the v2 envelope, the same with `responseCode` in place of the time (Partners, a wrong OTP),
and a bare `{message}` (v1 data). All wording but "Invalid OTP Sent" is ours.
"""

from datetime import datetime

from starlette.types import ASGIApp

from bot.sandbox.emulators.mono.responses import answer_failure, answer_json


class MonoRefusal(Exception):  # noqa: N818 - the caller is refused; it is not the emulator that fails
    """The API says no. `response_code` is for the one documented failure that has it."""

    def __init__(self, status: int, message: str = "", response_code: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.response_code = response_code


def answer_refused(refused: MonoRefusal, now: datetime, *, bare: bool = False) -> ASGIApp:
    """The failure as the API words it; `bare` is the v1 data endpoints' `{message}`."""
    if bare:
        return answer_json({"message": refused.message}, refused.status)
    if refused.response_code is not None:
        coded = {"message": refused.message, "responseCode": refused.response_code}
        return answer_json({"status": "failed", **coded, "data": None}, refused.status)
    return answer_failure(refused.status, now, refused.message)
