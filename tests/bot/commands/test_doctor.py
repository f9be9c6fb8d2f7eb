"""The doctor says of each thing whether it is well, and what to do where it is not; it mends and betrays nothing."""

import dataclasses
import os
import secrets
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.registry import CHANNELS
from bot.channels.telegram.checks import check_telegram
from bot.channels.whatsapp.checks import check_whatsapp
from bot.checks.address import check_public_url
from bot.checks.clock import check_clock
from bot.checks.database import check_database, check_library
from bot.checks.disk import check_permanence, check_room, why_lost
from bot.checks.finding import Check, CheckContext, Finding, HostFacts, Verdict, ok, warn, wrong
from bot.checks.probe import Probe
from bot.checks.settings import check_settings
from bot.commands.doctor import examine, report
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.outgoing.occasional import open_http
from bot.providers.mono.checks import check_mono
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import MonoEmulator, MonoFault
from bot.sandbox.emulators.telegram import TelegramEmulator, make_token
from conversations.changing import replace
from storage.database import Database
from storage.ledger_head import Head
from storage.migrations import read_migrations
from storage.noted_heads import NotedHeads
from storage.sealing import Keyring
from tests.for_every import for_every
from tests.ports import free_port
from tests.rights import files_cannot_grow, folder_of_another, nobody

pytestmark = pytest.mark.asyncio(loop_scope="module")

KEY = Keyring.generate_key()
DISK = "/dev/vda1 / ext4 rw 0 0\n"
SHAPE = len(read_migrations())
CHECKS_OF: dict[str, tuple[Check, ...]] = {
    "settings": (check_settings,),
    "disk": (check_room, check_permanence),
    "database": (check_library, check_database),
    "address": (check_public_url,),
    "telegram": (check_telegram,),
    "whatsapp": (check_whatsapp,),
    "mono": (check_mono,),
    "clock": (check_public_url, check_telegram, check_mono, check_clock),
}


@dataclass
class World:
    """Emulated Mono and Telegram, our own server's address, and a folder for the database."""

    telegram: TelegramEmulator
    mono: MonoEmulator
    urls: Mapping[str, str]
    http: httpx.AsyncClient
    port: int  # nobody's: at the usual one any program of this machine may listen, and the doctor tells of it
    folder: Path = Path()
    around: HostFacts = field(default_factory=lambda: HostFacts(mounts=DISK))

    @property
    def database(self) -> Path:
        return self.folder / "telcolink.db"

    def settings(self, **more: str) -> Settings:
        environment = {
            "PORT": str(self.port),
            "HOST": "127.0.0.1",
            "PUBLIC_URL": self.urls["own"],
            "PRIVACY_URL": "https://example.com/privacy",
            "SUPPORT_CONTACT": "Ngozi",
            "ADMINS": "telegram:12345",
            "ENCRYPTION_KEYS": KEY,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_API_BASE": self.urls["telegram"],
            "MONO_SECRET_KEY": self.mono.key,
            "MONO_API_BASE": self.urls["mono"],
            "MONO_WEBHOOK_SECRET": secrets.token_hex(16),
        }
        return read_settings(environment | more)

    async def register(self, url: str) -> None:
        """Set the bot's webhook, as `serve` does; Telegram lets it be set once a second."""
        self.telegram.advance(2)
        address = f"{self.urls['telegram']}/bot{self.telegram.token}/setWebhook"
        assert (await self.http.post(address, data={"url": url})).status_code == 200

    async def find(self, subject: str, **more: str) -> list[Finding]:
        """What is found of one subject, by its checks alone."""
        context = CheckContext(self.settings(**more), Probe(self.http, self.around.now), self.around)
        found = [finding for check in CHECKS_OF[subject] for finding in await check(context)]
        return [finding for finding in found if finding.subject == subject]

    async def worst(self, subject: str, **more: str) -> Finding:
        order = list(Verdict)
        return max(await self.find(subject, **more), key=lambda finding: order.index(finding.verdict))


def dated(app: ASGIApp) -> ASGIApp:
    """The application with the date in its answers, as real servers have it."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = format_datetime(datetime.now(UTC), usegmt=True).encode()
                message["headers"] = [*message["headers"], (b"date", date)]
            await send(message)

        await app(scope, receive, send_dated)

    return wrapped


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def platforms() -> AsyncIterator[World]:
    """Started once: a server takes a while to stop."""
    telegram, mono = TelegramEmulator(make_token()), MonoEmulator(f"live_sk_{secrets.token_hex(12)}")
    own = Starlette(routes=[Route("/healthz", lambda _: PlainTextResponse("ok"))])
    async with (
        serve(dated(telegram.app)) as telegram_url,
        serve(dated(mono.app)) as mono_url,
        serve(dated(own)) as own_url,
        open_http() as http,
    ):
        yield World(telegram, mono, {"telegram": telegram_url, "mono": mono_url, "own": own_url}, http, free_port())


@pytest_asyncio.fixture(loop_scope="module")
async def world(platforms: World, tmp_path: Path) -> World:
    platforms.telegram.reset()
    platforms.mono.reset()
    await platforms.register(f"{platforms.urls['own']}/telegram")
    around = HostFacts(mounts=DISK, folder=tmp_path)
    return dataclasses.replace(platforms, folder=tmp_path, around=around)


@pytest.fixture
def nowhere() -> str:
    """An address at which nobody listens."""
    return "http://127.0.0.1:9"


async def test_where_all_is_well_nothing_is_wrong(world: World) -> None:
    findings = await examine(world.settings(), world.around)
    assert [finding for finding in findings if finding.verdict is not Verdict.OK] == []  # so that a red names it
    channels = (kind.name for kind in CHANNELS)
    subjects = ["settings", "disk", "database", "keys", "address", *channels, "mono", "clock"]
    assert list(dict.fromkeys(finding.subject for finding in findings)) == subjects


async def test_no_secret_is_printed(world: World) -> None:
    settings = world.settings(TELEGRAM_WEBHOOK_SECRET="7f3a9c51-e0b2" * 2)
    await world.register("https://example.com/hidden-path")
    printed = report(await examine(settings, world.around))
    for name in ("encryption_keys", "telegram_token", "telegram_webhook_secret", "mono_secret_key"):
        assert getattr(settings, name).reveal() not in printed
    assert "hidden-path" not in printed
    assert "12345" not in printed


async def test_examining_changes_nothing(world: World) -> None:
    await examine(world.settings(), world.around)
    assert list(world.folder.iterdir()) == []
    assert {call.path for call in world.mono.journal.calls} == {"/v2/accounts"}
    assert {call.method for call in world.telegram.journal.calls} <= {"getme", "getwebhookinfo", "setwebhook"}


# Settings


async def test_what_people_need_to_be_told_is_asked_for(world: World) -> None:
    found = await world.find("settings", PRIVACY_URL="", SUPPORT_CONTACT="", ADMINS="")
    assert [finding.said.split()[0] for finding in found if finding.verdict is Verdict.WARN] == [
        "PRIVACY_URL",
        "SUPPORT_CONTACT",
        "ADMINS",
    ]


async def test_a_file_of_settings_that_all_can_read_is_told(world: World) -> None:
    file = world.folder / ".env"
    file.touch(mode=0o644)
    assert "can read .env" in (await world.worst("settings")).said
    file.chmod(0o600)
    assert (await world.worst("settings")).verdict is Verdict.OK


async def test_a_secrets_file_that_all_can_read_is_told(world: World) -> None:
    file = world.folder / "mono"
    file.touch(mode=0o644)
    world.around = replace(world.around, secret_files=(("MONO_SECRET_KEY_FILE", file),))
    found = await world.worst("settings")
    assert "every user of this machine can read MONO_SECRET_KEY_FILE" in found.said
    file.chmod(0o640)
    assert (await world.worst("settings")).verdict is Verdict.OK


# Disk


@pytest.mark.parametrize(
    ("mounts", "host", "verdict", "said"),
    [
        (DISK, "", Verdict.OK, "the disk stays, as far as can be told: ext4, mounted at /"),
        ("", "", Verdict.WARN, "cannot tell on this system whether the disk stays"),
        ("overlay / overlay rw 0 0", "", Verdict.WARN, "cannot tell whether the disk stays: it is a container's own"),
        ("tmpfs / tmpfs rw 0 0", "", Verdict.WRONG, "will be lost: / is in memory (tmpfs)"),
        ("host:/x / nfs4 rw 0 0", "", Verdict.WRONG, "on another machine (nfs4)"),
        (DISK, "Heroku", Verdict.WRONG, "will be lost: Heroku gives a new disk at every start"),
    ],
)
async def test_whether_the_disk_stays(world: World, mounts: str, host: str, verdict: Verdict, said: str) -> None:
    world.around = replace(world.around, mounts=mounts, host=host)
    finding = await world.worst("disk")
    assert finding.verdict is verdict
    found = await world.find("disk")
    assert any(said in each.said for each in found)


async def test_losing_data_can_be_accepted(world: World) -> None:
    world.around = replace(world.around, host="Heroku")
    finding = await world.worst("disk", ACCEPT_LOSING_DATA="yes")
    assert finding.verdict is Verdict.WARN


async def test_a_database_in_memory_is_known_to_be_lost(world: World) -> None:
    finding = await world.worst("disk", DATABASE_URL="sqlite:///:memory:")
    assert (finding.verdict, finding.said.rpartition(": ")[2]) == (Verdict.WRONG, "the database is in memory")
    assert why_lost(Path(":memory:"), world.around) == "the database is in memory"


async def test_a_folder_that_is_not_there_is_wrong(world: World) -> None:
    finding = await world.worst("disk", DATABASE_URL=f"sqlite:///{world.folder}/data/t.db")
    assert finding.verdict is Verdict.WRONG
    assert finding.said.endswith("/data is not there")


async def test_a_folder_that_cannot_be_written_is_wrong(world: World) -> None:
    finding = await world.worst("disk", DATABASE_URL="sqlite:////proc/telcolink.db")
    assert finding.verdict is Verdict.WRONG
    assert finding.said.startswith("/proc cannot be written: ")


# Database


async def test_a_database_of_this_release_is_opened(world: World) -> None:
    database = await Database.open(world.database)
    await database.close()
    found = await world.find("database")
    assert found[-1] == ok("database", f"opens, is sound, and has this release's shape ({SHAPE})")


async def test_a_running_server_is_no_fault(world: World) -> None:
    database = await Database.open(world.database)
    try:
        found = await world.find("database")
    finally:
        await database.close()
    assert found[-1].verdict is Verdict.OK
    assert found[-1].said == f"in use by a running server: process {os.getpid()}"


@pytest.mark.parametrize(
    ("shape", "verdict", "said"),
    [
        (1, Verdict.WARN, f"of shape 1; `serve` will bring it to {SHAPE}"),
        (SHAPE + 1, Verdict.WRONG, f"a newer release has changed it (shape {SHAPE + 1}, this release knows {SHAPE})"),
    ],
)
async def test_a_database_of_another_release_is_told_and_left_alone(
    world: World, shape: int, verdict: Verdict, said: str
) -> None:
    with closing(sqlite3.connect(world.database)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute(f"PRAGMA user_version = {shape}")
    before = world.database.read_bytes()
    finding = await world.worst("database")
    assert (finding.verdict, finding.said) == (verdict, said)
    assert world.database.read_bytes() == before
    assert list(world.folder.iterdir()) == [world.database]


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0", b"x" * 4096])
async def test_a_file_that_is_no_database_is_wrong(world: World, content: bytes) -> None:
    world.database.write_bytes(content)
    finding = await world.worst("database")
    assert finding.verdict is Verdict.WRONG
    assert "it is no SQLite database" in finding.said


async def test_a_spoilt_database_is_wrong(world: World) -> None:
    database = await Database.open(world.database)
    await database.close()
    spoilt = bytearray(world.database.read_bytes())
    spoilt[4096:] = secrets.token_bytes(len(spoilt) - 4096)
    world.database.write_bytes(spoilt)
    assert (await world.worst("database")).verdict is Verdict.WRONG


async def test_for_want_of_room_or_rights_no_copy_is_to_be_brought_back(world: World) -> None:
    await (await Database.open(world.database)).close()
    with files_cannot_grow(8192):
        full = await world.worst("database")
    assert (full.said, full.advice) == (
        f"{world.database} cannot be opened: the disk is full",
        "Make room: nothing in it is lost.",
    )
    with folder_of_another(0o000, world.database) as folder, nobody():
        place = folder / "telcolink.db"
        closed = await world.worst("database", DATABASE_URL=f"sqlite:///{place}")
    assert (closed.said, closed.advice) == (f"{place} cannot be opened by this user", "Mend the rights.")


async def test_a_database_that_was_here_is_not_said_to_be_made_at_the_first_start(world: World) -> None:
    NotedHeads.beside(world.database).write({"consents": Head(3, 7)})
    gone = await world.worst("database")
    assert (gone.verdict, "is gone" in gone.said, "Put the file back" in gone.advice) == (Verdict.WRONG, True, True)
    assert (await world.worst("database", ACCEPT_LOSING_DATA="yes")).verdict is Verdict.WARN


async def test_of_a_folder_the_check_of_the_disk_speaks_alone(world: World) -> None:
    folder = {"DATABASE_URL": f"sqlite:///{world.folder}"}
    assert [each.verdict for each in await world.find("database", **folder)] == [Verdict.OK]  # SQLite's version
    assert (await world.worst("disk", **folder)).advice == "Name a file in DATABASE_URL."


async def test_an_empty_file_is_a_database_still_to_be_made(world: World) -> None:
    world.database.touch()
    assert "will be made at the first start" in [each.said for each in await world.find("database")]


# Our own address


async def test_a_server_that_does_not_run_is_told(world: World, nowhere: str) -> None:
    assert (
        await world.worst("address", PUBLIC_URL=nowhere)
    ).said == f"no server answers at {nowhere}: connection refused"


async def test_somebody_elses_server_is_told(world: World) -> None:
    finding = await world.worst("address", PUBLIC_URL=world.urls["mono"])
    assert finding.verdict is Verdict.WARN
    assert "not 200" in finding.said


# Telegram


async def test_a_token_that_telegram_does_not_know_is_wrong(world: World) -> None:
    finding = await world.worst("telegram", TELEGRAM_TOKEN=make_token())
    assert (finding.verdict, finding.said) == (Verdict.WRONG, "the token is refused")


async def test_telegram_out_of_reach_is_wrong(world: World, nowhere: str) -> None:
    finding = await world.worst("telegram", TELEGRAM_API_BASE=nowhere)
    assert (finding.verdict, finding.said) == (Verdict.WRONG, f"{nowhere} does not answer: connection refused")


async def test_a_webhook_still_to_be_registered_is_told(world: World) -> None:
    await world.register("")
    assert (await world.worst("telegram")).said == "no webhook is registered yet"


async def test_a_webhook_elsewhere_is_wrong(world: World) -> None:
    await world.register("https://other.example.com/hook")
    finding = await world.worst("telegram")
    assert (finding.verdict, finding.said) == (
        Verdict.WRONG,
        "the webhook is registered at other.example.com, not at ours",
    )


async def test_without_an_address_telegram_is_polled(world: World) -> None:
    await world.register("")
    found = await world.find("telegram", PUBLIC_URL="")
    assert [finding.verdict for finding in found] == [Verdict.OK, Verdict.OK]
    assert found[-1].said == "updates are polled; no webhook is in the way"


async def test_a_webhook_in_the_way_of_polling_is_wrong(world: World) -> None:
    finding = await world.worst("telegram", PUBLIC_URL="")
    assert finding.verdict is Verdict.WRONG
    assert "PUBLIC_URL is not set" in finding.said


async def test_a_port_that_telegram_does_not_call_is_wrong(world: World) -> None:
    finding = await world.worst("telegram", PUBLIC_URL="https://127.0.0.1:9443")
    assert (finding.verdict, finding.said) == (Verdict.WRONG, "no webhook can be on port 9443")


NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PUBLIC = "https://bot.example.com"


async def look_at_webhook(**info: object) -> list[Finding]:
    """What is said of a webhook at our address of which Telegram tells this."""

    def answer(request: httpx.Request) -> httpx.Response:
        asked = request.url.path.rpartition("/")[2]
        result = {"username": "kudi_loans_2026_help_bot"} if asked == "getMe" else {"url": f"{PUBLIC}/telegram"} | info
        return httpx.Response(200, json={"ok": True, "result": result})

    settings = read_settings(
        {"ENCRYPTION_KEYS": KEY, "TELEGRAM_TOKEN": "1:a", "MONO_SECRET_KEY": "k", "PUBLIC_URL": PUBLIC}
    )
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        return await check_telegram(CheckContext(settings, Probe(http, lambda: NOW), HostFacts(now=lambda: NOW)))


async def test_a_healthy_webhook_is_well() -> None:
    an_hour_ago = NOW - timedelta(minutes=61)
    found = await look_at_webhook(pending_update_count=3, last_error_date=int(an_hour_ago.timestamp()))
    assert [finding.said for finding in found] == [
        "the token is @kudi_loans_2026_help_bot's",
        "the webhook is registered at our address",
        "deliveries arrive",
    ]


async def test_deliveries_that_pile_up_or_fail_are_told() -> None:
    recent = int((NOW - timedelta(minutes=5)).timestamp())
    said = "Wrong response from the webhook: 500\nfor +234 803 123 4567"
    found = await look_at_webhook(pending_update_count=1200, last_error_date=recent, last_error_message=said)
    assert found[2:] == [
        warn("telegram", "1,200 updates wait to be delivered", "See why the server is slow."),
        warn(
            "telegram",
            r"a delivery failed within the hour: Wrong response from the webhook: 500\nfor [number]",
            "Look at the server's log of that time.",
        ),
    ]


async def test_nonsense_from_telegram_is_no_crash() -> None:
    nonsenses: list[object] = ["x", None, [], -5, 10**12, 1.5]
    for nonsense in nonsenses:
        found = await look_at_webhook(pending_update_count=nonsense, url=nonsense, last_error_date=nonsense)
        assert found


@for_every("broken", ["getMe", "getWebhookInfo"])
async def test_telegram_with_an_error_of_its_own_is_wrong(broken: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500 if request.url.path.endswith(broken) else 200, json={"ok": True, "result": {}})

    settings = read_settings({"ENCRYPTION_KEYS": KEY, "TELEGRAM_TOKEN": "1:a", "MONO_SECRET_KEY": "k"})
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
        found = await check_telegram(CheckContext(settings, Probe(http, lambda: NOW), HostFacts()))
    assert found[-1] == wrong("telegram", f"{broken} answers 500", "Try again later.")


async def test_a_channel_that_is_off_says_why(world: World) -> None:
    sid, number = f"AC{secrets.token_hex(16)}", "+2348031234567"
    whatsapp = {"TWILIO_ACCOUNT_SID": sid, "TWILIO_AUTH_TOKEN": secrets.token_hex(16), "WHATSAPP_FROM": number}
    assert (await world.find("telegram", TELEGRAM_TOKEN="", **whatsapp)) == [
        ok("telegram", "off: TELEGRAM_TOKEN is not set")
    ]
    (access,) = await world.find("whatsapp", TWILIO_API_BASE="http://127.0.0.1:9", **whatsapp)
    assert access.verdict is Verdict.WRONG


# Mono


async def test_a_key_that_mono_does_not_know_is_wrong(world: World) -> None:
    finding = await world.worst("mono", MONO_SECRET_KEY="live_sk_other")
    assert (finding.verdict, finding.said) == (Verdict.WRONG, "the key is refused")


async def test_mono_out_of_reach_is_wrong(world: World, nowhere: str) -> None:
    finding = await world.worst("mono", MONO_API_BASE=nowhere)
    assert (finding.verdict, finding.said) == (Verdict.WRONG, f"{nowhere} does not answer: connection refused")


@pytest.mark.parametrize(
    ("fault", "verdict", "said"),
    [
        (MonoFault(status=403), Verdict.WARN, "the key may not list accounts"),
        (MonoFault(status=404), Verdict.WARN, "answers (404); whether the key is right cannot be told from that"),
        (MonoFault(status=503), Verdict.WRONG, "answers with an error of its own (503)"),
        (MonoFault(status=502, text="<h1>502</h1>"), Verdict.WRONG, "answers with an error of its own (502)"),
        (MonoFault(drop=True), Verdict.WRONG, "does not answer"),
    ],
)
async def test_what_mono_answers_is_judged(world: World, fault: MonoFault, verdict: Verdict, said: str) -> None:
    world.mono.fail("/v2/accounts", fault, times=3)
    finding = await world.worst("mono")
    assert finding.verdict is verdict
    assert said in finding.said


async def test_a_test_key_and_a_missing_webhook_secret_are_told() -> None:
    settings = read_settings({"ENCRYPTION_KEYS": KEY, "TELEGRAM_TOKEN": "1:a", "MONO_SECRET_KEY": "test_sk_1"})
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=[]))
    async with httpx.AsyncClient(transport=transport) as http:
        found = await check_mono(CheckContext(settings, Probe(http, lambda: NOW), HostFacts()))
    assert [finding.verdict for finding in found] == [Verdict.OK, Verdict.WARN, Verdict.WARN]


# Clock


@pytest.mark.parametrize(
    ("ahead", "verdict", "said"),
    [
        (timedelta(seconds=20), Verdict.OK, "right to within"),
        (timedelta(minutes=5), Verdict.WRONG, "s fast"),
        (timedelta(minutes=-5), Verdict.WRONG, "s slow"),
    ],
)
async def test_a_clock_that_is_half_a_minute_off_is_wrong(
    world: World, ahead: timedelta, verdict: Verdict, said: str
) -> None:
    world.around = replace(world.around, now=lambda: datetime.now(UTC) + ahead)
    finding = await world.worst("clock")
    assert finding.verdict is verdict
    assert said in finding.said


async def test_our_own_server_is_no_witness_of_the_time(world: World, nowhere: str) -> None:
    out_of_reach = dict.fromkeys(("TELEGRAM_API_BASE", "MONO_API_BASE"), nowhere)
    finding = await world.worst("clock", **out_of_reach)
    assert finding.verdict is Verdict.WARN
    assert finding.said.startswith("cannot tell")


async def test_an_answer_without_a_date_tells_no_time() -> None:
    for date in ({}, {"date": "yesterday"}, {"date": "Mon, 99 Foo 2026 00:00:00 GMT"}):
        transport = httpx.MockTransport(lambda _, date=date: httpx.Response(200, headers=date))
        async with httpx.AsyncClient(transport=transport) as http:
            probe = Probe(http, lambda: NOW)
            assert await probe.ask("GET", "https://example.com")
            assert probe.leads == []


# All together


async def test_a_check_that_breaks_does_not_hide_the_others(world: World) -> None:
    def broken() -> datetime:
        raise ZeroDivisionError("details")

    world.around = replace(world.around, now=broken)
    findings = await examine(world.settings(), world.around)
    assert wrong("telegram", "could not be looked at: ZeroDivisionError") in findings
    assert findings[0].verdict is Verdict.OK
    assert "details" not in report(findings)
