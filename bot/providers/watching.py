"""A look every minute at whether the provider answers and takes our key. Never for a customer, nor anybody's line.

Few customers meet a fault of the provider's hours later than it began; where the key is wrong, the first of them does.
"""

from contextlib import suppress
from datetime import timedelta

from bot.errors import ProviderError
from bot.providers.port import Provider

WATCH_EVERY = timedelta(minutes=1)


async def watch(provider: Provider) -> None:
    """What comes of it is counted, and told in the log, where it is asked."""
    with suppress(ProviderError):
        await provider.check_key()
