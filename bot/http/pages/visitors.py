"""Whoever opens a page: from which address, as far as it can be trusted, and in which language. Never who it is."""

from msgspec import Struct
from starlette.requests import Request

from bot.http import rate_limit
from bot.http.pages.languages import choose_language
from conversations.wording import LANGUAGES


class PageLanguage(Struct, frozen=True):
    """The language of one answer, and those that its reader may choose."""

    code: str
    offered: tuple[str, ...] = LANGUAGES


class Visitors(Struct, frozen=True):
    """`proxies` is how many stand in front of this service; `languages` are those that customers are offered."""

    proxies: int = 0
    languages: tuple[str, ...] = LANGUAGES

    def address_of(self, request: Request) -> str:
        return rate_limit.address_of(request, self.proxies)

    def language_of(self, request: Request, *chosen: str) -> PageLanguage:
        """What they ask for, what their browser prefers, or what was `chosen` for them."""
        asked, accepted = request.query_params.get("lang"), request.headers.get("accept-language", "")
        return PageLanguage(choose_language(asked, accepted, *chosen, offered=self.languages), self.languages)


ANYBODY = Visitors()
