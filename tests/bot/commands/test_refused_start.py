"""With which status a start ends that cannot be: whatever watches over the process tries again what may pass."""

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commands.output import say_why
from bot.commands.refused_start import PASSES, STAYS, refuse
from bot.config.reading import variables
from bot.errors import PortTaken, SettingsWrong
from storage.errors import (
    DatabaseCorrupt,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseTooNew,
    DatabaseUnfit,
    DatabaseUnreachable,
    KeysUnfit,
    LeaseLost,
    MigrationFailed,
    StorageFull,
)
from storage.sealing import Keyring


@pytest.mark.parametrize(
    "error",
    [
        DatabaseLocked("process 7", "/data/telcolink.db"),
        DatabaseTooNew(9, 8),
        DatabaseUnreachable("no answer"),
        DatabaseReadOnly("a standby"),
        StorageFull("no room"),
        MigrationFailed("no room for it"),
        LeaseLost("another leads"),
        PortTaken("127.0.0.1", 8080, "in use"),
        FileNotFoundError("the disk is not there yet"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_may_pass_is_tried_again(error: Exception, capsys: pytest.CaptureFixture[str]) -> None:
    assert refuse(error) == PASSES
    said = f"{error}" if isinstance(error, PortTaken) else f"The database cannot be used: {say_why(error)}"
    assert capsys.readouterr().err == f"telcolink cannot start:\n  - {said}\n"


@pytest.mark.parametrize("error", [SettingsWrong, KeysUnfit, DatabaseUnfit])
def test_what_somebody_must_change_first_is_not_and_each_of_it_is_named(
    error: type[SettingsWrong | KeysUnfit | DatabaseUnfit], capsys: pytest.CaptureFixture[str]
) -> None:
    assert refuse(error(["this", "that"])) == STAYS
    assert capsys.readouterr().err == "telcolink cannot start:\n  - this\n  - that\n"


def test_a_file_that_is_damaged_is_not_either(capsys: pytest.CaptureFixture[str]) -> None:
    assert refuse(DatabaseCorrupt("/data/telcolink.db is damaged: its pages do not fit together")) == STAYS
    assert capsys.readouterr().err.endswith("do not fit together. Bring back a copy.\n")


@pytest.mark.parametrize(("content", "status"), [(b"no database at all" * 100, STAYS), (None, STAYS)])
def test_the_program_ends_with_that_status(
    content: bytes | None, status: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "disk" / "telcolink.db"
    if content:
        place.parent.mkdir()
        place.write_bytes(content)
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{place}")
    monkeypatch.setenv("ENCRYPTION_KEYS", Keyring.generate_key())
    monkeypatch.setenv("MONO_SECRET_KEY", "test_sk_0123456789")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123456:abcdefghij")
    monkeypatch.setenv("ACCEPT_LOSING_DATA", "yes")
    assert main(["serve"]) == status
