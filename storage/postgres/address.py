"""What a server's address must name, as libpq reads it. Never connects."""

import ipaddress
from typing import Any

from psycopg import ProgrammingError, pq
from psycopg.conninfo import conninfo_to_dict, make_conninfo

_NOWHERE = "/dev/null"  # no folder: libpq looks at every value before it finds that no socket can be there
_NUMBERS = (  # at which it looks only once somebody answers
    "connect_timeout",
    "keepalives",
    "keepalives_idle",
    "keepalives_interval",
    "keepalives_count",
    "tcp_user_timeout",
)
_PORTS = range(1, 65_536)


def names_database(url: str) -> bool:
    """Whether it can be read, and says which database is meant.

    A password with an @ or a / in it ends there for libpq: the rest of it would be the host or the port that an error
    names, or the database, in which an @ shows it.
    """
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        return False
    host, name = str(parts.get("host", "")), str(parts.get("dbname", ""))
    return bool(name) and "@" not in name + str(parts.get("port", "")) and "@" not in host[1:]  # in front: a socket's


def find_fault(url: str) -> str:
    """What is wrong with a value of an address that can be read, in libpq's words; "" where nothing is.

    With such a value nobody is ever reached, which would look like a server that does not answer yet.
    """
    parts = conninfo_to_dict(url)
    return _judge_numbers(parts) or _judge_hosts(parts) or _ask_library(parts)


def _judge_numbers(parts: dict[str, Any]) -> str:
    wrong = [name for name in _NUMBERS if not str(parts.get(name, 0)).strip().lstrip("-").isdecimal()]
    return f'invalid integer value "{parts[wrong[0]]}" for connection option "{wrong[0]}"' if wrong else ""


def _judge_hosts(parts: dict[str, Any]) -> str:
    """Each has its port and its address, or all have one."""
    hosts, ports, addresses = (str(parts.get(name) or "").split(",") for name in ("host", "port", "hostaddr"))
    for port in filter(None, ports):
        if not port.isdecimal() or int(port) not in _PORTS:
            return f'invalid port number: "{port}"'
    for address in filter(None, addresses):
        if not _is_address(address):
            return f'could not parse network address "{address}"'
    known = max(len(hosts), len(addresses))
    if len(ports) not in (1, known):
        return f"could not match {len(ports)} port numbers to {known} hosts"
    if "hostaddr" in parts and "host" in parts and len(hosts) != len(addresses):
        return f"could not match {len(hosts)} host names to {len(addresses)} hostaddr values"
    return ""


def _is_address(text: str) -> bool:
    try:
        return bool(ipaddress.ip_address(text))
    except ValueError:
        return False


def _ask_library(parts: dict[str, Any]) -> str:
    """All other values, with the variables beside it (PGSSLMODE), as a connection to nowhere is told of them."""
    given = {name: value for name, value in parts.items() if name not in ("hostaddr", "passfile")}
    nowhere = {"host": _NOWHERE, "port": "5432", "password": "none"}  # with one no file of passwords is looked for
    connection = pq.PGconn.connect_start(make_conninfo(**{**given, **nowhere}).encode())
    said = connection.error_message.decode(errors="replace").strip()
    connection.finish()
    return "" if "connection to server" in said else said.partition("\n")[0]
