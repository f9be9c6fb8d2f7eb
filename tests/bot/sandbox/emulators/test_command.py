"""Each emulator as a command of its own, as it is typed."""

import asyncio
import re
import signal
import socket
import sys

import httpx
import pytest

from bot.__main__ import main
from bot.config.settings import Settings
from bot.sandbox.emulators.mono.emulator import ACTIONS as MONO
from bot.sandbox.emulators.telegram.emulator import ACTIONS as TELEGRAM
from bot.sandbox.emulators.twilio.control_routes import ACTIONS, PERSONAL_ACTIONS
from tests.for_every import for_every

LEVERS = {"mono": MONO, "telegram": TELEGRAM, "twilio": (*ACTIONS, *PERSONAL_ACTIONS)}
NAMES = tuple(LEVERS)


@for_every(("name", "told"), [("mono", signal.SIGTERM), ("twilio", signal.SIGINT)])
async def test_it_serves_until_it_is_told_to_end(name: str, told: signal.Signals) -> None:
    command = (sys.executable, "-m", "bot", "emulate", name, "--port", "0")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    address = ""
    while not address.startswith(f"{name.upper()}_API_BASE"):
        address = (await process.stdout.readline()).decode().strip()
    async with httpx.AsyncClient() as http:
        answer = await http.get(address.partition("=")[2])
    process.send_signal(told)
    assert (answer.status_code < 500, await process.wait()) == (True, 0)


def test_its_help_names_every_lever_and_settings_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    for name, levers in LEVERS.items():
        with pytest.raises(SystemExit):
            main(["emulate", name, "--help"])
        said = capsys.readouterr().out
        told = [re.search(rf"^  {lever}\b.*\n      \S", said, re.MULTILINE) for lever in levers]
        assert all(told), levers
        assert "Raises" not in said
        settings = set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", said)) - {"PARTIAL"}
        assert {f"{name.upper()}_API_BASE"} < settings <= {known.upper() for known in Settings.fields()}


@pytest.mark.parametrize("name", NAMES)
def test_it_listens_on_loopback_only(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["emulate", name, "--host", "192.0.2.1"]) == 1
    assert "loopback" in capsys.readouterr().err


@pytest.mark.parametrize("name", NAMES)
def test_it_says_that_its_port_is_taken(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["emulate", name, "--port", str(taken.getsockname()[1])]) == 1
    said = capsys.readouterr().err
    assert "Address already in use. Take another with --port" in said
    assert "Errno" not in said


def test_what_nothing_can_be_posted_to_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["mono", "--webhook-url"], ["twilio", "--webhook-url"], ["twilio", "--status-url"]):
        with pytest.raises(SystemExit) as ended:
            main(["emulate", *command, "foo"])
        assert ended.value.code == 2
        assert "must be an address, such as http://127.0.0.1:8080/mono" in capsys.readouterr().err


def test_what_can_be_no_port_is_refused_and_no_crash(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["emulate", "mono"], ["demo", "--web"]):
        for port in ("65536", "-1", "http"):
            with pytest.raises(SystemExit) as ended:
                main([*command, f"--port={port}"])
            assert ended.value.code == 2
            assert "must be a whole number from 0 to 65535" in capsys.readouterr().err
