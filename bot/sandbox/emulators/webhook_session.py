"""The outgoing HTTP session of an emulator's webhooks: kept alive, opened when first used; never what is posted."""

import aiohttp


class WebhookSession:
    """One session for all posts to the bot. It keeps no cookies."""

    def __init__(self, timeout: aiohttp.ClientTimeout | None = None, skip_headers: tuple[str, ...] = ()) -> None:
        self._timeout = timeout or aiohttp.ClientTimeout()
        self._skip_headers = skip_headers
        self._session: aiohttp.ClientSession | None = None

    def get(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                # Shorter than what servers keep open, so that a post never meets a connection just closed.
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=3),
                timeout=self._timeout,
                cookie_jar=aiohttp.DummyCookieJar(),
                skip_auto_headers=self._skip_headers,
            )
        return self._session

    async def close(self) -> None:
        """Hang up; the next use opens it anew."""
        if self._session is not None:
            await self._session.close()
            self._session = None
