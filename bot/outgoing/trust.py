"""Whose certificates are good: the well-known authorities, whatever the machine knows. Never a connection."""

import ssl
from functools import cache


@cache
def known_authorities() -> ssl.SSLContext:
    """Those of certifi; read once for all clients, for it takes a while."""
    import certifi  # noqa: PLC0415 - where all is on this machine it is not needed

    return ssl.create_default_context(cafile=certifi.where())
