"""An older copy that is brought back is told where the place of its file remembers, until it is seen to."""

import os
import shutil
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.checks.evidence import check_evidence
from bot.checks.finding import CheckContext, HostFacts, Verdict
from bot.checks.probe import Probe
from bot.operations.restores import RestoreWatch
from bot.outgoing.occasional import open_http
from bot.sandbox.demo.stage import open_stage
from bot.sandbox.demo.venue import Venue
from conversations.consent import agree
from conversations.rules import Rules
from storage.database import Database
from storage.ledger_head import Head
from storage.noted_heads import NotedHeads
from storage.sealing import Keyring
from storage.store import Store
from tests.bot.commands.test_pausing import settings_in
from tests.scenes import ADA, NOON
from tests.storage.notes import modes

MINUTES = count()  # no two agreements are the same
HEADS = {"consents": Head(2, 123), "audit": Head()}


async def told_at_a_start(file: Path, key: str, agreements: int) -> list[str]:
    """What a start says of it; then so many agree, and it ends in order."""
    database = await Database.open(file)
    store = Store.under(Keyring.parse(key), Rules())
    watch = RestoreWatch(database, store, NotedHeads.beside(file))
    with capture_logs() as logged:
        await watch.look()
    agreed = [agree(ADA, "en", NOON + timedelta(minutes=next(MINUTES))) for _ in range(agreements)]
    for each in agreed:
        await database.run(partial(store.consents.record, contact=ADA, agreement=each, now=NOON, withdrawn=False))
    await watch.note()
    await database.close()
    return [f"{each['event']}: {each['not_held'][0].split()[0]}; {each['remedy']}" for each in logged]


async def test_every_start_on_an_older_copy_says_so_and_what_to_do(tmp_path: Path) -> None:
    file, copy, key = tmp_path / "telcolink.db", tmp_path / "copy.db", Keyring.generate_key()
    assert await told_at_a_start(file, key, agreements=2) == []
    shutil.copy(file, copy)
    assert await told_at_a_start(file, key, agreements=1) == []
    shutil.copy(copy, file)
    for agreements in (0, 2, 0):
        [told] = await told_at_a_start(file, key, agreements)
        assert told.startswith("copy_brought_back: consents; `telcolink customers reconcile")
    shutil.copy(copy, file)
    [told] = await told_at_a_start(file, key, agreements=0)
    assert "missed:consents 4-" in NotedHeads.beside(file).path.read_text("ascii"), "the furthest counts"


async def test_where_what_was_missed_comes_back_nothing_is_said_any_more(tmp_path: Path) -> None:
    file, copy, whole = (tmp_path / each for each in ("telcolink.db", "copy.db", "whole.db"))
    key = Keyring.generate_key()
    await told_at_a_start(file, key, agreements=1)
    shutil.copy(file, copy)
    await told_at_a_start(file, key, agreements=1)
    shutil.move(file, whole)
    shutil.copy(copy, file)
    assert len(await told_at_a_start(file, key, agreements=0)) == 1
    shutil.copy(whole, file)
    assert await told_at_a_start(file, key, agreements=0) == []


async def test_the_service_says_it_and_doctor_before_and_after_it(tmp_path: Path) -> None:
    noted = NotedHeads.beside(tmp_path / "telcolink.db")
    async with open_stage(tmp_path, Venue("console")):
        pass
    assert noted.read().keys() == HEADS.keys()
    noted.write(HEADS)
    await _doctor_warns(tmp_path)
    for _ in range(2):
        with capture_logs() as logged:
            async with open_stage(tmp_path, Venue("console")):
                pass
        assert [each["event"] for each in logged].count("copy_brought_back") == 1
        await _doctor_warns(tmp_path)


async def _doctor_warns(folder: Path) -> None:
    async with open_http() as http:
        [found] = await check_evidence(CheckContext(settings_in(folder), Probe(http, HostFacts().now), HostFacts()))
    assert (found.verdict, "(consents)" in found.said) == (Verdict.WARN, True)


def test_a_note_is_for_nobody_else_to_write(tmp_path: Path) -> None:
    noted, before = NotedHeads.beside(tmp_path / "telcolink.db"), os.umask(0)
    try:
        noted.write(HEADS)
    finally:
        os.umask(before)
    assert modes(noted.path) == {noted.path.name: "0o600"}


@pytest.mark.parametrize("content", [b"", b"consents", b"consents 12-vowels", b"\xff\xfe", b"x" * 5_000])
def test_a_note_that_says_nothing_is_as_none(tmp_path: Path, content: bytes) -> None:
    noted = NotedHeads.beside(tmp_path / "telcolink.db")
    assert noted.read() == {}
    noted.path.write_bytes(content)
    assert noted.read() == {}
    noted.write(HEADS)
    assert noted.read() == HEADS
