"""`telcolink audit` and `telcolink consents`: what is on record is shown, masked, and what was changed is named."""

import secrets
import sqlite3
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.checks.evidence import check_evidence
from bot.checks.finding import CheckContext, HostFacts, Verdict
from bot.checks.probe import Probe
from bot.commands.audit import add_arguments, show_audit, show_consents
from bot.commands.records import UNREADABLE
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.outgoing.occasional import open_http
from conversations.agents.session import Agent
from conversations.agents.turn import Act
from conversations.consent import TEXT_VERSION, agree
from conversations.contact import Contact
from conversations.lagos import date_in_lagos
from storage.database import Database
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.raw import file_of
from tests.scenes import NOON

ADA, BISI, GONE = Contact("whatsapp", "+2348031234567"), Contact("telegram", "2001"), Contact("telegram", "2002")
COMMANDS = {"audit": show_audit, "consents": show_consents}


def asked(*words: str, name: str = "consents") -> Namespace:
    parser = ArgumentParser()
    add_arguments(parser, name)
    return parser.parse_args(words)


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

    database = await Database.open(settings.database_place())
    await database.run(write)
    await database.close()


def spoil(settings: Settings, statement: str) -> None:
    with closing(sqlite3.connect(file_of(settings))) as tx, tx:
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
    assert show_audit(asked(name="audit"), settings) == 0
    headings, *rows = capsys.readouterr().out.splitlines()
    assert headings.split()[:2] == ["NO", "WHEN"]
    assert [row.split("  ")[0] for row in rows] == ["3", "2", "1"]
    assert "Bisi Ade" in rows[2]
    assert "link-made" in rows[2]
    assert "K7M-4Q2" in rows[2]
    assert "telegram …2002" in rows[1]


async def test_a_consent_is_listed_until_the_day_that_the_customer_was_told(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    late = NOON.replace(hour=23, minute=30)  # half past midnight in Lagos
    agreement = agree(ADA, "en", late)
    store = Store.under(settings.keyring(), settings.rules())
    database = await Database.open(settings.database_place())
    await database.run(lambda tx: store.consents.record(tx, ADA, agreement, late, withdrawn=False))
    await database.close()
    assert show_consents(asked(), settings) == 0
    assert agreement.until is not None
    assert f" {date_in_lagos(agreement.until)} " in capsys.readouterr().out
    assert date_in_lagos(agreement.until) != agreement.until.date()


async def test_consents_are_listed_with_their_receipts_and_without_a_whole_number(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await fill(settings)
    assert show_consents(asked(), settings) == 0
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
    assert command(asked(name=name), settings) == 1
    printed = capsys.readouterr()
    assert UNREADABLE in printed.out
    assert "row 2 is not as it was written" in printed.err
    assert await examine(settings) == [(Verdict.WRONG, f"row 2 of {name} is not as it was written")]


@pytest.mark.parametrize("name", COMMANDS)
async def test_the_last_row_cannot_be_taken_out_unseen(name: str, settings: Settings) -> None:
    await fill(settings)
    spoil(settings, f"DELETE FROM {name} WHERE id = (SELECT max(id) FROM {name})")  # noqa: S608 - a table of ours
    assert COMMANDS[name](asked(name=name), settings) == 1


async def test_without_a_database_there_is_nothing_to_show_and_nothing_to_complain_of(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show_audit(asked(name="audit"), settings) == 1
    assert "The database cannot be read" in capsys.readouterr().err
    assert await examine(settings) == []


async def test_an_empty_record_says_so(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    await (await Database.open(settings.database_place())).close()
    assert show_audit(asked(name="audit"), settings) == 0
    assert capsys.readouterr().out == "There is nothing on record yet.\n"


# All of it, and what is asked for


async def write(settings: Settings, work: Callable[[Transaction, Store], object]) -> None:
    store = Store.under(settings.keyring(), settings.rules())
    database = await Database.open(settings.database_place())
    await database.run(lambda tx: work(tx, store))
    await database.close()


async def test_no_row_is_left_out_however_many_there_are(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill_much(tx: Transaction, store: Store) -> None:
        for number in range(450):
            agreement = agree(ADA, "en", NOON + timedelta(minutes=number))
            store.consents.record(tx, ADA, agreement, agreement.at, withdrawn=False)

    await write(settings, fill_much)
    assert show_consents(asked(), settings) == 0
    assert len(capsys.readouterr().out.splitlines()) == 451
    assert show_consents(asked("--csv"), settings) == 0
    assert len(capsys.readouterr().out.splitlines()) == 451


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (["--contact", "whatsapp:+2348031234567"], ["2", "1"]),
        (["--contact", "telegram:2001"], []),
        (["--act", "withdrawn"], ["2"]),
        (["--since", "2026-11-23T12:30"], ["2"]),
        (["--until", "2026-11-23T12:30"], ["1"]),
        (["--since", "2026-11-23", "--until", "2026-11-23"], ["2", "1"]),
        (["--since", "2026-11-23T14:00:00+01:00"], ["2"]),
        (["--until", "2026-11-22"], []),
        (["--until", "9999-12-31"], ["2", "1"]),
        (["--receipt", agree(ADA, "pcm", NOON).reference.lower()], ["2", "1"]),
    ],
    ids=" ".join,
)
async def test_rows_are_found_by_chat_receipt_act_and_time(
    settings: Settings, capsys: pytest.CaptureFixture[str], words: list[str], numbers: list[str]
) -> None:
    await fill(settings)
    assert show_consents(asked(*words), settings) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows[1:]] == numbers


async def test_a_receipt_that_is_nobodys_is_said_to_be(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    await fill(settings)
    assert show_consents(asked("--receipt", "C-NOBODYS0"), settings) == 1
    assert capsys.readouterr().err == "Nothing on record is of a receipt C-NOBODYS0.\n"


@for_every("words", [["--contact", "0803"], ["--since", "yesterday"], ["--act", "sung"]])
def test_what_cannot_be_asked_for_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        asked(*words)
    assert refused.value.code == 2


async def test_a_spreadsheet_takes_nothing_for_a_formula(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    agent = Agent(BISI, "=HYPERLINK(1)", NOON)
    await write(settings, lambda tx, store: store.audit.record(tx, BISI, Act.JOINED, agent.name, NOON, agent.name))
    assert show_audit(asked("--csv", name="audit"), settings) == 0
    assert capsys.readouterr().out.splitlines()[1] == "1,2026-11-23T12:00:00Z,'=HYPERLINK(1),joined,'=HYPERLINK(1)"


async def test_an_agent_who_was_removed_keeps_their_name(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also in rows from before names stood in them."""

    def join_and_go(tx: Transaction, store: Store) -> None:
        store.audit.record(tx, BISI, Act.JOINED, "Bisi Ade", NOON)
        store.audit.record(tx, BISI, Act.LINK_MADE, "K7M-4Q2", NOON)
        store.audit.record(tx, GONE, Act.LINK_MADE, "K7M-4Q3", NOON, "Chidi Okeke")

    await write(settings, join_and_go)
    assert show_audit(asked("--act", "link-made", name="audit"), settings) == 0
    _, third, second = capsys.readouterr().out.splitlines()
    assert ("Chidi Okeke" in third, "Bisi Ade" in second) == (True, True)


# Heads


async def head_of(settings: Settings, capsys: pytest.CaptureFixture[str]) -> str:
    assert show_consents(asked("--head"), settings) == 0
    return capsys.readouterr().out.strip()


async def test_a_head_that_was_kept_is_known_again_after_more_rows(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await fill(settings)
    kept = await head_of(settings, capsys)
    await fill(settings)
    assert show_consents(asked("--head", kept), settings) == 0
    assert show_consents(asked("--head", kept.upper()), settings) == 0
    assert (await head_of(settings, capsys)).splitlines()[-1] != kept


async def test_a_record_that_was_brought_back_to_an_older_copy_does_not_hold_a_newer_head(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copy is sound in itself: nothing in it tells that it is old."""
    await fill(settings)
    path = file_of(settings)
    copy = path.read_bytes()
    await fill(settings)
    kept = await head_of(settings, capsys)
    path.write_bytes(copy)
    assert show_consents(asked(), settings) == 0
    assert show_consents(asked("--head", kept), settings) == 1
    assert f"does not hold {kept}" in capsys.readouterr().err


async def test_rows_that_were_taken_out_with_the_note_of_their_number_are_missed_by_a_head(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    await fill(settings)
    kept = await head_of(settings, capsys)
    spoil(settings, "DELETE FROM consents WHERE id = 2")
    spoil(settings, "UPDATE ledgers SET highest = 1 WHERE name = 'consents'")
    assert show_consents(asked(), settings) == 0
    assert show_consents(asked("--head", kept), settings) == 1


def test_a_text_that_is_no_head_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        asked("--head", "twelve")
    assert ended.value.code == 2
    assert "must be a row's number" in capsys.readouterr().err


def test_a_span_that_ends_before_it_begins_is_refused(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert show_consents(asked("--since", "2026-12-01", "--until", "2026-11-01"), settings) == 2
    assert capsys.readouterr().err == "Nothing can be there: --since is later than --until.\n"


def test_where_no_database_is_its_whole_place_is_told(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert show_consents(asked(), settings) == 1
    said = f"there is none at {file_of(settings)}. Set DATABASE_URL as the service has it."
    assert capsys.readouterr().err == f"The database cannot be read: {said}\n"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE consents SET at = at + 1 WHERE id = 1", "row 1 is not as it was written"),
        ("DELETE FROM consents WHERE id = 1", "row 1 was taken out"),
        ("DELETE FROM consents WHERE id = 2", "row 2 and all after it were taken out at the end"),
        ("DELETE FROM ledgers WHERE name = 'consents'", "row 1 is beyond the length that was noted of the record"),
    ],
)
async def test_what_was_done_to_the_record_is_named(
    settings: Settings, capsys: pytest.CaptureFixture[str], statement: str, said: str
) -> None:
    await fill(settings)
    spoil(settings, statement)
    assert show_consents(asked(), settings) == 1
    assert capsys.readouterr().err == f"The record was changed: its {said}.\n"
