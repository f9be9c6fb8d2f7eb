"""From an open link to what its page shows: the business and the ways on join it. Never whether a link is open."""

from collections.abc import Awaitable, Callable

from bot.http.pages.facts import LookUp, PageFacts, WayOn
from bot.turns.link_progress import OpenLink
from conversations.link import Addresses
from conversations.wording import Business

Find = Callable[[str], Awaitable[OpenLink | None]]


def look_up_with(find: Find, business: Callable[[], Business], addresses: Callable[[], Addresses]) -> LookUp:
    """The page's look-up, given the engine's; a token is appended to the address of each chat that is known by then."""

    async def look_up(token: str) -> PageFacts | None:
        link = await find(token)
        if link is None:
            return None
        ways = tuple(WayOn(channel, prefix + token) for channel, prefix in addresses().chats)
        return PageFacts(business(), link.agent, ways, link.expires_at, link.language)

    return look_up
