"""Every command that looks into the database or writes to it does so on a server too, beside whatever runs there."""

import asyncio
import secrets
from datetime import timedelta

import psycopg
import pytest

from bot.__main__ import main
from bot.checks.database import check_database, check_library
from bot.checks.disk import check_permanence, check_room
from bot.checks.evidence import check_evidence
from bot.checks.finding import CheckContext, Finding, HostFacts, Verdict
from bot.checks.keys import check_keys
from bot.checks.probe import Probe
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.operations.pausing import Pausing
from bot.outbox.handlers import PayloadHandlers
from bot.outbox.payloads import AccountUnlinking, ChatMessage, Payload, payload_of
from bot.outgoing.occasional import open_http
from conversations.consent import agree
from conversations.pause import Pause
from storage.database import Database
from storage.errors import KeysUnfit
from storage.events import WebhookPost
from storage.keys.admission import admit
from storage.looking import open_read_only
from storage.pauses import Pauses
from storage.place import ServerUrl
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.local_postgres import LocalPostgres
from tests.scenes import ADA, LINKED, NOON, NUMBER

Said = pytest.CaptureFixture[str]


@pytest.fixture
def key(postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch) -> str:
    """Of a database of the test's own: Ada has a line, with a consent that she gave and one that she withdrew."""
    return set_to(monkeypatch, fill(postgres))


@pytest.fixture(scope="module")
def filled(postgres: LocalPostgres) -> dict[str, str]:
    """What is set for another such database, for all who change none of that."""
    return fill(postgres)


@pytest.fixture
def settled(filled: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The key of the database from which nothing is taken."""
    return set_to(monkeypatch, filled)


def set_to(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> str:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return given["ENCRYPTION_KEYS"]


def fill(postgres: LocalPostgres) -> dict[str, str]:
    given = {
        "DATABASE_URL": postgres.place().reveal(),
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "MONO_SECRET_KEY": f"test_sk_{secrets.token_hex(8)}",
    }
    settings = read_settings(given, needs_channel=False)
    store = Store.under(settings.keyring(), settings.rules(), tells_systems=True)

    def write(tx: Transaction) -> None:
        store.accounts.keep(tx, ADA, LINKED)
        for hours in (0, 1):
            at = NOON + timedelta(hours=hours)
            store.consents.record(tx, ADA, agree(ADA, "pcm", at), at, withdrawn=bool(hours))
        store.events.add(tx, "declined", "K7M-4Q2", {}, NOON)

    asyncio.run(start(settings, write))
    return given


async def start(settings: Settings, write: object = None) -> None:
    """As a service does, with the keys that are set."""
    database = await Database.open(settings.database_place())
    await admit(database, settings.keyring(), NOON)
    if callable(write):
        await database.run(write)
    await database.close()


@pytest.mark.usefixtures("settled")
def test_the_records_are_shown(capsys: Said) -> None:
    assert main(["consents"]) == 0
    assert "withdrawn" in capsys.readouterr().out
    assert main(["events"]) == 0
    assert "K7M-4Q2" in capsys.readouterr().out


@pytest.mark.usefixtures("settled")
def test_a_customer_is_found_and_that_is_on_record(capsys: Said) -> None:
    assert main(["customers", "find", "--number", f"0{NUMBER.e164[4:]}", "--as", "Ngozi"]) == 0
    assert main(["audit", "--act", "customer-found"]) == 0
    assert "Ngozi" in capsys.readouterr().out


@pytest.mark.usefixtures("key")
async def test_what_follows_from_a_command_is_left_to_the_service_that_leads(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    carried = list[Payload]()

    async def hand_over(_: PayloadHandlers, body: Payload) -> None:
        carried.append(body)

    monkeypatch.setattr(PayloadHandlers, "hand_over", hand_over)
    unlink = ["customers", "unlink", "--number", f"0{NUMBER.e164[4:]}", "--because", "lost", "--yes", "--as", "Ngozi"]
    assert await asyncio.to_thread(main, unlink) == 0, capsys.readouterr().err
    assert carried == []
    settings = read_settings(needs_channel=False)
    store = Store.under(settings.keyring(), settings.rules())
    with open_read_only(settings.database_place()) as tx:
        waiting = {type(payload_of(message)) for message in store.outbox.waiting(tx)}
    assert waiting == {ChatMessage, AccountUnlinking, WebhookPost}


def test_linking_is_paused_and_resumed_beside_a_service_that_looks(settled: str, capsys: Said) -> None:
    settings = read_settings(needs_channel=False)

    async def look() -> Pause | None:
        database = await Database.open(settings.database_place())
        pausing = Pausing(database, Pauses(Keyring.parse(settled)))
        await pausing.look()
        await database.close()
        return pausing.now

    assert main(["pause", "back at 15:00", "--as", "Ngozi"]) == 0
    found = asyncio.run(look())
    assert found
    assert found.words == "back at 15:00"
    assert main(["resume", "--as", "Ngozi"]) == 0
    assert asyncio.run(look()) is None
    capsys.readouterr()
    assert main(["audit", "--act", "linking-paused"]) == 0
    assert "Ngozi" in capsys.readouterr().out


def test_everything_is_sealed_anew_once_the_services_have_the_key(
    key: str, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["keys", "check"]) == 0
    monkeypatch.setenv("ENCRYPTION_KEYS", f"{Keyring.generate_key()},{key}")
    assert main(["keys", "reseal"]) == 1
    said = capsys.readouterr().err
    assert "restart it" in said
    assert main(["pause", "back at 15:00", "--as", "Ngozi"]) == 1  # whoever leads could not read it
    assert main(["customers", "find", "--number", f"0{NUMBER.e164[4:]}", "--as", "Ngozi"]) == 1
    assert capsys.readouterr().err == said * 2
    asyncio.run(start(read_settings(needs_channel=False)))
    assert main(["keys", "reseal"]) == 0
    assert "are sealed with key" in capsys.readouterr().out


@pytest.mark.usefixtures("settled")
def test_nothing_is_done_where_no_service_ever_began(
    postgres: LocalPostgres, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres.place().reveal())
    assert main(["keys", "check"]) == 1
    assert main(["customers", "find", "--number", f"0{NUMBER.e164[4:]}", "--as", "Ngozi"]) == 1
    said = capsys.readouterr().err
    assert "nothing is sealed" in said
    assert "no service was ever started on it" in said


@pytest.mark.usefixtures("key")
def test_while_an_earlier_release_leads_nothing_is_done_and_that_is_said(capsys: Said) -> None:
    url = read_settings(needs_channel=False).database_place()
    assert isinstance(url, ServerUrl)
    with psycopg.connect(url.reveal(), autocommit=True) as connection:
        connection.execute("UPDATE schema_version SET number = number - 1")
        connection.execute("INSERT INTO leases (name, owner, epoch, until) VALUES ('service', 'it', 1, 1e15)")
    assert main(["customers", "find", "--number", f"0{NUMBER.e164[4:]}", "--as", "Ngozi"]) == 1
    assert main(["keys", "reseal"]) == 1
    assert capsys.readouterr().err.count("it is in use by a process of an earlier release, which has to end first") == 2


@pytest.mark.usefixtures("settled")
def test_the_keys_of_another_installation_are_refused_at_the_start_and_named_by_doctor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ENCRYPTION_KEYS", Keyring.generate_key())
    others = read_settings(needs_channel=False)
    with pytest.raises(KeysUnfit, match="is missing from ENCRYPTION_KEYS"):
        asyncio.run(start(others))
    found = asyncio.run(examine(others))
    assert any(each.verdict is Verdict.WRONG and "is missing from ENCRYPTION_KEYS" in each.said for each in found)


@pytest.mark.usefixtures("settled")
async def test_doctor_looks_at_the_server_and_at_no_disk() -> None:
    found = await examine(read_settings(needs_channel=False))
    assert {finding.subject for finding in found} == {"database", "keys", "evidence"}
    (wrong,) = [finding for finding in found if finding.verdict is not Verdict.OK]
    assert "does not sync" in wrong.said  # the tests' own server is fast in that way


async def examine(settings: Settings) -> list[Finding]:
    async with open_http() as http:
        context = CheckContext(settings, Probe(http, HostFacts().now), HostFacts())
        checks = (check_room, check_permanence, check_library, check_database, check_keys, check_evidence)
        return [finding for check in checks for finding in await check(context)]
