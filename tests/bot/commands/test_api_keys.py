"""A key is shown once, and what is put into API_KEYS lets in whoever has it, and nobody else."""

import re
from pathlib import Path

import httpx
import pytest

from bot.__main__ import main
from bot.app import run_app
from bot.channels.console import Console, ConsoleModule
from bot.config.reading import read_settings
from storage.sealing import Keyring


async def test_what_the_command_prints_opens_the_api(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["api-keys", "new", "loans-backend"]) == 0
    key, line = re.findall(r"^    (\S+)$", capsys.readouterr().out, re.MULTILINE)
    environment = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'telcolink.tx'}",
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "MONO_SECRET_KEY": "test_sk_0123456789",
        "MONO_API_BASE": "http://127.0.0.1:9",
    }
    assert await ask(environment, key) == [404, 404]
    assert await ask(environment | {"API_KEYS": line}, key) == [201, 401]


async def ask(environment: dict[str, str], key: str) -> list[int]:
    """What is answered to the key, and to none."""
    settings = read_settings(environment, needs_channel=False)
    asked = [{"authorization": f"Bearer {key}"}, {}]
    async with (
        run_app(settings, extra=(ConsoleModule(Console()),)) as app,
        httpx.AsyncClient(transport=httpx.ASGITransport(app.web), base_url="http://telcolink") as http,
    ):
        return [(await http.post("/api/links", json={}, headers=each)).status_code for each in asked]


def test_two_keys_are_never_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["api-keys", "new", "loans"]) == 0
    assert len(set(re.findall(r"tlk_\S{43}", capsys.readouterr().out))) == 2


@pytest.mark.parametrize("name", ["", "Loans", "a b", "a:b", "x" * 41, "-a"])
def test_a_name_is_short_and_plain(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["api-keys", "new", "--", name]) == 1
    assert "NAME must be" in capsys.readouterr().err
