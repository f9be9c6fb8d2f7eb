"""The address at which the web server is to be found, had before anybody is let in. Never what is served there.

Who comes while the start goes on waits for its end, and is not refused: Twilio posts nothing a second time, and what
was written to us just then would be found by the next look at its log, minutes later.
"""

import errno
import socket

from bot.errors import PortTaken

_REMEDIES = {
    errno.EADDRINUSE: "End what has it, or set another PORT or HOST.",
    errno.EACCES: "Set a PORT above 1023, or give this user the right to that one.",
}
_NOT_HERE = "Set HOST to an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them."
WAITING = 2048  # connections that the system keeps for us, or as many as it may


def bind(host: str, port: int) -> socket.socket:
    """The address is ours, and connections to it wait to be let in. Raises `PortTaken`."""
    endpoint = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    endpoint.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # also while the last one's connections fade away
    try:
        endpoint.bind((host, port))
        endpoint.listen(WAITING)
    except OSError as error:
        endpoint.close()
        raise PortTaken(host, port, error.strerror or str(error), _REMEDIES.get(error.errno or 0, _NOT_HERE)) from error
    return endpoint
