"""What pages have in common: how often one may be opened, in which language, and what is shown in place of one.

Never what a page is about.
"""

import math
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from bot.http.headers import UNSEEN
from bot.http.pages.languages import choose_language
from bot.http.pages.markup import POLICY
from bot.http.pages.rendering import render_notice

MINUTE = timedelta(minutes=1)
PAGES = 30  # a minute for each address; a person opens two or three


def refuse_for(request: Request, wait: timedelta) -> Response:
    response = notice(request, "page-busy", 429, {"wait": wait})
    response.headers["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return response


def notice(request: Request, entry: str, status: int, values: Mapping[str, Any] | None = None) -> Response:
    language = language_of(request)
    return show_html(render_notice(entry, language, values), language, status)


def unavailable() -> Response:
    """The disk fails."""
    return PlainTextResponse("503", status_code=503, headers={"Retry-After": "5", **UNSEEN})


def language_of(request: Request, *chosen: str) -> str:
    return choose_language(request.query_params.get("lang"), request.headers.get("accept-language", ""), *chosen)


def show_html(page: str, language: str, status: int = 200, policy: str = POLICY) -> Response:
    own = {"Content-Security-Policy": policy, "Content-Language": language, "Vary": "Accept-Language"}
    return HTMLResponse(page, status_code=status, headers={**own, **UNSEEN})
