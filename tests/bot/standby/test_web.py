"""What a process answers that stands by: its own addresses, guarded as the leader's; what it keeps; 503 to the rest."""

import secrets
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.config.reading import read_settings
from bot.http.seen import SEEN_AS
from bot.monitoring.metrics import Metrics
from bot.standby.leading import ANOTHER
from bot.standby.web import Switch
from storage.sealing import Keyring

TOKEN = secrets.token_hex(16)
FORWARDED = {"x-forwarded-for": "198.51.100.7, 10.0.0.2"}
SETTINGS = {
    "ENCRYPTION_KEYS": Keyring.generate_key(),
    "MONO_SECRET_KEY": "test_sk_0123456789",
    "METRICS_TOKEN": TOKEN,
    "TRUSTED_PROXIES": "1",
}


async def taken(_: Request) -> Response:
    return PlainTextResponse("taken")


async def kept(_: Request) -> Response:
    return PlainTextResponse("kept")


@pytest.fixture
def switch() -> Switch:
    keeping = [Route("/telegram", kept, methods=["POST"])]
    return Switch(keeping, Metrics(), read_settings(SETTINGS, needs_channel=False), lambda: ANOTHER)


@pytest.fixture
async def http(switch: Switch) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(switch), base_url="http://telcolink") as http:
        yield http


async def test_it_lives_and_is_not_ready(http: httpx.AsyncClient) -> None:
    assert (await http.get("/healthz")).text == "ok"
    answer = await http.get("/readyz/")
    assert (answer.status_code, answer.text) == (503, "another process leads; this one stands by")


async def test_its_figures_are_shown_to_who_has_the_token(http: httpx.AsyncClient) -> None:
    assert (await http.get("/metrics")).status_code == 401
    answer = await http.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert {"telcolink_leads 0.0", "telcolink_database_healthy 1.0"} <= set(answer.text.splitlines())


async def test_it_tells_whether_the_proxies_are_right_too(http: httpx.AsyncClient) -> None:
    assert (await http.get("/healthz", headers=FORWARDED)).headers[SEEN_AS] == "10.0.0.2"


async def test_what_it_keeps_is_taken_there(http: httpx.AsyncClient) -> None:
    assert (await http.post("/telegram")).text == "kept"


@pytest.mark.parametrize("path", ["/whatsapp", "/l/abc", "/api/links", "/telegram/elsewhere", "/"])
async def test_everything_else_is_sent_on_to_the_next_process(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.post(path)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_from_when_it_leads_the_service_answers_everything(switch: Switch, http: httpx.AsyncClient) -> None:
    switch.lead_to(Starlette(routes=[Route("/telegram", taken, methods=["POST"]), Route("/readyz", taken)]))
    assert (await http.post("/telegram")).text == "taken"
    assert (await http.get("/readyz")).text == "taken"
    assert (await http.get("/metrics")).status_code == 404
