"""The demo at a terminal: it ends at once, plays what is piped in, and is readable wherever it is shown."""

import argparse
import io
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS, main

ROOT = Path(__file__).parents[4]
PATIENCE = 60


def demo(piped: str, *options: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "demo", *options],
        cwd=ROOT,
        input=piped.encode(),
        capture_output=True,
        timeout=PATIENCE,
        env={**os.environ, **environment},
        check=False,
    )


def test_what_is_piped_in_is_typed_and_is_readable_on_a_narrow_terminal_without_our_signs() -> None:
    done = demo("yes\n0803 000 0101\nmtn\n<code>\n", COLUMNS="46", PYTHONIOENCODING="ascii")
    said = done.stdout.decode("ascii")
    assert done.returncode == 0
    assert "> yes" in said
    assert "which network is this line" in said
    assert "is linked" in said
    assert max(map(len, said.splitlines())) <= 46


def test_the_sms_of_every_line_is_shown_also_where_its_network_stands_beside_its_number() -> None:
    done = demo("yes\n0803 000 0101 mtn\n<code>\nlink another\nyes\n0802 000 0201 airtel\n<code>\n")
    said = done.stdout.decode()
    assert (said.count("SMS from"), said.count("is linked.")) == (2, 2)


def test_a_language_that_no_native_speaker_has_read_can_be_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = "# Hausa\nme: /start\nbot: Hello!\nme: language\nbot: Which language?\nme: [Hausa]\nbot: …\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(script))
    assert main(["demo", "--languages", "en,ha"]) == 0
    assert main(["demo", "--languages", "xx"]) == 1
    assert "LANGUAGES must be some of" in capsys.readouterr().out


def test_a_file_or_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    for options, named in (
        (("--play", "none.chat"), "none.chat: no such file or directory"),
        (("--web", "--play", "none.chat"), "none.chat: no such file or directory"),
        (("--keep", f"{tmp_path}/file/folder", "--play", "any.chat"), "file/folder: not a directory"),
    ):
        assert main(["demo", *options]) == 1
        assert capsys.readouterr().err.endswith(f"{named}\n"), options


@pytest.mark.parametrize(("expected", "status"), [("Hello!", 0), ("Goodbye!", 1)])
def test_a_script_that_is_piped_in_is_played_as_one(
    expected: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"# A greeting\nme: /start\nbot: {expected}\n"))
    assert main(["demo"]) == status


def test_ctrl_c_while_it_is_being_loaded_ends_it_without_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(_: argparse.ArgumentParser) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "demo", ("", load))
    assert main(["demo"]) == 130


def test_ctrl_c_ends_it_at_once() -> None:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"], cwd=ROOT, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    )
    try:
        said = b""
        while b"I agree" not in said:
            said += os.read(master, 4096)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) in (0, 130)
    finally:
        process.kill()
        process.wait()
        os.close(master)
        os.close(slave)
