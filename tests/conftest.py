"""How every test runs: examples that are the same each time, as many as the default run has time for, and in memory."""

import gc
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from httpx._transports import default
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.local_postgres import LocalPostgres

settings.register_profile("default", max_examples=12, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=1_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# What is written is synced as ever, which in memory is at once: no test takes the machine's power away. TMPDIR=/tmp
# is the disk.
MEMORY, ROOM = Path("/dev/shm"), 2**30
if "TMPDIR" not in os.environ and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ["TMPDIR"] = str(MEMORY)

DEAR = ("reader", "postgres", "every_scene", "every_conversation")  # fixtures of a whole session that take seconds

gc.disable()  # until all is loaded

# Every client reads the world's certificates, which takes as long as many a test, and none of them meets TLS.
for module in (httpx, default):
    module.create_ssl_context = cache(httpx.create_ssl_context)  # type: ignore[attr-defined]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes seconds to have comes first: one worker makes it for all, and nobody waits for it at the end."""
    items.sort(key=lambda item: next((place for place, wanted in enumerate(DEAR) if _wants(item, wanted)), len(DEAR)))


def _wants(item: pytest.Item, fixture: str) -> bool:
    chosen = item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
    return fixture in getattr(item, "fixturenames", ()) or fixture in chosen


def pytest_collection_finish() -> None:
    """What opens no database loads none. What is loaded stays, and is not looked through again and again as garbage."""
    if routing := sys.modules.get("starlette.routing"):
        routing.compile_path = cache(routing.compile_path)  # type: ignore[attr-defined]
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
    gc.enable()
    if "storage.sqlite.connection" in sys.modules:
        from tests.fresh_databases import copy_when_new  # noqa: PLC0415

        copy_when_new()


def pytest_sessionfinish() -> None:
    """What was left open is warned of as its garbage is taken away; pytest looks through all five times for that."""
    gc.collect()
    gc.freeze()


def pytest_runtest_teardown() -> None:
    """A command that was run within a test has told the whole process what to log."""
    structlog = sys.modules.get("structlog")
    if structlog and structlog.is_configured():
        structlog.reset_defaults()
    if straight := sys.modules.get("bot.log.straight"):
        straight.straight_log.write_to(None)


class Listener(logging.Handler):
    """Keeps what libraries tell `logging`, as they do."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def library_log() -> Iterator[list[logging.LogRecord]]:
    """What they told during the test, from INFO up."""
    root, listener = logging.getLogger(), Listener()
    before = root.level
    root.setLevel(logging.INFO)
    root.addHandler(listener)
    yield listener.records
    root.removeHandler(listener)
    root.setLevel(before)


@pytest.fixture(scope="session")
def postgres() -> Iterator["LocalPostgres"]:
    """A server for all tests of this process that want one; REQUIRE_POSTGRES makes it a failure if there is none."""
    from tests.local_postgres import ABSENT, LocalPostgres, find_programs  # noqa: PLC0415 - what opens none loads none

    programs = find_programs()
    if programs is None:
        (pytest.fail if os.environ.get("REQUIRE_POSTGRES") else pytest.skip)(ABSENT)
    server = LocalPostgres(programs)
    yield server
    server.close()
