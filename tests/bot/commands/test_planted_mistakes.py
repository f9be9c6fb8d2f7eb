"""Mistakes that people make, planted one by one: the doctor names at least 43 of 45, with what to do."""

import asyncio
import os
import secrets
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
import pytest_asyncio
from starlette.responses import PlainTextResponse

from bot.checks.finding import Finding, HostFacts, Verdict
from bot.commands.doctor import examine
from bot.config.reading import read_settings
from bot.errors import SettingsWrong
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import MonoEmulator, MonoFault
from bot.sandbox.emulators.telegram import TelegramEmulator, make_token
from conversations.changing import replace
from storage.database import Database
from storage.sealing import Keyring
from tests.bot.outgoing.certificates import identity_for
from tests.for_every import for_every
from tests.ports import free_port

pytestmark = pytest.mark.asyncio(loop_scope="module")

KEY = Keyring.generate_key()
SID = f"AC{'0' * 32}"
TWILIO = {"TWILIO_ACCOUNT_SID": SID, "TWILIO_AUTH_TOKEN": "x" * 32, "WHATSAPP_FROM": "+2348031234567"}

# What is set or taken away, and what is said of it: words of the finding, and words of the advice or the same sentence.
SETTINGS: dict[str, tuple[dict[str, str], str]] = {
    "no keys": ({"ENCRYPTION_KEYS": ""}, "openssl rand -base64 32"),
    "short key": ({"ENCRYPTION_KEYS": "c2hvcnQ="}, "32 bytes in base64"),
    "key of an example": ({"ENCRYPTION_KEYS": "A" * 43 + "="}, "ENCRYPTION_KEYS cannot be used"),
    "no Mono": ({"MONO_SECRET_KEY": ""}, "Mono's dashboard shows it"),
    "Mono's public key": ({"MONO_SECRET_KEY": "live_pk_abc"}, "the secret one has _sk_ in it"),
    "no channel": ({"TELEGRAM_TOKEN": ""}, "No channel is set up"),
    "half a token": ({"TELEGRAM_TOKEN": "AAE-x"}, "just as @BotFather gave it"),
    "a guessable secret": ({"TELEGRAM_WEBHOOK_SECRET": "secret"}, "openssl rand -hex 32"),
    "a path in the wrong place": ({"DATABASE_URL": "telcolink.db"}, "sqlite:/// and a file"),
    "an address without https": ({"PUBLIC_URL": "http://bot.example"}, "must begin with https://"),
    "an address without a scheme": ({"PUBLIC_URL": "bot.example"}, "such as https://bot.example.com"),
    "a version in Mono's address": ({"MONO_API_BASE": "https://api.withmono.com/v2"}, "must not end in a version"),
    "a port that is none": ({"PORT": "eighty"}, "PORT must be"),
    "an admin by name": ({"ADMINS": "@ngozi"}, "telegram:12345"),
    "an admin where nothing is on": ({"ADMINS": "whatsapp:+2348031234567"}, "nobody of a channel that is on"),
    "events without their key": ({"EVENTS_URL": "https://e.example"}, "EVENTS_SECRET is not set, although"),
    "a Twilio token alone": ({"TWILIO_AUTH_TOKEN": "x" * 32}, "one is of no use without the other"),
    "Twilio's key without its secret": ({**TWILIO, "TWILIO_API_KEY_SID": f"SK{'0' * 32}"}, "KEY_SECRET is not set"),
    "a sender without its country": ({**TWILIO, "WHATSAPP_FROM": "08031234567"}, "such as whatsapp:+234"),
    "a name with a word more": ({"TELEGRAM_BOT_TOKEN": "1:a", "TELEGRAM_TOKEN": ""}, "TELEGRAM_TOKEN may be meant"),
    "a secret's file that is not there": ({"MONO_SECRET_KEY": "", "MONO_SECRET_KEY_FILE": "/none"}, "cannot be read"),
    "a warning after the end": ({"SESSION_MINUTES": "3", "WARNING_MINUTES": "3"}, "must be less than SESSION_MINUTES"),
    "gaps with semicolons": ({"OTP_REQUEST_GAPS": "60;120"}, "seconds with commas between"),
    "a yes that is none": ({"ACCEPT_LOSING_DATA": "maybe"}, "must be yes or no"),
    "an address that is cut short": ({"HOST": "1.2.3"}, "HOST must be an address to listen on"),
    "a port that Telegram does not call": ({"PUBLIC_URL": "https://bot.example.com:9443"}, "443, 80, 88 or 8443"),
    "an unknown provider": ({"PROVIDER": "okra"}, "PROVIDER must be mono"),
}
SPELT = {
    "letters swapped": ("PUBLIC_ULR", "PUBLIC_URL"),
    "in small letters": ("public_url", "PUBLIC_URL"),
    "with dashes": ("PRIVACY-URL", "PRIVACY_URL"),
    "glued": ("EVENTSURL", "EVENTS_URL"),
    "words the other way round": ("URL_EVENTS", "EVENTS_URL"),
    "one letter less": ("METRIC_TOKEN", "METRICS_TOKEN"),
    "of what has a default": ("MINIMUM_AGES", "MINIMUM_AGE"),
    "cut short": ("MIN_AGE", "MINIMUM_AGE"),
    "one of many": ("TRUSTED_PROXY", "TRUSTED_PROXIES"),
    "a word less": ("DATABASE", "DATABASE_URL"),
}

OTHERS = (
    *("PATH", "HOSTNAME", "LANG", "LANGUAGE", "LC_ALL", "SHELL", "SESSION", "SESSION_MANAGER", "LOGNAME", "PYTHONPATH"),
    "DATABASE_HOST",
)


class World:
    """What the doctor stands in: emulators that answer, and the settings that lead there."""

    def __init__(self, telegram: TelegramEmulator, mono: MonoEmulator, urls: dict[str, str]) -> None:
        self.telegram = telegram
        self.mono = mono
        self.urls = urls
        self.folder = Path()
        self.around = HostFacts(mounts="/dev/vda1 / ext4 rw 0 0\n")

    def given(self, **more: str) -> dict[str, str]:
        return {
            "PRIVACY_URL": "https://example.com/privacy",
            "SUPPORT_CONTACT": "Ngozi",
            "ADMINS": "telegram:12345",
            "ENCRYPTION_KEYS": KEY,
            "DATABASE_URL": f"sqlite:///{self.folder / 'telcolink.db'}",
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_API_BASE": self.urls["telegram"],
            "MONO_SECRET_KEY": self.mono.key,
            "MONO_API_BASE": self.urls["mono"],
            "MONO_WEBHOOK_SECRET": secrets.token_hex(16),
            "PORT": str(free_port()),
            "HOST": "127.0.0.1",
            **more,
        }

    async def says(self, **more: str) -> list[Finding]:
        """As `telcolink doctor` does, of what is not well."""
        try:
            found = await examine(read_settings(self.given(**more)), self.around)
        except SettingsWrong as wrong:
            return [Finding(Verdict.WRONG, "settings", problem, problem) for problem in wrong.problems]
        return [finding for finding in found if finding.verdict is not Verdict.OK]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def platforms() -> AsyncIterator[World]:
    telegram, mono = TelegramEmulator(make_token()), MonoEmulator(f"live_sk_{secrets.token_hex(12)}")
    async with serve(telegram.app) as telegram_url, serve(mono.app) as mono_url:
        yield World(telegram, mono, {"telegram": telegram_url, "mono": mono_url})


@pytest_asyncio.fixture(loop_scope="module")
async def world(platforms: World, tmp_path: Path) -> World:
    platforms.telegram.reset()
    platforms.mono.reset()
    platforms.folder = tmp_path
    platforms.around = HostFacts(mounts="/dev/vda1 / ext4 rw 0 0\n")
    return platforms


def names(found: list[Finding], words: str) -> bool:
    """Whether it is named, with something to do about it."""
    return any(words in f"{each.said} {each.advice}" and each.advice for each in found)


async def test_where_nothing_is_planted_nothing_is_named(world: World) -> None:
    found = await world.says()
    assert [each.said for each in found if each.subject != "clock"] == []


@for_every("mistake", SETTINGS)
async def test_a_setting_that_cannot_work_is_named(world: World, mistake: str) -> None:
    more, words = SETTINGS[mistake]
    assert names(await world.says(**more), words)


@pytest.mark.parametrize("kind", SPELT)
async def test_a_name_that_is_read_by_nobody_is_named(world: World, kind: str) -> None:
    written, meant = SPELT[kind]
    world.around = replace(world.around, names=(written, *OTHERS))
    without = {meant: ""} if meant in ("PRIVACY_URL", "DATABASE_URL") else {}
    found = await world.says(**without)
    assert names(found, f"{written} is read by nobody")
    assert names(found, f"it is called {meant}")
    assert not any(f"{other} is read by nobody" in each.said for each in found for other in OTHERS)


async def test_so_is_a_slip_beside_the_setting_itself_where_only_ours_begin_so(world: World) -> None:
    world.around = replace(world.around, names=("TELEGRAM_TOKN", "TELEGRAM_TOKEN", "DATABASE", "DATABASE_URL"))
    found = [each for each in await world.says() if "is read by nobody" in each.said]
    assert [each.said for each in found] == ["TELEGRAM_TOKN is read by nobody"]
    assert "it is called TELEGRAM_TOKEN, which is set as well" in found[0].advice


async def in_tmp(world: World) -> list[Finding]:
    world.around = replace(world.around, passing=(world.folder,))
    return await world.says()


async def linked_into_tmp(world: World) -> list[Finding]:
    (world.folder / "data").symlink_to(world.folder / "tmp")
    (world.folder / "tmp").mkdir()
    world.around = replace(world.around, passing=(world.folder / "tmp",))
    return await world.says(DATABASE_URL=f"sqlite:///{world.folder}/data/telcolink.db")


async def read_only(world: World) -> list[Finding]:
    world.around = replace(world.around, mounts="/dev/vda1 / ext4 ro,relatime 0 0\n")
    return await world.says()


async def in_memory(world: World) -> list[Finding]:
    world.around = replace(world.around, mounts="tmpfs / tmpfs rw 0 0\n")
    return await world.says()


async def on_a_share(world: World) -> list[Finding]:
    world.around = replace(world.around, mounts="nas:/x / nfs4 rw 0 0\n")
    return await world.says()


async def as_root(world: World) -> list[Finding]:
    world.around = replace(world.around, is_root=True)
    return await world.says()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")
async def test_root_that_looks_at_the_services_database_is_not_told_to_be_another(world: World) -> None:
    os.chown(world.folder, 10001, 10001)
    assert not names(await as_root(world), "this is root")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")
async def test_root_is_told_what_the_services_user_cannot_use(world: World) -> None:
    database = world.folder / "telcolink.db"
    await (await Database.open(database)).close()
    os.chown(world.folder, 10001, 10001)
    found = await as_root(world)
    assert names(found, f"{database}, telcolink.db.lock: owned by root, and a service that runs as 10001 cannot use")
    assert any(each.advice == f"As root: chown -R 10001: {database} {database}.lock" for each in found)
    held = await Database.open(database)
    assert not names(await as_root(world), "owned by")
    await held.close()
    for each in (database, Path(f"{database}.lock")):
        os.chown(each, 10001, 10001)
    assert not names(await as_root(world), "owned by")
    os.chown(world.folder, 0, 0)
    assert not names(await as_root(world), "owned by")


async def no_folder(world: World) -> list[Finding]:
    return await world.says(DATABASE_URL=f"sqlite:///{world.folder / 'none' / 'telcolink.db'}")


async def back_to_itself(world: World) -> list[Finding]:
    (world.folder / "telcolink.db").symlink_to("telcolink.db")
    found = await world.says()
    assert [each.subject for each in found] == ["disk"]  # and nothing is told of that rests on it
    return found


async def no_database(world: World) -> list[Finding]:
    (world.folder / "telcolink.db").write_bytes(b"no database at all" * 100)
    return await world.says()


async def foreign_database(world: World) -> list[Finding]:
    with closing(sqlite3.connect(world.folder / "telcolink.db")) as theirs:
        theirs.execute("CREATE TABLE t (x)")
    return await world.says()


async def newer_database(world: World) -> list[Finding]:
    with closing(sqlite3.connect(world.folder / "telcolink.db")) as db:
        db.execute("PRAGMA user_version = 9999")
    return await world.says()


async def forgotten_address(world: World) -> list[Finding]:
    return await world.says(**TWILIO)


async def dead_events(world: World) -> list[Finding]:
    dead = f"http://127.0.0.1:{free_port()}"
    return await world.says(EVENTS_URL=dead, EVENTS_SECRET=f"whsec_{Keyring.generate_key()}")


async def untrusted(world: World) -> list[Finding]:
    async with serving_tls(world.folder) as url:
        return await world.says(PUBLIC_URL=url)


async def wrong_token(world: World) -> list[Finding]:
    return await world.says(TELEGRAM_TOKEN=make_token())


async def wrong_key(world: World) -> list[Finding]:
    return await world.says(MONO_SECRET_KEY="live_sk_0123456789")


async def another_service(world: World) -> list[Finding]:
    async with serve(PlainTextResponse("ready")) as url:
        return await world.says(PORT=url.rpartition(":")[2])


async def another_program(world: World) -> list[Finding]:
    async with serve(PlainTextResponse("a wiki")) as url:
        return await world.says(PORT=url.rpartition(":")[2])


@asynccontextmanager
async def serving_tls(folder: Path) -> AsyncIterator[str]:
    """Nobody comes further than its certificate, which it has given itself."""
    identity, _ = identity_for("localhost", folder)
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0, ssl=identity)
    async with server:
        yield f"https://localhost:{server.sockets[0].getsockname()[1]}"


PLANTED: dict[str, tuple[Callable[[World], Awaitable[list[Finding]]], str]] = {
    "a database in /tmp": (in_tmp, "emptied at a restart"),
    "a link into /tmp": (linked_into_tmp, "emptied at a restart"),
    "a disk to be read only": (read_only, "mounted to be read only"),
    "a disk in memory": (in_memory, "will be lost"),
    "a disk elsewhere": (on_a_share, "on another machine"),
    "root": (as_root, "this is root"),
    "no folder": (no_folder, "is not there"),
    "a link to itself": (back_to_itself, "leads back to itself"),
    "no database": (no_database, "cannot be opened"),
    "another program's database": (foreign_database, "holds another program's tables"),
    "a newer database": (newer_database, "a newer release has changed it"),
    "no address beside Twilio's settings": (forgotten_address, "off although Twilio's settings are there"),
    "a system that is off": (dead_events, "a trial was not taken at EVENTS_URL"),
    "a certificate that nobody trusts": (untrusted, "certificate is not trusted"),
    "somebody else's token": (wrong_token, "the token is refused"),
    "a key of nobody": (wrong_key, "the key is refused"),
    "another service at its port": (another_service, "does not hold the database"),
    "another program at its port": (another_program, "set another PORT"),
    "metrics for everybody": (lambda world: world.says(HOST="0.0.0.0"), "can read /metrics"),  # noqa: S104
    "a Mono that fails": (lambda world: fault(world, MonoFault(500)), "answers with an error of its own"),
}


async def fault(world: World, planted: MonoFault) -> list[Finding]:
    world.mono.fail("/v2/accounts", planted)
    return await world.says()


@pytest.mark.parametrize("mistake", PLANTED)
async def test_what_is_not_as_it_should_be_around_it_is_named(world: World, mistake: str) -> None:
    look, words = PLANTED[mistake]
    assert names(await look(world), words)


async def test_there_are_as_many_as_were_promised() -> None:
    assert len(SETTINGS) + len(SPELT) + len(PLANTED) >= 45
