"""The errors that Twilio answers an API call with, and how they look; never the errors of a message under way."""

from starlette.responses import JSONResponse

# HTTP status and message by code, https://www.twilio.com/docs/api/errors
_REFUSALS = {
    20001: (400, "Invalid parameter"),
    20003: (401, "Authenticate"),
    20004: (405, "Method not allowed"),
    20009: (409, "Cannot delete message because delivery has not been completed."),
    20404: (404, "The requested resource was not found"),
    20429: (429, "Too Many Requests"),
    21211: (400, "The 'To' number is not a valid phone number."),
    21603: (400, "A 'From' phone number is required."),
    21604: (400, "A 'To' phone number is required."),
    21609: (400, "The 'StatusCallback' URL is not a valid URL."),
    21610: (400, "Attempt to send to unsubscribed recipient"),
    21617: (400, "The concatenated message body exceeds the 1600 character limit."),
    21619: (400, "A text message body or media urls must be specified."),
    21620: (400, "Invalid media URL(s)"),
    21623: (400, "Number of media files exceeds allowed limit"),
    21654: (400, "The ContentSid is required."),
    21655: (400, "The ContentSid is invalid."),
    21656: (400, "The Content Variables parameter is invalid."),
    21658: (400, "Parameter exceeded character limit"),
    21701: (400, "The Messaging Service does not exist."),
    30029: (400, "Invalid ContentRetention"),
    30400: (400, "Invalid message update"),
    30409: (409, "This message cannot be canceled"),
    63007: (400, "Twilio could not find a Channel with the specified From address"),
    90007: (400, "Invalid validity period value"),
}


class TwilioRefusal(Exception):  # noqa: N818 - errors are nouns from the catcher's side
    """An API call that is answered with one of the codes above; `message` replaces the usual text."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.status, usual = _REFUSALS[code]
        self.message = message or usual


def refusal_response(refused: TwilioRefusal) -> JSONResponse:
    """Twilio's error body: `{"code", "message", "more_info", "status"}`."""
    headers = {"WWW-Authenticate": 'Basic realm="Twilio API"'} if refused.status == 401 else None
    return JSONResponse(error_body(refused.status, refused.code, refused.message), refused.status, headers)


def error_body(status: int, code: int, message: str) -> dict[str, object]:
    """Twilio's error object, for any code."""
    more = f"https://www.twilio.com/docs/errors/{code}"
    return {"code": code, "message": message, "more_info": more, "status": status}
