"""`telcolink database copy`: into a server and back, told table by table, and never while a service runs."""

import asyncio
import secrets
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.config.reading import read_settings
from storage.database import Database
from storage.place import DatabasePlace
from storage.sealing import Keyring
from storage.store import Store
from tests.local_postgres import LocalPostgres
from tests.scenes import ADA, LINKED, RULES

Said = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of the settings, in which Ada has a line."""
    monkeypatch.setenv("ENCRYPTION_KEYS", key := Keyring.generate_key())
    monkeypatch.setenv("MONO_SECRET_KEY", f"test_sk_{secrets.token_hex(8)}")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/here.db")
    store = Store.under(Keyring.parse(key), RULES)

    async def fill() -> None:
        database = await Database.open(tmp_path / "here.db")
        await database.run(lambda tx: store.accounts.keep(tx, ADA, LINKED))
        await database.close()

    asyncio.run(fill())
    return tmp_path / "here.db"


def lines() -> int:
    """Of the database that is set."""
    settings = read_settings(needs_channel=False)
    store = Store.under(settings.keyring(), RULES)

    async def look() -> int:
        database = await Database.open(settings.database_place())
        found = await database.read(lambda tx: store.accounts.of(tx, ADA))
        await database.close()
        return len(found)

    return asyncio.run(look())


def test_it_goes_into_a_server_and_back(
    file: Path, postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    server = postgres.database().reveal()
    assert main(["database", "copy", "--to", server]) == 0
    said = capsys.readouterr().out
    assert "accounts: 1 row\n" in said
    assert "are the same when they are opened" in said
    assert main(["database", "copy", "--to", server]) == 0
    assert "accounts: 1 row, 1 of them were there\n" in capsys.readouterr().out
    monkeypatch.setenv("DATABASE_URL", server)
    assert lines() == 1
    back = f"sqlite:///{file.with_name('back.db')}"
    assert main(["database", "copy", "--to", back]) == 0
    monkeypatch.setenv("DATABASE_URL", back)
    assert lines() == 1


def test_it_is_not_done_while_a_service_runs(
    file: Path, postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    server = postgres.database()
    monkeypatch.setattr("bot.commands.database.LEAVING", 0.1)  # nobody here is about to leave

    async def run_beside(place: DatabasePlace) -> int:
        database = await Database.open(place)
        status = await asyncio.to_thread(main, ["database", "copy", "--to", server.reveal()])
        await database.close()
        return status

    for place, pooled in ((file, False), (server, True)):
        assert asyncio.run(run_beside(place)) == 1
        said = capsys.readouterr().err
        assert "stop every one of them" in said
        assert ("A pooler keeps what they used" in said) == pooled


@pytest.mark.parametrize(("to", "said"), [("here.db", "names the same database"), ("nowhere/a.db", "cannot be used")])
def test_what_cannot_be_copied_into_is_said(file: Path, capsys: Said, to: str, said: str) -> None:
    assert main(["database", "copy", "--to", f"sqlite:///{file.parent / to}"]) == 1
    assert said in capsys.readouterr().err


def test_there_must_be_something_to_copy(file: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}.new")
    assert main(["database", "copy", "--to", f"sqlite:///{file}"]) == 1
    assert f"no database to copy yet at {file}.new." in capsys.readouterr().err
