"""What stands in `deploy/`: alarms that fire, proxies that keep inside what belongs there, units that are hardened."""

import asyncio
import json
import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.config.reading import secrets
from bot.http.paths import FILE_PAGES, FILES, LINKS, RECEIPTS
from bot.monitoring.metrics import Metrics
from bot.sandbox.emulators.loopback import serve
from tests.ports import free_port
from tests.waiting import until, until_found

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
RULES = DEPLOY / "prometheus" / "telcolink.rules.yaml"
# What more than a day shows is looked at seldom: looking takes the time.
ALARM_TESTS = [RULES.with_name(name) for name in ("telcolink.rules.test.yaml", "telcolink.rules.day.test.yaml")]
METRIC = re.compile(r"\btelcolink_[a-z_]+")
REQUIRED = bool(os.environ.get("REQUIRE_DEPLOY"))
TOKEN = "Xk3v9QmT2b7LwRz8"  # opens what it names
ROW = 5  # answers in a row: not every other one is whose it should be


def program(name: str) -> str:
    """Where it is; what is not installed here is passed over, unless it is demanded."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not found and not REQUIRED:
        pytest.skip(f"{name} is not installed here")
    assert found, f"{name} is not installed"
    return found


def compose_files() -> list[dict[str, Any]]:
    return [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(DEPLOY.glob("compose*.yaml"))]


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


# What is looked at


def known_metrics() -> set[str]:
    """Every name that is rendered, with those that a histogram or a counter has beside it."""
    rendered = Metrics(channels=("telegram", "whatsapp")).render().decode()
    names = set(re.findall(r"^# TYPE (\S+)", rendered, re.MULTILINE))
    return names | {f"{name}_{part}" for name in names for part in ("bucket", "count", "sum", "total")}


def expressions() -> Iterator[str]:
    dashboard = json.loads((DEPLOY / "grafana" / "telcolink.json").read_text(encoding="utf-8"))
    yield from (target["expr"] for panel in dashboard["panels"] for target in panel["targets"])


def test_alarms_and_pictures_look_at_what_there_is() -> None:
    named = {name for text in (RULES.read_text(encoding="utf-8"), *expressions()) for name in METRIC.findall(text)}
    assert named - known_metrics() == set()
    assert len(named) > 20


def rules() -> list[dict[str, Any]]:
    (group,) = yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"]
    return list(group["rules"])


def test_the_guide_has_every_alarm_with_what_it_looks_at_for_how_long_and_from_which_figure_on() -> None:
    guide = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(Telcolink\w+)` \| (.+) \|$", guide, re.MULTILINE))
    assert list(told) == [rule["alert"] for rule in rules()]
    for rule in rules():
        said = told[rule["alert"]]
        assert set(METRIC.findall(rule["expr"])) <= set(METRIC.findall(said)), rule["alert"]
        spans = [f"{number}{unit[0]}" for number, unit in re.findall(r"\bfor (\d+) (min|h)\b", said)]
        assert spans == ([rule["for"]] if "for" in rule else []), rule["alert"]
        for bound in re.findall(r"[<>] (\d[\d.e]*)", rule["expr"]):
            number = float(bound)
            ways = (f"{number:g}", f"{100 * number:g} %", f"{number / 1e6:g} MB")
            assert not number or any(re.search(rf"(?<![\d.]){way}(?![\d.]\d)", said) for way in ways), (rule, bound)


def test_every_alarm_is_tested_and_says_what_to_do() -> None:
    tested = [test for file in ALARM_TESTS for test in yaml.safe_load(file.read_text(encoding="utf-8"))["tests"]]
    names = [rule["alert"] for rule in rules()]
    assert list(dict.fromkeys(test["name"].partition(",")[0] for test in tested)) == [*names, "a calm day"]
    assert [rule["alert"] for rule in rules() if not rule["annotations"]["remedy"].endswith(".")] == []


def test_alarms_fire_for_what_they_are_for_and_for_nothing_else() -> None:
    tested = run(program("promtool"), "test", "rules", *ALARM_TESTS, cwd=RULES.parent)
    assert tested.returncode == 0, tested.stdout + tested.stderr


def test_what_the_dashboard_asks_can_be_asked(tmp_path: Path) -> None:
    asked_for = [{"record": f"panel:{number}", "expr": expression} for number, expression in enumerate(expressions())]
    asked = tmp_path / "asked.yaml"
    asked.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": asked_for}]}), encoding="utf-8")
    checked = run(program("promtool"), "check", "rules", asked)
    assert checked.returncode == 0, checked.stdout + checked.stderr


# Proxies


async def _tell(request: Request) -> JSONResponse:
    body = await request.body()
    return JSONResponse({"path": request.url.path, "from": request.headers["x-forwarded-for"], "bytes": len(body)})


@asynccontextmanager
async def proxied(
    command: Sequence[str | Path], proxy: str, environment: dict[str, str], log: Path = Path(os.devnull)
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the proxy, once that answers. What the proxy says itself goes to `log`."""
    words = [str(word) for word in command]
    with log.open("wb") as said:
        process = await asyncio.create_subprocess_exec(*words, env={**os.environ, **environment}, stderr=said)
    try:
        async with httpx.AsyncClient(base_url=proxy, verify=False) as client:  # noqa: S501 - its certificate is a test's

            async def answers() -> bool:
                try:
                    return bool((await client.get("/healthz")).status_code == 200)
                except httpx.TransportError:
                    return False

            await until_found(answers)
            yield client
    finally:
        process.terminate()
        await process.wait()


async def look_through(client: httpx.AsyncClient) -> None:
    """What every proxy holds: the inside stays inside, the rest comes as it was sent, and who sent it is told."""
    await look_for_a_way_in(client)
    posted: dict[str, Any] = (await client.post("/telegram", content=b"x" * 5000)).json()
    assert posted == {"path": "/telegram", "from": "127.0.0.1", "bytes": 5000}
    forged = await client.get("/l/abc", headers={"X-Forwarded-For": "6.6.6.6"})
    assert forged.json()["from"].split(", ")[-1] == "127.0.0.1"


async def look_for_a_way_in(client: httpx.AsyncClient) -> None:
    endings = ("", "/", "%0a", "%0A/", "%0a%2f", "%20", "?a", ";a")
    inside = [f"{way}{end}" for way in ("/metrics", "/readyz", "/%6detrics", "/l/../metrics") for end in endings]
    assert [(await client.get(path)).status_code for path in inside] == [404] * len(inside)


async def look_at_logs(client: httpx.AsyncClient, service: AsyncExitStack, folder: Path, *, tells: bool) -> None:
    """Who reads what a proxy writes down can open nobody's link, receipt or file; also of what had no answer.

    `tells` where it writes of each request.
    """
    kinds = [LINKS, RECEIPTS, FILE_PAGES, FILES]
    ways = [way for kind in kinds for way in (kind, f"/%{ord(kind[1]):x}/", f"{kind[:2]}%2f")]
    for status in (200, 502):
        for way in ways:
            answered = await client.get(f"{way}{TOKEN}?lang=en", headers={"referer": f"https://bot{way}{TOKEN}"})
            assert answered.status_code == status, way
        await service.aclose()

    def told() -> str:
        return "".join(file.read_text("utf-8", "replace") for file in folder.glob("*.log"))

    await until(lambda: not tells or told().count('"GET /') >= 2 * len(ways))
    assert TOKEN not in told()


@asynccontextmanager
async def service() -> AsyncIterator[str]:
    everything = Starlette(routes=[Route("/{path:path}", _tell, methods=["GET", "POST"])])

    async def tell_health(_: Request) -> JSONResponse:
        return JSONResponse({})

    everything.routes.insert(0, Route("/healthz", tell_health))
    async with serve(everything) as address:
        yield address.removeprefix("http://")


async def test_behind_caddy_the_inside_stays_inside(tmp_path: Path) -> None:
    caddy, port = program("caddy"), free_port()
    proxy = f"http://127.0.0.1:{port}"
    home = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    async with AsyncExitStack() as stack:
        upstream = await stack.enter_async_context(service())
        settings = {"TELCOLINK_HOST": proxy, "TELCOLINK_UPSTREAM": upstream, **home}
        command: list[str | Path] = [
            caddy,
            "run",
            "--adapter",
            "caddyfile",
            "--config",
            DEPLOY / "proxies" / "Caddyfile",
        ]
        async with proxied(command, proxy, settings, tmp_path / "said.log") as client:
            await look_through(client)
            await look_at_logs(client, stack, tmp_path, tells=False)


def test_what_caddy_tells_is_the_same_before_one_process_and_several() -> None:
    texts = [(DEPLOY / "proxies" / name).read_text("utf-8") for name in ("Caddyfile", "Caddyfile.several")]
    one, several = (re.findall(r"^\{\n.*?^\}\n", text, re.MULTILINE | re.DOTALL) for text in texts)
    assert len(one) == 1
    assert one == several


async def test_behind_caddy_whoever_leads_is_asked_and_what_is_posted_is_kept_while_nobody_does(tmp_path: Path) -> None:
    caddy, port, leads = program("caddy"), free_port(), "first"

    def process(name: str) -> Starlette:
        async def tell(request: Request) -> Response:
            here = request.url.path == "/healthz" or leads == name
            if not here and request.url.path == "/telegram":
                return Response(f"kept {(await request.body()).decode()}")
            return Response(name, status_code=200 if here else 503)

        return Starlette(routes=[Route("/{path:path}", tell, methods=["GET", "POST"])])

    async with serve(process("first")) as first, serve(process("second")) as second:
        upstreams = " ".join(address.removeprefix("http://") for address in (first, second))
        settings = {"TELCOLINK_HOST": f"http://127.0.0.1:{port}", "TELCOLINK_UPSTREAMS": upstreams}
        home = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"), str(tmp_path))
        command = [caddy, "run", "--adapter", "caddyfile", "--config", str(DEPLOY / "proxies" / "Caddyfile.several")]
        async with proxied(command, settings["TELCOLINK_HOST"], settings | home) as client:

            async def post() -> str:
                return (await client.post("/telegram", content=b"{}")).text

            async def is_asked() -> bool:
                return {await post() for _ in range(ROW)} == {leads}

            async def is_kept() -> bool:
                return await post() == "kept {}"

            async def is_shown() -> bool:
                return {(await client.get("/l/token")).text for _ in range(ROW)} == {leads}

            await until_found(is_asked)
            leads = "nobody"
            await until_found(is_kept)
            leads = "second"
            await until_found(is_asked)
            await until_found(is_shown)  # each of Caddy's handlers looks by itself who leads, once a second
            await look_for_a_way_in(client)


async def test_behind_nginx_the_inside_stays_inside(tmp_path: Path) -> None:
    nginx, port = program("nginx"), free_port()
    made = run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=bot.example.com", "-days", "1",
               "-keyout", tmp_path / "privkey.pem", "-out", tmp_path / "fullchain.pem")  # fmt: skip
    assert made.returncode == 0, made.stderr
    async with AsyncExitStack() as stack:
        upstream = await stack.enter_async_context(service())
        site = (DEPLOY / "proxies" / "nginx.conf").read_text(encoding="utf-8")
        for ours, here in (
            ("/etc/letsencrypt/live/bot.example.com", str(tmp_path)),
            ("listen 443", f"listen 127.0.0.1:{port}"),
            ("127.0.0.1:8080", upstream),
            ("/var/log/nginx", str(tmp_path)),
        ):
            assert ours in site
            site = site.replace(ours, here)
        temporary = "".join(
            f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        around = f"daemon off; pid {tmp_path}/pid; error_log stderr; events {{}}"
        whole = f"{around} http {{ access_log off; {temporary} {site} }}"
        (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
        command: list[str | Path] = [nginx, "-e", "stderr", "-p", tmp_path, "-c", tmp_path / "nginx.conf"]
        async with proxied(command, f"https://127.0.0.1:{port}", {}, tmp_path / "said.log") as client:
            await look_through(client)
            assert (await client.post("/whatsapp", content=b"x" * 1_100_000)).status_code == 413
            await look_at_logs(client, stack, tmp_path, tells=True)


# The unit and the container


def test_the_unit_is_hardened(tmp_path: Path) -> None:
    unit = tmp_path / "telcolink.service"
    text = (DEPLOY / "telcolink.service").read_text(encoding="utf-8")
    unit.write_text(text.replace("/opt/bin/telcolink", "/bin/true"), encoding="utf-8")
    judge = program("systemd-analyze")
    verified = run(judge, "verify", unit)
    assert (verified.returncode, verified.stderr) == (0, "")
    rated = run(judge, "security", "--offline=true", "--threshold=20", unit)
    assert rated.returncode == 0, rated.stdout[-200:]


def test_the_unit_hands_over_each_secret_by_two_lines() -> None:
    """Those that not everybody has as comments. Its database is a file, and no secret."""
    text = (DEPLOY / "telcolink.service").read_text(encoding="utf-8")
    pair = r"^(#?)LoadCredential=(\w+):/etc/telcolink/(\w+)\n(#?)Environment=(\w+)_FILE=%d/(\w+)$"
    pairs = re.findall(pair, text, re.MULTILINE)
    assert text.count("LoadCredential=") == text.count("_FILE=%d/") == len(pairs)
    assert [
        each for each in pairs if len({each[1], each[2], each[5], each[4].lower()}) != 1 or each[0] != each[3]
    ] == []
    assert sorted(each[4] for each in pairs) == sorted({*secrets()} - {"DATABASE_URL"})
    assert [each[4] for each in pairs if not each[0]] == ["ENCRYPTION_KEYS"]


def test_containers_are_nobody_and_change_nothing_but_their_data() -> None:
    for compose in compose_files():
        ours = [one for one in compose["services"].values() if "build" in one]
        assert ours, compose
        for one in ours:
            assert (one["read_only"], one["cap_drop"], one["security_opt"]) == (
                True,
                ["ALL"],
                ["no-new-privileges:true"],
            )
            assert "ports" not in one, "only the proxy is reached from outside"
            listens = one["environment"]["HOST"], one["environment"]["PORT"]
            assert (listens, one["expose"]) == (("0.0.0.0", "8080"), ["8080"])  # noqa: S104 - within the container
    recipe = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    assert re.findall(r"^(USER|HEALTHCHECK)\b", recipe, re.MULTILINE) == ["USER", "HEALTHCHECK"]
    assert recipe.count("--require-hashes") == 2


def test_what_the_container_is_built_from_is_let_in() -> None:
    recipe = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    let_in = set(re.findall(r"^!(\S+)", (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8"), re.MULTILINE))
    copied = {word for line in re.findall(r"^COPY (?!--from)(.+) \S+$", recipe, re.MULTILINE) for word in line.split()}
    assert copied == let_in
    assert [name for name in sorted(copied) if not (ROOT / name).exists()] == []


def test_every_library_that_runs_has_its_licence_listed() -> None:
    listed = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    pinned = re.findall(
        r"^([\w.-]+)==(\S+)(?: ; (.+?))? \\", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE
    )
    rows = {
        row[0].lower().replace("_", "-").replace(".", "-"): row[1]
        for row in re.findall(r"^\| (\S+) +\| (\S+) ", listed, re.MULTILINE)
    }
    here = {name: version for name, version, marker in pinned if "win32" not in marker or "!=" in marker}
    assert {name: rows.get(name) for name in here} == here


def test_no_settings_and_no_secret_of_theirs_can_be_committed() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    for compose in compose_files():
        settings = {each["env_file"] for each in compose["services"].values() if "env_file" in each}
        folders = {Path(each["file"]).parent for each in compose["secrets"].values()}
        assert {f"deploy/{name}" for name in settings} | {f"deploy/{folder}/" for folder in folders} <= set(ignored)
