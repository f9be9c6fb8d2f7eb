"""`telcolink links import`: each row its link, once, beside a running service and without one; and what is wrong."""

import argparse
import asyncio
import csv
import io
import re
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.app import App, run_app
from bot.channels.console import Console, ConsoleModule
from bot.commands import links
from bot.config.reading import read_settings
from bot.config.settings import Settings
from conversations.agents.turn import Act
from storage.looking import open_read_only
from storage.sealing import Keyring
from storage.store import Store

ROWS = """number,network,external_reference,note,language
0803 123 4567,mtn,LN-1,rent,pcm
,,=cmd|' /C calc'!A0,,
08055555555,airtel,💸,,en
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


def settings_in(folder: Path) -> Settings:
    """With a key of their own."""
    environment = {
        "DATABASE_URL": f"sqlite:///{folder / 'telcolink.tx'}",
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "MONO_SECRET_KEY": "test_sk_0123456789",
        "MONO_API_BASE": "http://127.0.0.1:9",
        "PUBLIC_URL": "https://bot.kudi.example",
        "LANGUAGES": "en,pcm,ha",
    }
    return read_settings(environment, needs_channel=False)


class Import:
    """The command on one file, and what it said."""

    def __init__(self, folder: Path, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
        self._file, self._settings, self._capsys = folder / "links.csv", settings, capsys
        self.err = ""

    async def run(self, text: str, encoding: str = "utf-8") -> tuple[int, list[dict[str, str]]]:
        """Exit status, and the report."""
        self._file.write_text(text, encoding=encoding)
        parser = argparse.ArgumentParser()
        links.add_arguments(parser)
        options = parser.parse_args(["import", str(self._file), "--as", "Ngozi"])
        status = await asyncio.to_thread(links.main, options, self._settings)
        said = self._capsys.readouterr()
        self.err = said.err
        report = [
            line for line in said.out.splitlines() if not re.match(r"20\d\d-", line)
        ]  # what no log was set up for
        return status, list(csv.DictReader(io.StringIO("\n".join(report))))


@pytest.fixture
async def bring(tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]) -> Import:
    async with running(settings):
        pass
    return Import(tmp_path, settings, capsys)


def running(settings: Settings) -> AbstractAsyncContextManager[App]:
    return run_app(settings, extra=(ConsoleModule(Console()),))


def count(settings: Settings, table: str) -> int:
    with open_read_only(settings.database_place()) as tx:
        return int(tx.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a test's own word


async def test_each_row_becomes_a_link_that_can_be_sent(bring: Import, settings: Settings) -> None:
    status, report = await bring.run(ROWS)
    assert (status, bring.err) == (0, "3 made.\n")
    assert [(row["ROW"], row["RESULT"]) for row in report] == [("2", "made"), ("3", "made"), ("4", "made")]
    assert all(row["PAGE"].startswith("https://bot.kudi.example/l/") for row in report)
    assert all(len(row["MATCH WORDS"].split()) == 2 for row in report)
    assert [row["EXTERNAL REFERENCE"] for row in report] == ["LN-1", "'=cmd|' /C calc'!A0", "💸"]
    store = Store.under(settings.keyring(), settings.rules())
    with open_read_only(settings.database_place()) as tx:
        (link,) = store.links.of_external_reference(tx, "=cmd|' /C calc'!A0")
        acts = [(entry.name, entry.act) for _, entry in store.audit.ledger.entries(tx) if entry]
    assert link.reference == report[1]["REFERENCE"]
    assert set(acts) == {("Ngozi", Act.LINK_MADE), ("Ngozi", Act.LINKS_IMPORTED)}


async def test_the_same_file_again_makes_no_second_links_and_says_where_the_first_ones_are(bring: Import) -> None:
    _, first = await bring.run(ROWS)
    status, again = await bring.run(ROWS.replace("\n", "\r\n"))
    assert (status, bring.err) == (0, "3 made before.\n")
    for name in ("REFERENCE", "PAGE"):
        assert [row[name] for row in again] == [row[name] for row in first]


async def test_equal_rows_of_one_file_are_several_links(bring: Import) -> None:
    _, report = await bring.run("note\nrent\nrent\n")
    assert len({row["REFERENCE"] for row in report}) == 2


async def test_beside_a_running_service_it_is_the_service_that_makes_them(bring: Import, settings: Settings) -> None:
    async with running(settings):
        status, report = await bring.run(ROWS)
    assert (status, len(report)) == (0, 3)
    assert count(settings, "links") == 3


async def test_with_other_keys_than_the_services_nothing_is_asked_of_it(
    bring: Import, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bring, "_settings", settings_in(tmp_path))
    async with running(settings):
        assert await bring.run(ROWS) == (1, [])
    assert "it must be the last of ENCRYPTION_KEYS" in bring.err
    assert count(settings, "links") == 0


async def test_a_thousand_rows_are_made_once(bring: Import, settings: Settings) -> None:
    rows = "external_reference;note\n" + "".join(f"LN-{number};{'x' * 60}\n" for number in range(1000))
    status, report = await bring.run(rows)
    assert (status, len({row["REFERENCE"] for row in report})) == (0, 1000)
    status, again = await bring.run("external_reference\nLN-more\n")
    assert (status, again[0]["RESULT"]) == (1, "refused")
    assert "LINKS_PER_PROGRAM_HOUR is reached" in again[0]["ABOUT IT"]
    assert count(settings, "links") == 1000


async def test_what_is_wrong_with_a_row_keeps_no_other_from_its_link(bring: Import) -> None:
    wrong = (
        "123,a,,",
        "8.03E+09,b,,",
        ",c,Nobody Else,",
        ",d,,,,",
        "",
        ",e,,ig",
        "0803 123 4567,f,,ha",
        "08031234567,g,,",
        ",h,Nobody Else,ig",
    )
    status, report = await bring.run("\n".join(("number,external_reference,agent,language", *wrong)))
    assert (status, bring.err) == (1, "6 refused, 1 made, 1 open already.\n")
    about = [row["ABOUT IT"] for row in report]
    assert about[0].startswith("number must be the number of a Nigerian mobile line")
    assert about[2:4] == ["agent is no agent's name", "has more cells than there are columns"]
    assert about[4] == "language must be en or pcm or ha"
    assert about[7] == "language must be en or pcm or ha; agent is no agent's name"
    assert report[6]["REFERENCE"] == report[5]["REFERENCE"]


async def test_a_break_that_ends_no_line_ends_no_row(bring: Import) -> None:
    for within in ("\u2028", "\x0b", "\x85"):
        status, report = await bring.run(f"external_reference,note\r\nLN-{ord(within)},school{within}fees\r\n")
        assert (status, [row["RESULT"] for row in report]) == (0, ["made"])


async def test_a_network_and_a_language_are_read_as_people_write_them(bring: Import) -> None:
    status, _ = await bring.run("number,network,language\n0803 123 4567,MTN,EN\n0802 123 4567,Airtel,Pcm\n")
    assert (status, bring.err) == (0, "2 made.\n")


@pytest.mark.parametrize("text", ["", "phone,note\n1,2\n", "number,number\n1,2\n", "note\n" + "x\n" * 5001])
async def test_a_file_that_is_none_of_ours_makes_nothing(bring: Import, settings: Settings, text: str) -> None:
    status, report = await bring.run(text)
    assert (status, report, count(settings, "links")) == (1, [], 0)
    assert bring.err.startswith("The first line" if len(text) < 5000 else "/")


async def test_a_file_in_another_encoding_is_refused_and_a_spreadsheets_mark_is_not(bring: Import) -> None:
    assert (await bring.run("note\nÒjó\n", "utf-16"))[0] == 1
    assert "UTF-8" in bring.err
    assert (await bring.run("note\nÒjó\n", "utf-8-sig"))[0] == 0
