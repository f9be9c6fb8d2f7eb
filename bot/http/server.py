"""How the web server is set up: what it believes, how long it waits, how much it holds. Never what it serves."""

import resource

import uvicorn
from starlette.types import ASGIApp

from bot.http.protocol import BoundedProtocol
from bot.monitoring.metrics import Metrics

DESCRIPTORS = 65_536  # as many as are of use; a process may begin with 1,024, which a thousand idle sockets use up
_OUR_OWN = 256  # of them, for the database and for what we ask of others
MOST_CONNECTIONS = 10_000


def raise_descriptor_limit() -> int:
    """As far as this process may; the limit that it has then."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = DESCRIPTORS if hard == resource.RLIM_INFINITY else min(DESCRIPTORS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return wanted
    return DESCRIPTORS if soft == resource.RLIM_INFINITY else soft


def counting(metrics: Metrics) -> type[BoundedProtocol]:
    """The protocol, with what it refuses in the metrics."""

    class CountingProtocol(BoundedProtocol):
        tell_refused = staticmethod(metrics.request_refused)

    return CountingProtocol


def build_server_config(
    web: ASGIApp, host: str, port: int, protocol: type[BoundedProtocol] = BoundedProtocol
) -> uvicorn.Config:
    descriptors, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    room = MOST_CONNECTIONS if descriptors == resource.RLIM_INFINITY else descriptors - _OUR_OWN
    return uvicorn.Config(
        web,
        host=host,
        port=port,
        interface="asgi3",
        http=protocol,
        limit_concurrency=max(64, min(room, MOST_CONNECTIONS)),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nothing here believes them
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=10,
    )
