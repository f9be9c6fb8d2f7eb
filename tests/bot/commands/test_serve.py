"""`telcolink serve` from outside: what it refuses to start with, how a deploy hands over, and how it ends."""

import asyncio
import signal
import socket
import sys
import time
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from structlog.testing import capture_logs

import bot
from bot.__main__ import main
from bot.checks.finding import HostFacts
from bot.clock import SteadyClock
from bot.commands import serving
from bot.commands.serve import check_disk, check_gone, check_place, serve
from bot.config.reading import read_settings, variables
from bot.config.version import read_version
from bot.errors import SettingsWrong
from bot.http.listening import bind
from bot.http.server import build_server_config
from bot.sandbox.emulators.mono import MonoFault
from bot.sandbox.emulators.telegram import TelegramFault
from storage.ledger_head import Head
from storage.noted_heads import NotedHeads
from storage.sealing import Keyring
from tests.customers import crowd
from tests.for_every import for_every
from tests.rights import folder_of_another, nobody
from tests.server_stage import Server, open_town, until

PROJECT = Path(bot.__file__).parents[1]
STAYS = HostFacts(mounts="/dev/vda1 / ext4 rw 0 0\n")
PASSES = {
    "Heroku": HostFacts(host="Heroku", mounts=STAYS.mounts),
    "emptied": HostFacts(mounts=STAYS.mounts, passing=(Path("/data"),)),
    "in memory": HostFacts(mounts=f"{STAYS.mounts}tmpfs /data tmpfs rw 0 0\n"),
}
COMPLETE = {
    "ENCRYPTION_KEYS": Keyring.generate_key(),
    "MONO_SECRET_KEY": "test_sk_0123456789",
    "TELEGRAM_TOKEN": "123456:abcdefghij",
    "DATABASE_URL": "sqlite:////data/telcolink.db",
}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment that says nothing of the bot."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


# Refusing to start


def test_every_wrong_setting_is_named_at_once(bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {"PORT": "eighty", "TELEGRAM_TOKEN": "no token", "MONO_SECRET_KEY": "test_pk_7", "SESSION_MINUTES": "-1"}
    for name, value in wrong.items():
        bare.setenv(name, value)
    assert main(["serve"]) == 2
    said = capsys.readouterr().err
    assert [name for name in (*wrong, "ENCRYPTION_KEYS") if f"- {name} " not in said] == []
    assert [value for value in wrong.values() if value in said] == []


def test_without_a_channel_it_refuses_to_start(bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    bare.setenv("ENCRYPTION_KEYS", COMPLETE["ENCRYPTION_KEYS"])
    bare.setenv("MONO_SECRET_KEY", COMPLETE["MONO_SECRET_KEY"])
    assert main(["serve"]) == 2
    (said,) = [line for line in capsys.readouterr().err.splitlines() if "No channel is set up: " in line]
    assert "TELEGRAM_TOKEN is not set (telegram)" in said


@for_every("around", PASSES.values())
def test_a_disk_that_passes_is_refused_unless_the_loss_is_accepted(around: HostFacts) -> None:
    with pytest.raises(SettingsWrong, match=r"would be lost: .+ ACCEPT_LOSING_DATA=yes"):
        check_disk(read_settings(COMPLETE), around)
    check_disk(read_settings(COMPLETE | {"ACCEPT_LOSING_DATA": "yes"}), around)


@pytest.mark.parametrize("left", [b"", None])
def test_an_empty_database_takes_the_place_of_none_that_was_here(tmp_path: Path, left: bytes | None) -> None:
    file = tmp_path / "t.db"
    if left is not None:
        file.write_bytes(left)
    given = COMPLETE | {"DATABASE_URL": f"sqlite:///{file}"}
    NotedHeads.beside(file).write({"consents": Head(), "audit": Head()})
    check_gone(read_settings(given))  # nothing was on record
    NotedHeads.beside(file).write({"consents": Head(12, 7), "audit": Head()})
    with pytest.raises(SettingsWrong) as refused:
        check_gone(read_settings(given))
    (problem,) = refused.value.problems
    assert problem.startswith(
        f"The database {file} is gone: t.db.heads beside it says that it held rows (12 of consents)."
    )
    assert f"remove {file}.heads" in problem
    check_gone(read_settings(given | {"ACCEPT_LOSING_DATA": "yes"}))
    NotedHeads.beside(file).path.unlink()
    check_gone(read_settings(given))


async def test_a_start_makes_no_database_where_one_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "t.db"
    NotedHeads.beside(file).write({"consents": Head(12, 7)})
    monkeypatch.setattr(HostFacts, "look", lambda: STAYS)
    with bind("127.0.0.1", 0) as taken:  # where it does not refuse, it comes no further than this
        given = {"DATABASE_URL": f"sqlite:///{file}", "HOST": "127.0.0.1", "PORT": str(taken.getsockname()[1])}
        with pytest.raises(SettingsWrong, match="is gone"):
            await serve(read_settings(COMPLETE | given))
    assert not file.exists()


def test_a_database_in_memory_is_refused_too() -> None:
    with pytest.raises(SettingsWrong, match="in memory"):
        check_disk(read_settings(COMPLETE | {"DATABASE_URL": "sqlite:///:memory:"}), STAYS)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("none/t.db", "/none is not there. Make the folder, or change DATABASE_URL."),
        ("folder", "/folder is a folder. Name a file in DATABASE_URL."),
    ],
)
def test_a_place_where_no_database_can_be_is_refused_in_doctors_words(place: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(SettingsWrong) as refused:
        check_place(tmp_path / place, STAYS)
    assert refused.value.problems == [f"DATABASE_URL cannot be used: {tmp_path}{said}"]
    check_place(tmp_path / "t.db", STAYS)


def test_a_folder_that_this_user_may_not_enter_is_no_better_at_the_next_start() -> None:
    with folder_of_another(0o000) as folder, nobody(), pytest.raises(SettingsWrong) as refused:
        check_place(folder / "t.db", STAYS)
    (problem,) = refused.value.problems
    assert problem.startswith(f"DATABASE_URL cannot be used: {folder} cannot be entered by this user. Give this user")


def test_what_this_user_cannot_use_is_named_with_what_stands_beside_it(tmp_path: Path) -> None:
    for name in ("t.db", "t.db.lock"):
        (tmp_path / name).touch(mode=0o600)
    with folder_of_another(0o777, tmp_path / "t.db", tmp_path / "t.db.lock") as folder:
        for each in folder.iterdir():
            each.chmod(0)
        with nobody(), pytest.raises(SettingsWrong) as refused:
            check_place(folder / "t.db", STAYS)
    (problem,) = refused.value.problems
    assert f"{folder}/t.db, t.db.lock cannot be read and written by this user." in problem
    assert problem.endswith(f": {folder}/t.db {folder}/t.db.lock")


def test_a_link_to_where_nothing_is_is_no_better_at_the_next_start(tmp_path: Path) -> None:
    link = tmp_path / "t.db"
    link.symlink_to(tmp_path / "away" / "t.db")
    with pytest.raises(SettingsWrong) as refused:
        check_place(link, STAYS)
    assert f"{tmp_path}/away is not there, where the link {link} leads." in refused.value.problems[0]
    (tmp_path / "away").mkdir()
    check_place(link, STAYS)


@pytest.mark.parametrize("name", ["t.db", "t.db/below.db"])
def test_a_link_that_leads_back_to_itself_is_no_better_at_the_next_start(tmp_path: Path, name: str) -> None:
    (tmp_path / "t.db").symlink_to("other.db")
    (tmp_path / "other.db").symlink_to("t.db")
    check_disk(read_settings(COMPLETE | {"DATABASE_URL": f"sqlite:///{tmp_path / name}"}), STAYS)
    with pytest.raises(SettingsWrong) as refused:
        check_place(tmp_path / name, STAYS)
    assert f"{tmp_path / name} cannot be reached: a link on the way leads back to itself." in refused.value.problems[0]


def test_a_disk_that_stays_is_taken() -> None:
    check_disk(read_settings(COMPLETE), STAYS)


async def test_the_real_program_refuses_a_host_that_throws_its_disk_away(tmp_path: Path) -> None:
    database = tmp_path / "telcolink.db"
    settings = COMPLETE | {"DATABASE_URL": f"sqlite:///{database}", "DYNO": "web.1", "PYTHONPATH": str(PROJECT)}
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "serve"), env=settings, cwd=tmp_path, stderr=asyncio.subprocess.PIPE
    )
    said = (await program.communicate())[1].decode()
    assert program.returncode == 2
    assert "telcolink cannot start:\n  - DATABASE_URL is where sessions, " in said  # root hears of that first
    assert "Heroku gives a new disk at every start" in said
    assert not database.exists()


async def test_a_port_that_is_taken_is_said_before_anything_is_sent_or_settled(tmp_path: Path) -> None:
    async with open_town(tmp_path) as town:
        telegram = town.telegram.emulator

        def sent() -> int:
            return len(telegram.journal.made("sendMessage"))

        await town.server.start()
        customer = next(crowd(town.telegram.phone, town.mono))
        await customer.ask("/start")
        telegram.fail(TelegramFault("sendMessage", times=100, status=502))
        customer.phone.tap("I agree")
        await until(lambda: sent() > 1)
        await town.server.kill()
        with socket.create_server(("127.0.0.1", int(town.server.settings["PORT"]))):
            before = sent()
            town.server.spawn()
            assert await town.server.ended() == 1
        last = town.server.said.splitlines()[-2:]
        assert last[0] == "telcolink cannot start:"
        assert last[1].startswith("  - The web server cannot listen at 127.0.0.1, port ")
        assert " (HOST, PORT): Address already in use. End what has it," in last[1]
        assert town.server.said.count('"serving"') == 1
        assert sent() == before


async def test_of_a_port_that_was_free_the_log_has_the_number() -> None:
    config = build_server_config(PlainTextResponse(), "127.0.0.1", 0)
    config.load()
    server = serving.WebServer(config, lambda: None)
    server.lifespan = config.lifespan_class(config)
    with bind("127.0.0.1", 0) as endpoint, capture_logs() as logged:
        port = endpoint.getsockname()[1]
        await server.startup([endpoint])
        server.servers[0].close()
    said = [(each["port"], each["release"]) for each in logged if each["event"] == "serving"]
    assert said == [(port, read_version())]


# Handing over, failing, ending


async def test_a_second_server_says_that_it_waits_and_takes_over_when_the_first_is_killed(tmp_path: Path) -> None:
    async with open_town(tmp_path) as town:
        people = crowd(town.telegram.phone, town.mono)
        second = Server(town.server.settings, tmp_path)
        try:
            await town.server.start()
            second.spawn()
            await second.says("waiting_for_database")
            await next(people).link()
            await town.server.kill()
            town.telegram.emulator.advance(2)
            await second.until_ready()
            town.telegram.end_rests()
            await next(people).link()
            assert await second.stop() == 0
        finally:
            await second.put_away()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
async def test_what_is_under_way_is_finished_before_the_end(tmp_path: Path, how: signal.Signals) -> None:
    async with open_town(tmp_path) as town:
        await town.server.start()
        customer = next(crowd(town.telegram.phone, town.mono))
        town.mono.fail("*/telecom/verify", MonoFault(delay=0.5))
        linking = asyncio.create_task(customer.link())
        await until(lambda: bool(town.wire.to("/telecom/verify")))
        assert await town.server.stop(how) == 0
        await linking


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets one process limit another")
async def test_a_disk_that_fails_ends_the_process_and_the_next_one_answers_what_was_said_meanwhile(
    tmp_path: Path,
) -> None:
    async with open_town(tmp_path) as town:
        await town.server.start()
        customer = next(crowd(town.telegram.phone, town.mono))
        await customer.ask("/start")
        town.server.forbid_files_beyond(4096)
        customer.phone.tap("I agree")
        assert await town.server.ended() == 1
        assert town.telegram.emulator.updates.waiting()
        town.telegram.emulator.advance(2)  # it lets the webhook be set once a second
        await town.server.start()
        town.telegram.end_rests()
        assert "phone number of your own line" in (await customer.next()).text


async def test_a_defect_that_ends_polling_makes_it_unready_and_ends_it_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def poll_badly(*_: object) -> None:
        raise KeyError("a defect of ours")

    monkeypatch.setattr("bot.channels.telegram.module.poll", poll_badly)
    monkeypatch.setattr("bot.commands.serving.tune_runtime", lambda: None)  # it is for a process of its own
    async with open_town(tmp_path) as town:
        settings = {name: value for name, value in town.server.settings.items() if name != "PUBLIC_URL"}
        with capture_logs() as logged:
            async with asyncio.timeout(20):
                assert await serve(read_settings(settings)) == 1
    assert [each["event"] for each in logged if each["log_level"] == "critical"] == ["work_ended", "service_broken"]
    assert logged[-1]["event"] == "stopped"


async def test_where_the_machines_clock_jumps_ahead_it_ends_itself_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Jumping(SteadyClock):
        """Set ahead as soon as it is watched."""

        def __init__(self) -> None:
            self.ahead = 0.0
            super().__init__(lambda: time.time() + self.ahead)

        async def watch(self) -> None:
            self.ahead = 7_200.0
            await super().watch()

    monkeypatch.setattr("bot.commands.serving.SteadyClock", Jumping)
    monkeypatch.setattr("bot.commands.serving.tune_runtime", lambda: None)  # it is for a process of its own
    async with open_town(tmp_path) as town:
        with capture_logs() as logged:
            async with asyncio.timeout(20):
                assert await serve(read_settings(town.server.settings)) == 1
    assert [each["seconds"] for each in logged if each["event"] == "clock_jumped"] == [7_200]
