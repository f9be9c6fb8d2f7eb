"""A wire between a client and PostgreSQL that can be cut at a chosen moment; never what is cut off by it."""

import shutil
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from storage.place import ServerUrl
from tests.local_postgres import LocalPostgres

_SOCKET = ".s.PGSQL.5432"


class Cut(Enum):
    """When the wire is cut, once: as the client's COMMIT goes by."""

    NEVER = "never"
    BEFORE_COMMIT = "before the server has it"
    AFTER_COMMIT = "before the client has the answer"


class Wire:
    """Everything goes through, until it is cut."""

    def __init__(self, server: LocalPostgres) -> None:
        self._server = server.folder / _SOCKET
        self.folder = Path(tempfile.mkdtemp(prefix="telcolink-wire-"))
        self.cut = Cut.NEVER
        self.reached, self.go_on = threading.Event(), threading.Event()  # where it is to be cut; and then it is
        self.go_on.set()
        self._doors = socket.socket(socket.AF_UNIX)
        self._doors.bind(str(self.folder / _SOCKET))
        self._doors.listen()
        self._ends: list[socket.socket] = []
        self._carrying: list[threading.Thread] = []
        self._start(self._let_in)

    def through(self, server: LocalPostgres, url: ServerUrl) -> ServerUrl:
        return ServerUrl(url.reveal().replace(str(server.folder), str(self.folder)))

    def close(self) -> None:
        """Whoever still is at the wire is cut off."""
        _hang_up(self._doors, *self._ends)
        for thread in self._carrying:
            thread.join()
        for end in (self._doors, *self._ends):
            end.close()
        shutil.rmtree(self.folder)

    def _start(self, work: Callable[..., None], *values: object) -> None:
        thread = threading.Thread(target=work, args=values, daemon=True)
        self._carrying.append(thread)
        thread.start()

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._doors.accept()
                server = socket.socket(socket.AF_UNIX)
                self._ends += [client, server]
                server.connect(str(self._server))
                deaf = threading.Event()  # the client hears nothing more
                self._start(self._carry_there, client, server, deaf)
                self._start(self._carry_back, client, server, deaf)

    def _carry_there(self, client: socket.socket, server: socket.socket, deaf: threading.Event) -> None:
        with suppress(OSError):
            while data := client.recv(65_536):
                cut, self.cut = (self.cut, Cut.NEVER) if b"COMMIT\0" in data else (Cut.NEVER, self.cut)
                if cut is Cut.BEFORE_COMMIT:
                    self.reached.set()
                    self.go_on.wait()
                    break
                if cut is Cut.AFTER_COMMIT:
                    deaf.set()
                server.sendall(data)
        _hang_up(client, server)

    def _carry_back(self, client: socket.socket, server: socket.socket, deaf: threading.Event) -> None:
        with suppress(OSError):
            while (data := server.recv(65_536)) and not deaf.is_set():
                client.sendall(data)
        _hang_up(client, server)


def _hang_up(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextmanager
def wire_to(server: LocalPostgres) -> Iterator[Wire]:
    wire = Wire(server)
    yield wire
    wire.close()
