"""What pages have in common: how often one may be opened, in which language, and what is shown in place of one.

Never what a page is about.
"""

import math
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from bot.http.headers import UNSEEN
from bot.http.pages.markup import POLICY
from bot.http.pages.rendering import render_notice
from bot.http.pages.visitors import PageLanguage

MINUTE = timedelta(minutes=1)
PAGES = 30  # a minute for each address; a person opens two or three


def refuse_for(language: PageLanguage, wait: timedelta, policy: str = POLICY) -> Response:
    response = notice(language, "page-busy", 429, {"wait": wait}, policy)
    response.headers["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return response


def notice(
    language: PageLanguage, entry: str, status: int, values: Mapping[str, Any] | None = None, policy: str = POLICY
) -> Response:
    return show_html(render_notice(entry, language, values), language, status, policy)


def unavailable() -> Response:
    """The disk fails."""
    return PlainTextResponse("503", status_code=503, headers={"Retry-After": "5", **UNSEEN})


def show_html(page: str, language: PageLanguage, status: int = 200, policy: str = POLICY) -> Response:
    own = {"Content-Security-Policy": policy, "Content-Language": language.code, "Vary": "Accept-Language"}
    return HTMLResponse(page, status_code=status, headers={**own, **UNSEEN})
