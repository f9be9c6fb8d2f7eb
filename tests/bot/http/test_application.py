"""The web application: every answer has our headers, health tells the truth, and no body fills the memory."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.http.application import HEADERS, BodyTooLarge, build_web, read_body
from bot.metrics import Metrics

MOST = 1000


class ServiceStage:
    """What the routes are built on. `missing` is what readiness finds wanting."""

    def __init__(self) -> None:
        self.missing = ""
        self.metrics = Metrics()

    async def ready(self) -> str:
        return self.missing


async def measure(request: Request) -> Response:
    try:
        return PlainTextResponse(str(len(await read_body(request, MOST))))
    except BodyTooLarge:
        return PlainTextResponse("413", status_code=413)


async def break_down(_: Request) -> Response:
    raise ValueError("a defect that names +2348031234567")


async def say_for_itself(_: Request) -> Response:
    return PlainTextResponse("mine", headers={"Cache-Control": "max-age=60"})


ROUTES = (
    Route("/measure", measure, methods=["POST"]),
    Route("/defect", break_down, methods=["GET"]),
    Route("/mine", say_for_itself, methods=["GET"]),
)


@pytest.fixture
def stage() -> ServiceStage:
    return ServiceStage()


@pytest.fixture
async def http(stage: ServiceStage) -> AsyncIterator[httpx.AsyncClient]:
    # A server logs what an application raises after its answer, and goes on.
    transport = httpx.ASGITransport(build_web(ROUTES, stage.ready, stage.metrics), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://telcolink") as http:
        yield http


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
        ("GET", "/metrics", 200),
        ("POST", "/measure", 200),
        ("GET", "/nowhere", 404),
        ("GET", "/healthz/", 307),
        ("GET", "/measure", 405),
        ("DELETE", "/healthz", 405),
        ("GET", "/defect", 500),
        ("GET", "/%00%ff/../../etc/passwd", 404),
    ],
)
async def test_every_answer_carries_the_headers(http: httpx.AsyncClient, method: str, path: str, status: int) -> None:
    answer = await http.request(method, path)
    assert answer.status_code == status
    for name, value in HEADERS:
        assert answer.headers.get_list(name.decode()) == [value.decode()]


async def test_not_being_ready_is_told_with_the_headers_too(http: httpx.AsyncClient, stage: ServiceStage) -> None:
    stage.missing = "the disk failed"
    answer = await http.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "the disk failed")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert (await http.get("/healthz")).status_code == 200


async def test_a_door_may_say_for_itself_how_long_its_answer_is_kept(http: httpx.AsyncClient) -> None:
    assert (await http.get("/mine")).headers.get_list("cache-control") == ["max-age=60"]


async def test_a_defect_tells_nothing_of_itself(http: httpx.AsyncClient) -> None:
    assert (await http.get("/defect")).text == "500"


async def test_metrics_are_told_as_prometheus_reads_them(http: httpx.AsyncClient, stage: ServiceStage) -> None:
    stage.metrics.limit_reached("otp_requests_per_hour")
    answer = await http.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'telcolink_limits_reached_total{limit="otp_requests_per_hour"} 1.0' in answer.text


# Bodies


@pytest.mark.parametrize(("size", "answer"), [(0, "0"), (MOST, "1000"), (MOST + 1, "413"), (50 * MOST, "413")])
async def test_a_body_is_read_up_to_its_most(http: httpx.AsyncClient, size: int, answer: str) -> None:
    assert (await http.post("/measure", content=b"x" * size)).text == answer


@pytest.mark.parametrize("declared", ["1001", "999999999999999999999999", "-5", "+5", "five", "\u0665", "1_0"])
async def test_what_is_declared_is_not_what_is_believed(http: httpx.AsyncClient, declared: str) -> None:
    answer = await http.post("/measure", content=b"x" * 50, headers={b"content-length": declared.encode()})
    assert answer.text in {"50", "413"}


async def test_a_body_without_end_is_given_up_at_its_most(http: httpx.AsyncClient) -> None:
    sent = 0

    async def pour() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 100
            yield b"x" * 100

    assert (await http.post("/measure", content=pour())).status_code == 413
    assert sent <= MOST + 200


def test_the_headers_allow_no_script_no_frame_and_no_referrer() -> None:
    told = dict(HEADERS)
    assert b"default-src 'none'" in told[b"content-security-policy"]
    assert not any(b"unsafe" in value for value in _policies(told))
    assert told[b"referrer-policy"] == b"no-referrer"


def _policies(told: dict[bytes, bytes]) -> Iterator[bytes]:
    yield from (value for name, value in told.items() if name == b"content-security-policy")
