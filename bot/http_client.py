"""The one seam for outgoing HTTP: httpx on aiohttp's transport and its limits; never what is sent, or to whom."""

import logging
from collections.abc import AsyncIterator
from http.cookiejar import CookieJar, DefaultCookiePolicy

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

CONNECTIONS = 512
CONNECTIONS_PER_HOST = 256  # as many customers at once wait for Mono; others still find a connection
KEEP_ALIVE = 20.0  # seconds; below the 60 of usual gateways, so that a POST seldom meets a closing connection
PATIENCE = httpx.Timeout(15.0, connect=4.0, pool=4.0)  # for callers that do not say


def open_http() -> httpx.AsyncClient:
    """A client for everything that goes out; the caller closes it with `aclose()`.

    It follows no redirect, keeps no cookie, obeys no proxy variable and decides nothing about repeating. It raises
    `httpx.ConnectError` and `httpx.ConnectTimeout` only where not a byte of the request was sent, so that "not
    done" and "not known" can be told apart. Its errors never name a URL, for some of those hold a token.
    """
    _silence_request_logs()
    return _Client(
        transport=_Transport(client=_open_session, trust_env=False),
        timeout=PATIENCE,
        follow_redirects=False,
        trust_env=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
    )


class _Client(httpx.AsyncClient):
    """httpx's client without the steps that we have switched off: redirects, cookies, authentication, hooks.

    Passing them by saves a third of what a request costs, and nothing but a request comes out of it.
    """

    async def send(self, request: httpx.Request, *, stream: bool = False, **_: object) -> httpx.Response:
        if request.url.scheme not in {"http", "https"} or not request.url.host:
            raise httpx.UnsupportedProtocol("not an address for HTTP")
        response = await self._transport.handle_async_request(request)
        response.request = request
        if not stream:
            try:
                await response.aread()
            except BaseException:
                await response.aclose()
                raise
        return response


class _Transport(AiohttpTransport):
    """httpx-aiohttp's transport, with errors that say what is known.

    As it comes it calls every broken connection a ConnectTimeout (also one that broke after the request had gone
    out), lets some of aiohttp's errors through, and copies messages that hold the URL.
    """

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            response = await super().handle_async_request(request)
        except (httpx.TransportError, aiohttp.ClientError) as error:
            failure = _rename(error)
        else:
            assert isinstance(response.stream, httpx.AsyncByteStream)  # noqa: S101 - the transport's own promise
            response.stream = _Body(response.stream)
            return response
        raise failure  # outside the handler, so that no chained error carries the URL


class _Body(httpx.AsyncByteStream):
    """A response body whose errors are renamed like those of the request."""

    def __init__(self, body: httpx.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._body:
                yield chunk
        except (httpx.TransportError, aiohttp.ClientError) as error:
            failure = _rename(error)
        else:
            return
        raise failure

    async def aclose(self) -> None:
        await self._body.aclose()


def _rename(error: Exception) -> httpx.TransportError:
    cause = error if isinstance(error, aiohttp.ClientError) else error.__cause__
    match cause:
        case aiohttp.ConnectionTimeoutError():
            return httpx.ConnectTimeout("no connection in time")
        case aiohttp.ClientConnectorError():
            return httpx.ConnectError(f"no connection: {type(cause).__name__}")
        case aiohttp.SocketTimeoutError():
            return httpx.ReadTimeout("no answer in time")
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return httpx.UnsupportedProtocol("not an address for HTTP")
        case aiohttp.ClientResponseError():
            return httpx.RemoteProtocolError("the answer is not HTTP")
    return httpx.ReadError(f"the connection broke: {type(cause).__name__}")


def _open_session() -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(
        limit=CONNECTIONS,
        limit_per_host=CONNECTIONS_PER_HOST,
        keepalive_timeout=KEEP_ALIVE,
        ssl=httpx.create_ssl_context(trust_env=False),
    )
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False)


def _silence_request_logs() -> None:
    # Both write the whole URL of each request at INFO, and Telegram's holds the bot's token.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
