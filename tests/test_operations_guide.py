"""docs/operations.md gives templates that WhatsApp takes, and a command that has the settings of the unit beside it."""

import json
import re
import secrets
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature

from bot.channels.whatsapp.contents import as_variables
from bot.receipts.about import about
from bot.receipts.content import content_of
from bot.receipts.signing import ReceiptKeys
from bot.sandbox.emulators.twilio.contents import Contents
from conversations.consent import Receipt
from storage.sealing import Keyring
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKED, BUSINESS, NOON

GUIDE = (Path(__file__).parents[1] / "docs" / "operations.md").read_text(encoding="utf-8")
TEMPLATES = [line.strip() for line in GUIDE.splitlines() if line.startswith("    ") and "{{1}}" in line]


def test_there_is_one_in_each_language() -> None:
    assert len(TEMPLATES) == 2


@for_every("body", TEMPLATES)
def test_it_can_be_approved_and_says_all_that_it_must(body: str) -> None:
    draft = {"language": "en", "variables": {}, "types": {"twilio/text": {"body": body}}}
    content = Contents().create(json.dumps(draft).encode(), datetime(2026, 11, 23, tzinfo=UTC))
    assert content.approvable()
    shown = content.fill(as_variables(["Ada Obi from Kudi Loans", "your loan application", "mango river"])).text
    for part in ("Ada Obi from Kudi Loans", "your loan application", "mango river", "MTN", "Airtel", "STOP"):
        assert part in shown
    assert len(body) <= 1024


def test_what_is_written_there_verifies_a_receipt_and_nothing_that_was_changed() -> None:
    written: dict[str, Any] = {}
    exec("\n".join(re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)), written)  # noqa: S102 - our own documentation
    signing = ReceiptKeys(Keyring.parse(Keyring.generate_key()))
    content = content_of(Receipt(AGREEMENT, ASKED), "https://bot.example/r/Ọ̀ṣun", NOON)
    given = signing.sign(content)
    keys = about(BUSINESS, {}, "https://bot.example/r/", signing.public)["keys"]
    said = written["what_it_says"](given, keys)
    assert {**said, "key": None} == {**content, "key": None}
    with pytest.raises(InvalidSignature):
        written["what_it_says"](given.replace(b"identity", b"identitY"), keys)


def test_what_is_found_in_a_log_is_found_behind_a_start_that_was_refused_too(tmp_path: Path) -> None:
    """That is told in words, as people read it, and ends a jq that takes nothing but JSON."""
    commands = re.findall(r"jq -.+?server\.log", GUIDE)
    assert len(commands) == 3
    if shutil.which("jq") is None:
        pytest.skip("no jq is installed here (Debian: apt install jq)")
    turn = {"event": "turn", "who": "gtkcrjbf", "receipt": "C-ABCDEFGH", "refused": "wrong_code"}
    line = json.dumps(turn | {"timestamp": "2026-11-29T13:05:11.000000Z"}, separators=(",", ":")) + "\n"
    words = "telcolink cannot start:\n  - The web server cannot listen.\n"
    (tmp_path / "server.log").write_text(line + words + line)
    for command in commands:
        found = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S602
        assert found.stdout == line * 2, command


def test_a_backup_is_nobody_elses_to_read(tmp_path: Path) -> None:
    """SQLite's program makes a copy as the umask says, whatever the rights of the database are."""
    (command,) = re.findall(r"\*\*Backup\*\*: `(.*sqlite3.+?)`", GUIDE)
    assert re.findall(r"\*\*Backup\*\*: `\(umask 077; pg_dump .+?\)`", GUIDE)
    if shutil.which("sqlite3") is None:
        pytest.skip("no sqlite3 is installed here (Debian: apt install sqlite3)")
    with closing(sqlite3.connect(tmp_path / "telcolink.db")) as database:
        database.execute("CREATE TABLE sealed (it)")
        subprocess.run(command, shell=True, cwd=tmp_path, umask=0o022, check=True)  # noqa: S602 - our own documentation
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_beside_the_unit_a_command_has_the_settings_as_the_unit_has_them(tmp_path: Path) -> None:
    """systemd takes a line as it stands, to its end: a shell would run what comes after a blank."""
    typed = re.findall(r"^    sudo (?:.+\\\n)*.+", GUIDE, re.MULTILINE)
    script = "\n".join(typed).replace("sudo ", "")
    for path in ("/etc/telcolink", "/var/lib/telcolink", "/opt/bin"):
        script = script.replace(path, str(tmp_path / path[1:]))
        (tmp_path / path[1:]).mkdir(parents=True)
    etc, command = tmp_path / "etc" / "telcolink", tmp_path / "opt" / "bin" / "telcolink"
    (etc / "encryption_keys").write_text(Keyring.generate_key())
    (etc / "settings.env").write_text(f"BUSINESS_NAME=Kudi Loans\nMONO_SECRET_KEY=live_sk_{secrets.token_hex(8)}\n")
    look = "from bot.config.reading import read_settings as read; s = read(needs_channel=False)"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{look}; print(s.business_name, s.database_url)" "$@"\n')
    command.chmod(0o700)
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[1])}
    ran = subprocess.run(["sh", "-ec", script], env=environment, capture_output=True, text=True, check=False)
    assert (ran.stderr, ran.stdout) == ("", f"Kudi Loans sqlite:///{tmp_path}/var/lib/telcolink/telcolink.db\n")
