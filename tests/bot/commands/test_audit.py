"""`telcolink audit` and `telcolink consents`: what is on record is shown, masked, and what was changed is named."""

import secrets
import sqlite3
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.commands.audit import UNREADABLE, show_audit, show_consents
from bot.commands.checks.evidence import check_evidence
from bot.commands.checks.finding import CheckContext, HostFacts, Verdict
from bot.commands.checks.probe import Probe
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.http_client import open_http
from conversations.agents.session import Agent
from conversations.agents.turn import Act
from conversations.consent import TEXT_VERSION, agree
from conversations.contact import Contact
from storage.database import Database
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import NOON

ADA, BISI, GONE = Contact("whatsapp", "+2348031234567"), Contact("telegram", "2001"), Contact("telegram", "2002")
COMMANDS = {"audit": show_audit, "consents": show_consents}

Show = Callable[[Namespace, Settings], int]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    given = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/test.db",
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "MONO_SECRET_KEY": f"test_sk_{secrets.token_hex(8)}",
    }
    return read_settings(given, needs_channel=False)


async def fill(settings: Settings) -> None:
    """Two consents, of which one was withdrawn, and three acts of two agents, of whom one is gone."""
    store = Store.under(settings.keyring(), settings.rules())

    def write(tx: Transaction) -> None:
        agreement = agree(ADA, "pcm", NOON)
        store.consents.record(tx, ADA, agreement, NOON, withdrawn=False)
        store.consents.record(tx, ADA, agreement, NOON + timedelta(hours=1), withdrawn=True)
        store.agents.keep(tx, Agent(BISI, "Bisi Ade", NOON))
        for agent, act, about in ((BISI, Act.LINK_MADE, "K7M-4Q2"), (GONE, Act.CODE_TYPED, ""), (BISI, Act.JOINED, "")):
            store.audit.record(tx, agent, act, about, NOON)

    database = await Database.open(settings.database_path())
    await database.run(write)
    await database.close()


def spoil(settings: Settings, statement: str) -> None:
    with closing(sqlite3.connect(settings.database_path())) as tx, tx:
        tx.execute(statement)


async def examine(settings: Settings) -> list[tuple[Verdict, str]]:
    async with open_http() as http:
        around = HostFacts()
        found = await check_evidence(CheckContext(settings, Probe(http, around.now), around))
    return [(finding.verdict, finding.said) for finding in found]


async def test_what_agents_did_is_listed_newest_first_and_by_name(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await fill(settings)
    assert show_audit(Namespace(), settings) == 0
    headings, *rows = capsys.readouterr().out.splitlines()
    assert headings.split()[:2] == ["NO", "WHEN"]
    assert [row.split("  ")[0] for row in rows] == ["3", "2", "1"]
    assert "Bisi Ade" in rows[2]
    assert "link-made" in rows[2]
    assert "K7M-4Q2" in rows[2]
    assert "telegram …2002" in rows[1]


async def test_consents_are_listed_with_their_receipts_and_without_a_whole_number(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await fill(settings)
    assert show_consents(Namespace(), settings) == 0
    shown = capsys.readouterr().out
    _, withdrawn, agreed = shown.splitlines()
    receipt = agree(ADA, "pcm", NOON).reference
    assert "withdrawn" in withdrawn
    assert ("agreed" in agreed, receipt in agreed, f"{TEXT_VERSION} pcm" in agreed) == (True, True, True)
    assert "whatsapp …4567" in agreed
    assert "803123" not in shown


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_record_that_was_changed_is_said_to_be(
    name: str, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await fill(settings)
    assert await examine(settings) == [(Verdict.OK, "consents and agents' acts are on record as they were written")]
    spoil(settings, f"UPDATE {name} SET sealed = x'00' WHERE id = 2")  # noqa: S608 - a table of ours
    command: Show = COMMANDS[name]
    assert command(Namespace(), settings) == 1
    printed = capsys.readouterr()
    assert UNREADABLE in printed.out
    assert "row 2 is not as it was written" in printed.err
    assert await examine(settings) == [(Verdict.WRONG, f"row 2 of {name} is not as it was written, or is missing")]


@pytest.mark.parametrize("name", COMMANDS)
async def test_the_last_row_cannot_be_taken_out_unseen(name: str, settings: Settings) -> None:
    await fill(settings)
    spoil(settings, f"DELETE FROM {name} WHERE id = (SELECT max(id) FROM {name})")  # noqa: S608 - a table of ours
    assert COMMANDS[name](Namespace(), settings) == 1


async def test_without_a_database_there_is_nothing_to_show_and_nothing_to_complain_of(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show_audit(Namespace(), settings) == 1
    assert "The database cannot be read" in capsys.readouterr().err
    assert await examine(settings) == []


async def test_an_empty_record_says_so(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    await (await Database.open(settings.database_path())).close()
    assert show_audit(Namespace(), settings) == 0
    assert capsys.readouterr().out == "There is nothing on record yet.\n"
