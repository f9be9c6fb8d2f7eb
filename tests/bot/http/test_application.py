"""The web application: every answer has our headers, whichever way it goes, and health tells the truth."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.http.application import build_web
from bot.http.headers import HEADERS
from bot.http.metrics_page import MetricsPage
from bot.http.prepared_answer import PreparedAnswer
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import TAKEN, Delivery, WebhookEndpoint
from bot.monitoring.metrics import Metrics
from conversations.secret import Secret
from tests.for_every import for_every


class ServiceStage:
    """What the routes are built on. `missing` is what readiness finds wanting."""

    def __init__(self) -> None:
        self.missing = ""
        self.metrics = Metrics()

    async def ready(self) -> str:
        return self.missing


async def take(_: Delivery) -> PreparedAnswer:
    return TAKEN


async def take_and_break(_: Delivery) -> PreparedAnswer:
    raise ValueError("a defect that names +2348031234567")


async def break_down(_: Request) -> Response:
    raise ValueError("a defect that names +2348031234567")


async def say_for_itself(_: Request) -> Response:
    return PlainTextResponse("mine", headers={"Cache-Control": "max-age=60"})


async def say_what_is_there(request: Request) -> Response:
    return PlainTextResponse(f"nothing at {request.path_params['rest']}", status_code=404)


class LongWay:
    """An endpoint that the application does not know as a webhook's."""

    def __init__(self, endpoint: ASGIApp) -> None:
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._endpoint(scope, receive, send)


REFUSED = RefusedPosts("hook", Metrics(), ())
RIGHT = "Bearer right"
ROUTES = (
    Route("/hook", WebhookEndpoint(take, REFUSED), methods=["POST"]),
    Route("/hook/broken", WebhookEndpoint(take_and_break, REFUSED), methods=["POST"]),
    Route("/defect", break_down, methods=["GET"]),
    Route("/mine", say_for_itself, methods=["GET"]),
    Route("/part/{rest:path}", say_what_is_there),
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


@for_every(
    ("method", "path", "status"),
    [
        ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
        ("GET", "/metrics", 200),
        ("POST", "/hook", 200),
        ("POST", "/hook/", 200),
        ("GET", "/hook/", 405),
        ("GET", "/hook", 405),
        ("HEAD", "/hook", 405),
        ("POST", "/hook/broken", 500),
        ("POST", "/hook/elsewhere", 404),
        ("GET", "/nowhere", 404),
        ("GET", "/healthz/", 200),
        ("DELETE", "/healthz", 405),
        ("GET", "/defect", 500),
        ("GET", "/%00%ff/../../etc/passwd", 404),
        ("GET", "/metrics%0a", 404),
        ("GET", "/metrics%0A/", 404),
        ("GET", "/readyz%0a%2f", 404),
        ("POST", "/hook%0a", 404),
        ("GET", "/mine%0d", 404),
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


async def test_a_part_says_for_itself_that_an_address_with_a_control_character_is_none(http: httpx.AsyncClient) -> None:
    for hidden in ("%00", "%0a", "%0d", "%7f"):
        answer = await http.get(f"/part/a{hidden}b")
        assert (answer.status_code, answer.text) == (404, "nothing at a\ufffdb")


async def test_a_door_may_say_for_itself_how_long_its_answer_is_kept(http: httpx.AsyncClient) -> None:
    assert (await http.get("/mine")).headers.get_list("cache-control") == ["max-age=60"]


async def test_a_defect_tells_nothing_of_itself(http: httpx.AsyncClient) -> None:
    assert (await http.get("/defect")).text == "500"
    assert (await http.post("/hook/broken")).text == "500"


async def test_a_defect_of_a_webhook_is_raised_for_the_server_to_log(stage: ServiceStage) -> None:
    transport = httpx.ASGITransport(build_web(ROUTES, stage.ready, stage.metrics))
    async with httpx.AsyncClient(transport=transport, base_url="http://telcolink") as http:
        with pytest.raises(ValueError, match="defect"):
            await http.post("/hook/broken")


@for_every("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "post"])
@for_every("path", ["/hook", "/hook/", "/hook?a=b", "/hook/broken", "/hook/../hook", "/hook%0A", "/%68ook", "/HOOK"])
async def test_the_short_way_to_a_webhook_answers_as_the_long_one_does(
    http: httpx.AsyncClient, stage: ServiceStage, method: str, path: str
) -> None:
    hooks = [
        Route(route.path, LongWay(route.endpoint), methods=["POST"]) for route in ROUTES if route.methods == {"POST"}
    ]
    transport = httpx.ASGITransport(build_web(hooks, stage.ready, stage.metrics), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://telcolink") as other:
        expected = await other.request(method, path)
    answer = await http.request(method, path)
    assert (answer.status_code, answer.content) == (expected.status_code, expected.content)
    assert answer.headers == expected.headers


@for_every("path", ["/hook/", "/hook//", "//hook/", "/healthz/", "/nowhere/", "/"])
async def test_nobody_is_led_elsewhere_by_the_host_that_they_name(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.request("POST", path, headers={"host": "evil.example"})
    assert answer.status_code in (200, 404, 405)
    assert "evil.example" not in str(answer.headers)


async def test_metrics_are_told_as_prometheus_reads_them(http: httpx.AsyncClient, stage: ServiceStage) -> None:
    stage.metrics.limit_reached("otp_requests_per_hour")
    answer = await http.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert 'telcolink_limits_reached_total{limit="otp_requests_per_hour"} 1.0' in answer.text


async def test_metrics_that_many_ask_for_at_once_are_rendered_once(stage: ServiceStage) -> None:
    seconds = iter((0.0, 0.0, 0.5, 0.99, 1.0, 1.0))  # at each look, and once more after each rendering
    page = MetricsPage(stage.metrics, Secret(""), lambda: next(seconds))

    async def told() -> bytes:
        stage.metrics.limit_reached("otp_requests_per_hour")
        return bytes((await page.show(Request({"type": "http", "headers": []}))).body)

    first, *again, later = [await told() for _ in range(4)]
    assert again == [first, first]
    assert b'limit="otp_requests_per_hour"} 4.0' in later


@pytest.mark.parametrize(
    ("given", "status"),
    [("", 401), ("Bearer wrong", 401), ("Bearer \u00ff", 401), ("right", 401), (RIGHT, 200)],
)
async def test_a_token_is_asked_for_where_one_is_set(stage: ServiceStage, given: str, status: int) -> None:
    transport = httpx.ASGITransport(build_web(ROUTES, stage.ready, stage.metrics, Secret("right")))
    async with httpx.AsyncClient(transport=transport, base_url="http://telcolink") as http:
        headers = [(b"authorization", given.encode("latin-1"))] if given else []
        assert (await http.get("/metrics", headers=headers)).status_code == status
        assert (await http.get("/healthz")).status_code == 200


def test_the_headers_allow_no_script_no_frame_and_no_referrer() -> None:
    told = dict(HEADERS)
    assert b"default-src 'none'" in told[b"content-security-policy"]
    assert not any(b"unsafe" in value for value in _policies(told))
    assert told[b"referrer-policy"] == b"no-referrer"


def _policies(told: dict[bytes, bytes]) -> Iterator[bytes]:
    yield from (value for name, value in told.items() if name == b"content-security-policy")
