"""What the doctor prints and how it ends; and how it reads the table of mounts."""

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from bot.checks.database import judge_version
from bot.checks.disk import find_file_system, judge_room
from bot.checks.finding import Verdict, ok, warn, wrong
from bot.commands import doctor
from bot.commands.doctor import report
from bot.config.reading import variables
from storage.sealing import Keyring
from tests.for_every import for_every

NOWHERE = "http://127.0.0.1:9"  # nobody listens there


@for_every(
    ("path", "kind", "place"),
    [
        ("/srv/t.db", "ext4", "/"),
        ("/data/t.db", "xfs", "/data"),
        ("/data2/t.db", "ext4", "/"),
        ("/data/in memory/t.db", "tmpfs", "/data/in memory"),
        ("/twice/t.db", "btrfs", "/twice"),
    ],
)
def test_a_path_is_on_the_mount_that_fits_it_best(path: str, kind: str, place: str) -> None:
    mounts = (
        "/dev/vda1 / ext4 rw 0 0\n/dev/vdb /data xfs rw 0 0\ntmpfs /data/in\\040memory tmpfs rw 0 0\n"
        "a /twice ext3 rw 0 0\nb /twice btrfs rw 0 0\nnonsense\n"
    )
    assert find_file_system(mounts, Path(path)) == (kind, place)


@for_every(("megabytes", "verdict"), [(0, Verdict.WRONG), (19, Verdict.WRONG), (20, Verdict.WARN), (500, Verdict.OK)])
def test_a_disk_that_is_nearly_full_is_told(megabytes: int, verdict: Verdict) -> None:
    assert judge_room(Path("/data"), megabytes * 1024 * 1024).verdict is verdict


def test_versions_of_sqlite_are_judged() -> None:
    assert judge_version((3, 23, 1)).verdict is Verdict.WRONG
    assert "let no other program write" in judge_version((3, 51, 2)).said
    assert judge_version((3, 51, 3)) == ok("database", "SQLite 3.51.3")


def test_the_report_fits_80_columns_and_says_what_to_do() -> None:
    findings = [
        ok("settings", "all of them can be used"),
        warn("disk", "cannot tell whether it stays " * 4, "Mount a volume. " * 6),
        wrong("disk", "no right", "Give /var/lib/telcolink-of-kudi/telcolink.db to this user."),
        wrong("telegram", "the token is refused", "Copy it again."),
    ]
    lines = report(findings).splitlines()
    assert max(map(len, lines)) <= 80
    assert "                  -> Give /var/lib/telcolink-of-kudi/telcolink.db to this user." in lines
    assert lines[0] == "ok     settings   all of them can be used"
    assert lines[-4] == "wrong  telegram   the token is refused"
    assert lines[-3] == "                  -> Copy it again."
    assert lines[-1] == "Wrong: 2. To look at: 1."
    assert report(findings[:2]).endswith("\nNothing is wrong. To look at: 1.\n")
    assert report(findings[:1]).endswith("\nNothing is wrong.\n")


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """An environment without our variables, in an empty folder."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    with chdir(tmp_path):
        yield monkeypatch


def test_settings_that_cannot_work_are_all_told(alone: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    alone.setenv("PORT", "http")
    assert doctor.main() == 1
    printed = capsys.readouterr().out
    assert [line.split()[2] for line in printed.splitlines() if line.startswith("wrong")] == [
        *("PORT", "ENCRYPTION_KEYS", "MONO_SECRET_KEY", "No"),
    ]
    assert printed.endswith("Wrong: 4. To look at: 0.\n")


def test_the_exit_status_says_whether_anything_is_wrong(
    alone: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in {
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "TELEGRAM_TOKEN": "1:a",
        "MONO_SECRET_KEY": "k",
    }.items():
        alone.setenv(name, text)
    for name in ("TELEGRAM_API_BASE", "MONO_API_BASE"):
        alone.setenv(name, NOWHERE)
    assert doctor.main() == 1
    printed = capsys.readouterr().out
    assert f"wrong  telegram   {NOWHERE} does not answer" in printed
    assert max(map(len, printed.splitlines())) <= 80
