"""The keys of a database: a wrong list ends the start before anything happens; an old key may go after sealing anew."""

import asyncio
import signal
import sqlite3
from argparse import Namespace
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.checks.evidence import check_evidence
from bot.checks.finding import CheckContext, HostFacts, Verdict
from bot.checks.keys import check_keys
from bot.checks.probe import Probe
from bot.commands import keys
from bot.commands.audit import show_audit, show_consents
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.outgoing.occasional import open_http
from storage.database import Database
from storage.keys.admission import admit
from storage.keys.census import Census, take_census
from storage.keys.reseal import BATCH
from storage.keys.reseal_wish import ResealWish
from storage.looking import open_read_only
from storage.sealing import Keyring, show_id
from storage.store import Store
from storage.transaction import Transaction
from tests.customers import crowd
from tests.raw import file_of
from tests.scenes import ADA, AGREEMENT, NOON, RULES
from tests.server_stage import Town, open_town, until
from tests.storage.keys.dying import die_between_consents
from tests.storage.keys.keys_stage import use_all

OLD, NEW, OTHER = (Keyring.generate_key() for _ in range(3))
CHECK, RESEAL = Namespace(act="check"), Namespace(act="reseal")
MANY = 4 * BATCH  # consents


def ring(*keys: str) -> Keyring:
    return Keyring.parse(",".join(keys))


def id_of(key: str) -> str:
    return show_id(ring(key).ids[0])


def everything_in(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [line for line in connection.iterdump() if "CREATE" not in line]


def census_of(database: Path) -> Census:
    with open_read_only(database) as tx:
        return take_census(tx)


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(tmp_path, ENCRYPTION_KEYS=OLD) as town:
        yield town


def settings_of(folder: Path, *keys: str, index_key: str = "") -> Settings:
    given = {
        "DATABASE_URL": f"sqlite:///{folder}/test.db",
        "ENCRYPTION_KEYS": ",".join(keys),
        "INDEX_KEY": index_key,
        "MONO_SECRET_KEY": "test_sk_0123456789",
    }
    return read_settings(given, needs_channel=False)


async def fill(settings: Settings) -> None:
    database = await Database.open(settings.database_place())
    await admit(database, settings.keyring(), NOON)
    await database.run(lambda tx: use_all(tx, settings.keyring()))
    await database.close()


async def examine(settings: Settings) -> list[tuple[Verdict, str]]:
    async with open_http() as http:
        context = CheckContext(settings, Probe(http, HostFacts().now), HostFacts())
        found = [finding for check in (check_keys, check_evidence) for finding in await check(context)]
    return [(finding.verdict, finding.said) for finding in found]


# The real server


async def test_with_wrong_keys_the_server_ends_with_2_before_anything_happens(town: Town) -> None:
    await town.server.start()
    await next(crowd(town.telegram.phone, town.mono)).link()
    await town.server.kill()
    before, calls = everything_in(town.database), len(town.telegram.emulator.journal.made("getMe"))
    wrong = {"another's": OTHER, "cut": NEW, "swapped": f"{OLD},{OTHER}"}
    said = {}
    for name, keys_given in wrong.items():
        town.server.settings["ENCRYPTION_KEYS"] = keys_given
        town.server.log.unlink()
        town.server.spawn()
        assert await town.server.ended() == 2
        said[name] = town.server.said
    assert all("telcolink cannot start:\n" in words and id_of(OLD) in words for words in said.values())
    assert f"Key {id_of(OLD)} is missing from ENCRYPTION_KEYS: " in said["another's"]
    assert "is in the wrong place: " in said["swapped"]
    assert not any(key in words for key in (OLD, NEW, OTHER) for words in said.values())
    assert everything_in(town.database) == before
    assert len(town.telegram.emulator.journal.made("getMe")) == calls
    town.server.settings |= {"ENCRYPTION_KEYS": f"{NEW},{OLD}"}
    town.telegram.emulator.advance(2)
    await town.server.start()


@pytest.mark.timeout(180)  # eight seconds, on a machine that has nothing else to do
async def test_sealing_anew_goes_on_after_a_kill_while_people_are_served(town: Town) -> None:
    await fill_evidence(town.database)
    town.server.settings["ENCRYPTION_KEYS"] = f"{NEW},{OLD}"
    people, new, old = crowd(town.telegram.phone, town.mono), ring(NEW).ids[0], ring(OLD).ids[0]
    wish = ResealWish.beside(town.database)
    town.server.prepare = die_between_consents
    await town.server.start()
    wish.make(new)
    assert await town.server.ended() == -signal.SIGKILL
    assert census_of(town.database)[new]["consents"] == BATCH
    assert wish.read() == new
    town.server.prepare = bool
    town.telegram.emulator.advance(2)
    await town.server.start()
    town.telegram.end_rests()
    await next(people).link()
    await until(lambda: wish.read() is None)
    assert old not in census_of(town.database)
    assert await town.server.stop() == 0
    town.server.settings |= {"ENCRYPTION_KEYS": NEW, "INDEX_KEY": OLD}
    town.telegram.emulator.advance(2)
    await town.server.start()
    assert await town.server.stop() == 0
    store = Store.under(Keyring.parse(NEW, OLD), RULES)
    with open_read_only(town.database) as tx:
        assert store.consents.first_broken(tx) is None
        assert len(store.consents.of(tx, ADA)) == MANY


async def fill_evidence(path: Path) -> None:
    consents = Store.under(ring(OLD), RULES).consents

    def write(tx: Transaction) -> None:
        for _ in range(MANY):
            consents.record(tx, ADA, AGREEMENT, NOON, withdrawn=False)

    database = await Database.open(path)
    await database.run(write)
    await database.close()


# The commands


async def test_check_lists_the_keys_and_is_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    await fill(settings_of(tmp_path, OLD))
    assert keys.main(CHECK, settings_of(tmp_path, NEW, OLD)) == 0
    headings, newest, oldest = capsys.readouterr().out.splitlines()
    assert headings.split()[:2] == ["KEY", "IS"]
    assert newest.split()[:2] == [id_of(NEW), "newest"]
    assert newest.endswith("no: it seals")
    assert oldest.startswith(f"{id_of(OLD)}  old, look-up  sessions 1, accounts 1, ")
    assert oldest.endswith("no: first `telcolink keys reseal`")


async def test_reseal_does_it_itself_where_no_service_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    await fill(settings_of(tmp_path, OLD))
    both = settings_of(tmp_path, NEW, OLD)
    assert await asyncio.to_thread(keys.main, RESEAL, both) == 0
    assert capsys.readouterr().out == f"All 18 rows are sealed with key {id_of(NEW)}.\n"
    assert keys.main(CHECK, both) == 0
    assert "no: first set INDEX_KEY to it" in capsys.readouterr().out
    assert keys.main(CHECK, settings_of(tmp_path, NEW, OLD, index_key=OLD)) == 0
    assert "yes: from ENCRYPTION_KEYS" in capsys.readouterr().out
    assert keys.main(CHECK, settings_of(tmp_path, NEW, index_key=OLD)) == 0


@pytest.mark.parametrize("act", [CHECK, RESEAL], ids=lambda act: act.act)
async def test_with_wrong_keys_both_say_which_and_change_nothing(
    act: Namespace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_of(tmp_path, OLD)
    await fill(settings)
    before = everything_in(file_of(settings))
    assert await asyncio.to_thread(keys.main, act, settings_of(tmp_path, OTHER)) == 1
    assert f"Key {id_of(OLD)} is missing from ENCRYPTION_KEYS" in capsys.readouterr().err
    assert everything_in(file_of(settings)) == before


@pytest.mark.parametrize("act", [CHECK, RESEAL], ids=lambda act: act.act)
def test_without_a_database_there_is_nothing_to_do(
    act: Namespace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_of(tmp_path, OLD)
    assert keys.main(act, settings) == 1
    said = capsys.readouterr().err
    assert f"no database yet at {file_of(settings)}: nothing is sealed." in said
    assert "set DATABASE_URL as the service has it" in said
    assert list(tmp_path.iterdir()) == []


async def test_a_service_that_does_not_know_the_key_is_to_be_restarted_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_of(tmp_path, OLD)
    await fill(settings)
    database = await Database.open(settings.database_place())
    assert await asyncio.to_thread(keys.main, RESEAL, settings_of(tmp_path, NEW, OLD)) == 1
    await database.close()
    assert f"does not have key {id_of(NEW)} yet: restart it" in capsys.readouterr().err
    assert ResealWish.beside(file_of(settings)).read() is None


async def test_what_no_key_opens_is_kept_counted_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = settings_of(tmp_path, OLD)
    await fill(settings)
    with closing(sqlite3.connect(file_of(settings))) as connection, connection:
        connection.execute("UPDATE sessions SET sealed = substr(sealed, 1, 40)")
    assert keys.main(CHECK, settings) == 1
    assert "1 row of sessions cannot be opened, and is kept." in capsys.readouterr().err
    said = "1 row of sessions cannot be opened with any key of the list"
    assert (Verdict.WARN, said) in await examine(settings)


async def test_the_doctor_says_the_same_and_does_not_cry_tampering(tmp_path: Path) -> None:
    await fill(settings_of(tmp_path, OLD))
    assert {verdict for verdict, _ in await examine(settings_of(tmp_path, OLD))} == {Verdict.OK}
    found = await examine(settings_of(tmp_path, OTHER))
    assert any(verdict is Verdict.WRONG and f"Key {id_of(OLD)} is missing" in said for verdict, said in found)
    assert found[-1] == (Verdict.WARN, "cannot be judged with these keys")


@pytest.mark.parametrize("show", [show_audit, show_consents])
async def test_neither_do_the_records(
    show: Callable[[Namespace, Settings], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await fill(settings_of(tmp_path, OLD))
    assert show(Namespace(since=None, until=None), settings_of(tmp_path, OTHER)) == 1
    said = capsys.readouterr().err
    assert f"Key {id_of(OLD)} is missing" in said
    assert "changed" not in said
