"""The doctor compares what the business's own site names with what our server lists, and says what to publish."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.checks.business_site import check_business_site
from bot.checks.finding import CheckContext, Finding, HostFacts, Verdict
from bot.checks.probe import Probe
from bot.config.reading import read_settings
from bot.outgoing.occasional import open_http
from bot.receipts.about import WELL_KNOWN
from bot.sandbox.emulators.loopback import serve
from storage.sealing import Keyring

pytestmark = pytest.mark.asyncio(loop_scope="module")

OURS = {"bots": {"telegram": "@KudiBot"}}
SETTINGS = {
    "ENCRYPTION_KEYS": Keyring.generate_key(),
    "TELEGRAM_TOKEN": "1:AAE-x",
    "MONO_SECRET_KEY": "live_sk_0123456789",
}


@dataclass
class Sites:
    """One server under two names: ours, and the business's."""

    probe: Probe
    address: str
    shown: dict[str, object] = field(default_factory=dict)

    async def judge(self, ours: object, theirs: object, **more: str) -> list[Finding]:
        self.shown = {"127.0.0.1": ours, "localhost": theirs}
        named = {"PUBLIC_URL": self.address, "BUSINESS_URL": self.address.replace("127.0.0.1", "localhost")}
        settings = read_settings(SETTINGS | named | more)
        return await check_business_site(CheckContext(settings, self.probe, HostFacts()))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sites() -> AsyncIterator[Sites]:
    async def show(request: Request) -> JSONResponse:
        content = opened.shown[request.url.hostname or ""]
        return JSONResponse(content, 404 if content is None else 200)

    async with serve(Starlette(routes=[Route(WELL_KNOWN, show)])) as address, open_http() as http:
        opened = Sites(Probe(http, lambda: datetime.now(UTC)), address)
        yield opened


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict", "said"),
    [
        (OURS, OURS, Verdict.OK, "names our bots, and customers are told so"),
        (OURS, {"bots": {"telegram": "kudibot", "web": "x"}}, Verdict.OK, "names our bots"),
        (OURS, {"bots": {"telegram": "@KudiBotLoans"}}, Verdict.WRONG, "does not name our bot of telegram"),
        (OURS, ["@KudiBot"], Verdict.WRONG, "does not name our bot of telegram"),
        (OURS, None, Verdict.WRONG, "does not answer with 200"),
        (None, OURS, Verdict.WARN, "our own server does not answer"),
    ],
)
async def test_it_is_well_only_where_both_name_the_same(
    sites: Sites, ours: object, theirs: object, verdict: Verdict, said: str
) -> None:
    [finding] = await sites.judge(ours, theirs)
    assert (finding.verdict, said in finding.said) == (verdict, True)
    assert bool(finding.advice) is (verdict is not Verdict.OK)


async def test_without_a_site_nothing_is_said_and_without_an_address_of_ours_what_to_publish(sites: Sites) -> None:
    assert await sites.judge(OURS, OURS, BUSINESS_URL="") == []
    [finding] = await sites.judge(OURS, OURS, PUBLIC_URL="")
    assert (finding.verdict, '"bots"' in finding.advice) == (Verdict.WARN, True)
