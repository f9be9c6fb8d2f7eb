"""httpx, for the occasional request; what is hot goes by `LeanClient`. Never what is sent, or to whom."""

import logging

import httpx

PATIENCE = httpx.Timeout(15.0, connect=4.0, pool=4.0)  # for callers that do not say


def open_http() -> httpx.AsyncClient:
    """A client that follows no redirect and obeys no proxy variable; the caller closes it with `aclose()`."""
    for name in ("httpx", "httpcore"):  # both write the whole URL of each request at INFO, and some hold a token
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx.AsyncClient(timeout=PATIENCE, follow_redirects=False, trust_env=False)
