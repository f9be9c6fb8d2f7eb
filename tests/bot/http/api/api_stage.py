"""The API before an office's database, and a program that holds each answer against the document it was promised by."""

import hashlib
import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from starlette.applications import Starlette
from werkzeug.datastructures import ImmutableMultiDict

from bot.config.api_keys import ApiKey
from bot.http.api import routes
from bot.http.api.routes import api_routes
from bot.http.headers import with_headers
from bot.outbox.writer import OutboxWriter
from bot.turns.notifications import Notifications
from bot.turns.programs import ProgramTurns
from conversations.allowance import Limits
from conversations.languages import LANGUAGES
from conversations.link import Addresses, LinkRules
from conversations.minting import FRESH
from conversations.pause import Pause
from tests.bot.turns.agents_stage import CHAT, PAGE, TUNDE, Office, open_office
from tests.scenes import BUSINESS

DOCUMENT = json.loads(Path(routes.__file__).with_name("openapi.json").read_text(encoding="utf-8"))
# What it knows by itself of JSON is `application/json` alone.
READS: dict[str, Callable[[bytes], Any]] = {"application/problem+json": json.loads}
PROGRAM = "loans-backend"
BASE = "https://bot.kudi.example"
ADDRESSES = Addresses(PAGE, (("WhatsApp", "https://wa.me/2348000000000?text=START%20"), ("Telegram", CHAT)))


@cache
def specification() -> OpenAPI:
    """Checking the document itself takes longer than many a test."""
    return OpenAPI.from_dict(DOCUMENT, Config(extra_media_type_deserializers=READS))


def is_described(wire: httpx.Request) -> bool:
    """Whether there is such an address, with such a method; what is streamed cannot be looked at."""
    begins = "/api/links/" if wire.url.path.startswith("/api/links/") and len(wire.url.path) > 11 else wire.url.path
    path = "/api/links/{reference}" if begins == "/api/links/" else begins
    return wire.method.lower() in DOCUMENT["paths"].get(path, {}) and "transfer-encoding" not in wire.headers


def as_sent(wire: httpx.Request) -> MockRequest:
    """As openapi-core wants a request."""
    query = ImmutableMultiDict(wire.url.params.multi_items())
    return MockRequest(
        BASE,
        wire.method.lower(),
        wire.url.path,
        args=query,
        headers=dict(wire.headers),
        data=wire.content or None,
        content_type=wire.headers.get("content-type", ""),
    )


def as_received(wire: httpx.Response) -> MockResponse:
    """As it wants an answer."""
    return MockResponse(wire.content, wire.status_code, dict(wire.headers), wire.headers.get("content-type", ""))


class Program:
    """One of the business's programs. `checks` says that its requests are of the kind that the document allows."""

    def __init__(self, office: Office, web: Any, key: str) -> None:
        self.office, self.web, self.key = office, web, key
        self._http = httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url=BASE)

    async def ask(self, method: str, path: str, *, checks: bool = True, **more: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.key}", **more.pop("headers", {})}
        answer = await self._http.request(method, path, headers=headers, **more)
        if checks:
            specification().validate_request(as_sent(answer.request))
        if is_described(answer.request):
            specification().validate_response(as_sent(answer.request), as_received(answer))
        return answer

    async def make(self, once: str = "", **members: Any) -> httpx.Response:
        headers = {"idempotency-key": once} if once else {}
        return await self.ask("POST", "/api/links", json=members, headers=headers)

    async def refused(self, method: str, path: str, **more: Any) -> tuple[int, str, list[str]]:
        """Status, kind and places of the problem."""
        answer = await self.ask(method, path, checks=False, **more)
        return problem_of(answer)

    async def close(self) -> None:
        await self._http.aclose()


def problem_of(answer: httpx.Response) -> tuple[int, str, list[str]]:
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    places = [fault["at"] for fault in problem.get("errors", ())]
    return answer.status_code, problem["type"].removeprefix("urn:telcolink:problem:"), places


@asynccontextmanager
async def open_api(
    limits: Limits | None = None, languages: tuple[str, ...] = LANGUAGES, pause: Pause | None = None
) -> AsyncIterator[Program]:
    """An office with one agent, Tunde, whose systems hear everything."""
    async with open_office(limits, tells_systems=True) as office:
        await office.recruit(TUNDE, "Tunde")
        key = secrets.token_urlsafe(32)
        program = Program(
            office,
            build_api(
                office, key, LinkRules(limits=limits or Limits(), addresses=ADDRESSES, languages=languages, pause=pause)
            ),
            key,
        )
        yield program
        await program.close()


def build_programs(office: Office, rules: LinkRules) -> ProgramTurns:
    return ProgramTurns(
        office.database,
        office.store,
        office.engine,
        notifications=Notifications(office.store, OutboxWriter(office.store, BUSINESS, {})),
        rules=lambda: rules,
        chance=partial(secrets.token_bytes, FRESH),
        clock=office.clock,
        follow_up=office.follow_up,
        limit_reached=office.limits.append,
    )


def build_api(office: Office, key: str, rules: LinkRules) -> Any:
    keys = [ApiKey(PROGRAM, hashlib.sha256(key.encode()).digest())]
    return with_headers(
        Starlette(routes=api_routes(keys, build_programs(office, rules), lambda: ADDRESSES, office.clock, 0))
    )
