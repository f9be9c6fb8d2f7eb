"""What the API refuses: every refusal is a problem of RFC 9457, of the kind that is promised, and never a defect."""

import gzip
import hashlib
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Message
from structlog.testing import capture_logs

from bot.config.api_keys import ApiKey
from bot.http.api.access import MOST_LOOKED_AT, REQUESTS, STRANGERS, ApiAccess, program_of
from bot.http.api.problems import ApiProblem
from bot.http.api.reading import MOST_BYTES
from conversations.external_reference import LONGEST
from storage.errors import StorageBusy
from tests.bot.http.api.api_stage import Program, open_api, problem_of
from tests.bot.http.webhook_stage import hostile
from tests.bot.turns.agents_stage import NUMBER, HandedClock

JSON = {"content-type": "application/json"}
UNFIT: list[tuple[dict[str, Any], list[str]]] = [
    ({"number": 8031234567}, ["/number"]),
    ({"number": 8031234567.0}, ["/number"]),
    ({"number": "123"}, ["/number"]),
    ({"number": ["0803 123 4567"]}, ["/number"]),
    ({"network": "glo"}, ["/network"]),
    ({"network": "MTN"}, ["/network"]),
    ({"note": "x" * 61}, ["/note"]),
    ({"note": "call 0803 123 4567"}, ["/note"]),
    ({"note": "call zero eight zero three one two three four five six seven"}, ["/note"]),
    ({"note": "\ud800"}, ["/note"]),
    ({"external_reference": "x" * (LONGEST + 1)}, ["/external_reference"]),
    ({"external_reference": "a\nb"}, ["/external_reference"]),
    ({"external_reference": ""}, ["/external_reference"]),
    ({"external_reference": "08031119999"}, ["/external_reference"]),
    ({"external_reference": " x"}, ["/external_reference"]),
    ({"external_reference": "x\n"}, ["/external_reference"]),
    ({"language": "xx"}, ["/language"]),
    ({"agent": "x" * 41}, ["/agent"]),
    ({"agent": "Nobody Else"}, ["/agent"]),
    ({"phone": NUMBER}, ["/phone"]),
    ({"a/b~c": NUMBER}, ["/a~1b~0c"]),
    ({"note\ud800": "x"}, ["/note?"]),
    ({"phone": 1.5, "number": 1, "network": True}, ["/phone", "/number", "/network"]),
    ({"language": "xx", "agent": "Nobody Else"}, ["/language", "/agent"]),
    ({"phone": NUMBER, "language": "xx", "agent": "Nobody Else"}, ["/phone", "/language", "/agent"]),
    ({"network": "glo", "language": "en", "agent": "x" * 41}, ["/network", "/agent"]),
    ({"network": "glo", "language": None, "agent": 7}, ["/network", "/agent"]),
]
ADDRESSES: list[tuple[str, str, tuple[int, str]]] = [
    ("GET", "/api/link", (404, "not-found")),
    ("GET", "/api", (404, "not-found")),
    ("GET", "/api/", (404, "not-found")),
    ("GET", "/api/links/", (404, "not-found")),
    ("GET", "/api/links/K7M-4Q2", (404, "not-found")),
    ("GET", "/api/links/%00%ff", (404, "not-found")),
    ("DELETE", "/api/links/nothing", (404, "not-found")),
    ("PUT", "/api/links", (405, "method-not-allowed")),
    ("BREW", "/api/report", (405, "method-not-allowed")),
    ("GET", "/api/links", (422, "invalid")),
    ("GET", "/api/links?external_reference=", (422, "invalid")),
    ("GET", "/api/links?external_reference=a&external_reference=b", (422, "invalid")),
    ("GET", "/api/links?external_reference=a&state=open", (422, "invalid")),
    ("GET", "/api/links/K7M-4Q2?verbose=1", (422, "invalid")),
]


@pytest.fixture
async def program() -> AsyncIterator[Program]:
    async with open_api() as opened:
        yield opened


async def post(program: Program, body: bytes, **headers: str) -> tuple[int, str, list[str]]:
    return await program.refused("POST", "/api/links", content=body, headers={**JSON, **headers})


async def test_what_a_link_cannot_be_is_told_all_at_once(program: Program) -> None:
    for members, places in UNFIT:
        assert await post(program, json.dumps(members).encode()) == (422, "invalid", places)
    assert await program.office.links() == []


async def test_what_is_no_object_is_refused(program: Program) -> None:
    for body in (*hostile({}).values(), b'{"note": "a", "note": "b"}', b'"\xed\xa0\x80"'):
        status, kind, _ = await post(program, body)
        assert (status, kind) in ((400, "malformed"), (422, "invalid"), (413, "too-large"))


async def test_many_links_in_one_request_are_refused(program: Program) -> None:
    assert await post(program, json.dumps([{}] * 1000).encode()) == (422, "invalid", [])


async def test_a_body_of_a_megabyte_is_refused_also_one_that_does_not_say_how_long_it_is(program: Program) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(MOST_BYTES // 1000 + 1):
            yield b" " * 1000

    assert await post(program, b" " * 2**20) == (413, "too-large", [])
    refused = await program.refused("POST", "/api/links", content=chunks(), headers=JSON)
    assert refused == (413, "too-large", [])


async def test_who_hangs_up_in_the_middle_of_a_body_meets_no_defect_and_makes_no_link(program: Program) -> None:
    came: list[Message] = [{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}]
    sent: list[Message] = []

    async def receive() -> Message:
        return came.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    headers = {"content-type": "application/json", "authorization": f"Bearer {program.key}"}
    scope = {**request("192.0.2.1", **headers).scope, "method": "POST", "path": "/api/links", "root_path": ""}
    await program.web(scope, receive, send)
    assert sent[0]["status"] == 400
    assert await program.office.links() == []


async def test_another_type_of_body_is_refused(program: Program) -> None:
    for kind in ("", "text/plain", "application/json; charset=latin-1", "application/xml"):
        refused = await program.refused("POST", "/api/links", content=b"{}", headers={"content-type": kind})
        assert refused == (415, "media-type", [])
    packed = await post(program, gzip.compress(b"{}"), **{"content-encoding": "gzip"})
    assert packed == (415, "media-type", [])


async def test_an_idempotency_key_is_short_and_visible(program: Program) -> None:
    for key in ("", "a b", "\t", "x" * 256):
        assert await post(program, b"{}", **{"idempotency-key": key}) == (422, "invalid", ["Idempotency-Key"])


# Addresses


async def test_addresses_are_what_the_document_says(program: Program) -> None:
    for method, path, expected in ADDRESSES:
        assert (await program.refused(method, path))[:2] == expected


async def test_who_asks_with_a_wrong_method_hears_the_right_ones(program: Program) -> None:
    answer = await program.ask("PUT", "/api/links/K7M-4Q2", checks=False)
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "DELETE"}


# Keys


async def test_nobody_comes_in_without_a_key(program: Program) -> None:
    for given in ("", "Bearer", "Bearer wrong", "Basic {key}", "{key}", "Bearer {key}x"):
        for path in ("/api/links", "/api/nowhere", "/api/report"):
            headers = {"authorization": given.format(key=program.key)}
            answer = await program.ask("GET", path, checks=False, headers=headers)
            assert problem_of(answer)[:2] == (401, "unauthorized")
            assert answer.headers["www-authenticate"] == "Bearer"


async def test_the_word_bearer_may_be_in_any_case(program: Program) -> None:
    headers = {"authorization": f"bEARER {program.key}"}
    assert (await program.ask("GET", "/api/report", headers=headers)).status_code == 200


async def test_a_key_in_an_address_is_refused_and_its_owner_is_named_in_the_log(program: Program) -> None:
    with capture_logs() as logs:
        for path in (
            f"/api/report?x={program.key}",
            f"/api/links/{program.key}",
            f"/api/report?x=Bearer+%{ord(program.key[0]):x}{program.key[1:]}",
            "/api/openapi.json?api_key=abc",
            "/api/openapi.json?x=1&API%5FKEY=",
        ):
            assert (await program.refused("GET", path))[:2] == (400, "key-in-url")
            headers = {"authorization": ""}
            assert (await program.refused("GET", path, headers=headers))[:2] == (400, "key-in-url")
    assert [entry["program"] for entry in logs] == ["loans-backend"] * 6
    assert program.key not in str(logs)


async def test_an_address_of_whatever_length_is_looked_at_in_so_many_places(program: Program) -> None:
    others = "/".join("x" * len(program.key) for _ in range(MOST_LOOKED_AT - 1))
    assert (await program.refused("GET", f"/api/{others}/{program.key}"))[:2] == (400, "key-in-url")
    assert (await program.refused("GET", f"/api/{others}/{'x' * 50}/{program.key}"))[:2] == (404, "not-found")
    assert (await program.refused("GET", f"/api/{others}/{'x' * 42}/{program.key}"))[:2] == (400, "key-in-url")
    named = "&".join(["a=b"] * (MOST_LOOKED_AT - 1))
    assert (await program.refused("GET", f"/api/nowhere?{named}&key=1"))[:2] == (400, "key-in-url")
    assert (await program.refused("GET", f"/api/nowhere?{named}&a=b&key=1"))[:2] == (404, "not-found")


async def test_the_document_is_for_everybody(program: Program) -> None:
    answer = await program.ask("GET", "/api/openapi.json", headers={"authorization": ""})
    assert (answer.status_code, answer.json()["openapi"]) == (200, "3.1.0")


def request(peer: str, **headers: str) -> Request:
    named = [(name.encode(), text.encode("latin-1")) for name, text in headers.items()]
    scope = {"type": "http", "method": "GET", "path": "/api/report", "query_string": b"", "client": (peer, 1)}
    return Request({**scope, "headers": named})


def test_a_key_may_ask_so_often_and_who_has_none_less() -> None:
    clock = HandedClock()
    keys = [ApiKey(name, hashlib.sha256(key).digest()) for name, key in (("a", b"one"), ("b", b"two"))]
    access = ApiAccess(keys, clock, 0)
    one, two, nobody = (request("192.0.2.1", authorization=f"Bearer {key}") for key in ("one", "two", "\xff"))
    for _ in range(REQUESTS):
        access.admit(one)
    with pytest.raises(ApiProblem) as refused:
        access.admit(one)
    assert (refused.value.kind, refused.value.headers) == ("too-many-requests", {"Retry-After": "60"})
    access.admit(two)
    for _ in range(STRANGERS):
        with pytest.raises(ApiProblem, match="unauthorized"):
            access.admit(nobody)
    with pytest.raises(ApiProblem, match="too-many-requests"):
        access.admit(nobody)
    with pytest.raises(ApiProblem, match="unauthorized"):
        access.admit(request("192.0.2.2"))
    clock.at += timedelta(minutes=1)
    access.admit(one)
    assert [program_of(each).address for each in (one, two)] == ["a", "b"]


async def test_a_stranger_is_counted_whatever_they_ask_for_and_nobody_with_a_key_by_it(program: Program) -> None:
    paths = ("/api/links", "/api/openapi.json", "/api/links?key=1", f"/api/links/{program.key}", "/api/a/b/c")
    headers = {"authorization": ""}
    for place in range(STRANGERS):
        path = paths[place % len(paths)]
        assert (await program.ask("GET", path, checks=False, headers=headers)).status_code in (200, 400, 401)
    for path in paths:
        answer = await program.ask("GET", path, checks=False, headers=headers)
        assert problem_of(answer)[:2] == (429, "too-many-requests")
        assert answer.headers["retry-after"] == "60"
    assert (await program.ask("GET", "/api/report")).status_code == 200
    assert (await program.ask("GET", "/api/openapi.json")).status_code == 200


async def test_a_disk_that_fails_is_told_as_such(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise StorageBusy("too many are waiting")

    monkeypatch.setattr(type(program.office.database), "read", broken)
    answer = await program.ask("GET", "/api/links/K7M-4Q2")
    assert problem_of(answer)[:2] == (503, "unavailable")
    assert answer.headers["retry-after"] == "5"
