"""What the doctor says of the certificate that phones and platforms are shown."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from bot.checks.address import check_public_url
from bot.checks.finding import CheckContext, Finding, HostFacts, Verdict
from bot.checks.probe import Probe
from bot.config.reading import read_settings
from storage.sealing import Keyring
from tests.bot.outgoing.certificates import identity_for

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("good_for", "name", "said"),
    [(-DAY, "localhost", "certificate has expired"), (DAY, "elsewhere.example", "Hostname mismatch")],
)
async def test_a_certificate_that_is_over_or_for_another_is_named_with_what_to_do(
    tmp_path: Path, good_for: timedelta, name: str, said: str
) -> None:
    """Its authority is one that is trusted, made for this test."""
    identity, trust = identity_for(name, tmp_path, good_for)
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0, ssl=identity)
    async with server, httpx.AsyncClient(verify=trust) as http:
        (found,) = await look(f"https://localhost:{server.sockets[0].getsockname()[1]}", http)
    assert found.verdict is Verdict.WRONG
    assert said in found.said
    assert "renews itself" in found.advice


async def look(url: str, http: httpx.AsyncClient) -> list[Finding]:
    settings = read_settings(
        {
            "PUBLIC_URL": url,
            "ENCRYPTION_KEYS": Keyring.generate_key(),
            "TELEGRAM_TOKEN": "123456:abcdefghij",
            "MONO_SECRET_KEY": "live_sk_0123456789",
        }
    )
    probe = Probe(http, lambda: datetime.now(UTC))
    return await check_public_url(CheckContext(settings, probe, HostFacts()))
