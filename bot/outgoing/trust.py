"""Whose certificates are good: the well-known authorities, whatever the machine knows. Never a connection."""

import ssl
from functools import cache

import httpx


@cache
def known_authorities() -> ssl.SSLContext:
    """Those of certifi; read once for all clients, for it takes a while."""
    return httpx.create_ssl_context(trust_env=False)
