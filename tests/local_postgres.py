"""PostgreSQL of this machine's package, as a server of our own in an empty folder; and databases in it for tests."""

import atexit
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, cached_property
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import psycopg

from storage.database import Database
from storage.migrations import read_twins
from storage.place import ServerUrl
from storage.postgres.connection import open_session
from storage.postgres.schema import migrate
from storage.postgres.transaction import PostgresTransaction, Server
from tests.waiting import until_now

ABSENT = "no PostgreSQL is installed here (Debian: apt install postgresql): nothing was tried on it"
_OTHERS = ("postgres", "nobody")  # the server refuses to run as root
_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "50",
    "log_min_messages": "fatal",
    "timezone": "Asia/Kathmandu",  # a quarter of an hour off every other: nothing may rest on it
}
_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def find_programs() -> Path | None:
    """The folder of the newest one's programs."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    here = shutil.which("initdb")
    found = [*([Path(here).resolve().parent] if here else []), *folders]
    return next((folder for folder in reversed(found) if (folder / "postgres").exists()), None)


class LocalPostgres:
    """One server, on a socket in its folder."""

    def __init__(self, programs: Path, **settings: str) -> None:
        self._programs = programs
        self.user = _user()
        self.folder = _new_folder()
        self._data = self.folder / "data"
        self._settings = _SETTINGS | {"unix_socket_directories": str(self.folder)} | settings
        self._names = (f"test{number}" for number in count())
        self._make()
        self.start()

    def _make(self) -> None:
        subprocess.run(["cp", "-a", _empty_cluster(self._programs), self._data], check=True)

    def start(self) -> None:
        settings = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(self._programs / "postgres"), "-D", str(self._data), *settings]
        log = (self.folder / "log").open("ab")
        with log:
            self._server = subprocess.Popen(
                command,
                user=self.user,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 - a call into the kernel and nothing else
            )
        until_now(self._answers)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT cuts off whoever is connected, SIGQUIT as a crash does."""
        if inside := self.__dict__.pop("_inside", None):
            inside.close()
        self._server.send_signal(how)
        self._server.wait()

    def follow(self) -> None:
        """From the next start on it is a standby of nobody."""
        (self._data / "standby.signal").touch()

    def close(self) -> None:
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder)

    def place(self) -> ServerUrl:
        """A database without a table: a schema of its own."""
        name = next(self._names)
        self.run(f"CREATE SCHEMA {name}")
        return self.url(options=f"-csearch_path={name}")

    def database(self) -> ServerUrl:
        """One apart, in which nobody else is."""
        name = next(self._names)
        self.run(f"CREATE DATABASE {name} STRATEGY file_copy")
        return ServerUrl(self.url().reveal().replace("/postgres?", f"/{name}?"))

    async def refuse_writes(self, database: Database) -> str:
        """From its next session on, one that is apart (`database`) takes none; this session is ended. Its name."""
        facts = "SELECT current_database(), pg_backend_pid()"
        name, session = await database.read(lambda tx: tx.execute(facts).fetchone())
        self.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        self.run(f"SELECT pg_terminate_backend({session}, 5000)")
        return str(name)

    def take_writes(self, name: str) -> None:
        self.run(f"ALTER DATABASE {name} RESET default_transaction_read_only")

    def url(self, user: str = "telcolink", **parameters: str) -> ServerUrl:
        asked = "".join(f"&{name}={quote(value)}" for name, value in parameters.items())
        return ServerUrl(f"postgresql://{user}@/postgres?host={quote(str(self.folder))}{asked}")

    def run(self, statement: str) -> None:
        """As who may do everything."""
        with psycopg.connect(self.url().reveal(), autocommit=True) as connection:
            connection.execute(statement.encode())

    @cached_property
    def migrated(self) -> ServerUrl:
        """One with all our tables."""
        return self._migrate(self.place())

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.url().reveal(), autocommit=True) as connection:
            return connection.execute(query.encode()).fetchall()

    @property
    def process(self) -> psutil.Process:
        return psutil.Process(self._server.pid)

    def cpu(self) -> float:
        """Seconds that the server and its sessions have used, those that have ended too."""
        server, running = self.process, []
        for each in (server, *server.children()):
            with suppress(psutil.NoSuchProcess):  # a session that has just ended
                running.append(each.cpu_times())
        ended = server.cpu_times()
        return sum(each.user + each.system for each in running) + ended.children_user + ended.children_system

    @contextmanager
    def transaction(self) -> Iterator[PostgresTransaction]:
        """All our tables, empty; nothing of what is done is kept."""
        self._inside.execute("BEGIN")
        for table in ("outbox", "quarantine", "spends", "kept_posts"):
            self._inside.execute(f"ALTER SEQUENCE {table}_id_seq RESTART".encode())
        yield PostgresTransaction(self._inside)
        self._inside.execute("ROLLBACK")

    @cached_property
    def _inside(self) -> Server:
        return open_session(self._migrate(self.place()))

    def _migrate(self, place: ServerUrl) -> ServerUrl:
        with open_session(place) as connection:
            migrate(connection, read_twins())
        return place

    def _answers(self) -> bool:
        assert self._server.poll() is None, (self.folder / "log").read_text()
        try:
            self.run("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True


class LocalStandby(LocalPostgres):
    """One that streams from its primary."""

    def __init__(self, primary: LocalPostgres, /, **settings: str) -> None:
        self._primary = primary
        super().__init__(primary._programs, **settings)

    def _make(self) -> None:
        source = ("-h", str(self._primary.folder), "--write-recovery-conf", "--checkpoint=fast")
        _run(self._programs / "pg_basebackup", self._data, *source)


@cache
def _empty_cluster(programs: Path) -> Path:
    """What `initdb` makes, which takes it half a second; each server has a copy."""
    folder = _new_folder()
    atexit.register(shutil.rmtree, folder)
    _run(programs / "initdb", folder / "data", "-A", "trust", "-E", "UTF8")
    return folder / "data"


def _run(program: Path, data: Path, *arguments: str) -> None:
    command = [str(program), "-D", str(data), "-U", "telcolink", "--no-sync", *arguments]
    subprocess.run(command, check=True, user=_user(), stdout=subprocess.DEVNULL, cwd=data.parent)


def _new_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="telcolink-pg-"))
    if user := _user():
        shutil.chown(folder, user)
    return folder


def _user() -> str | None:
    return next((name for name in _OTHERS if os.geteuid() == 0), None)


def _die_with_parent() -> None:
    """Also where that is killed."""
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGQUIT)
