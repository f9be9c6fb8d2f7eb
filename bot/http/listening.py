"""The address at which the web server is to be found, had before anybody is let in. Never what is served there."""

import socket

from bot.errors import PortTaken


def bind(host: str, port: int) -> socket.socket:
    """The address is ours, but nobody is let in yet. Raises `PortTaken`."""
    endpoint = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    endpoint.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # also while the last one's connections fade away
    try:
        endpoint.bind((host, port))
    except OSError as error:
        endpoint.close()
        raise PortTaken(host, port, error.strerror or str(error)) from error
    return endpoint
