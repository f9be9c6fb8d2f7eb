"""Lists as Twilio's newer APIs give them, with a `meta` block; the message log has its own, older shape."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.sandbox.emulators.twilio.refusals import TwilioRefusal


def listing(request: Request, key: str, items: Sequence[dict[str, object]]) -> JSONResponse:
    """The asked page of `items` under `key`. `Page` counts from 0; `PageSize` is 50 unless given, at most 1000."""
    try:
        number = int(request.query_params.get("Page", "0"))
        size = min(max(int(request.query_params.get("PageSize", "50")), 1), 1000)
    except ValueError:
        raise TwilioRefusal(20001, "Invalid Page or PageSize") from None
    start = number * size

    def url(page: int) -> str:
        return str(request.url.include_query_params(Page=page, PageSize=size))

    meta = {
        "key": key,
        "page": number,
        "page_size": size,
        "url": url(number),
        "first_page_url": url(0),
        "previous_page_url": url(number - 1) if number else None,
        "next_page_url": url(number + 1) if start + size < len(items) else None,
    }
    return JSONResponse({"meta": meta, key: list(items[start : start + size])})
