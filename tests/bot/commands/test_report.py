"""`telcolink report`: the same figures in words, as a picture and as tables, in which nothing is a formula."""

import csv
import io
import json
import secrets
from argparse import ArgumentParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.commands.report import HEADINGS, add_arguments, main
from bot.config.reading import read_settings
from bot.config.settings import Settings
from conversations.changing import replace
from conversations.link import Milestone, Reason
from storage.database import Database
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import NOON
from tests.storage.test_link_reports import BISI, LINKED, MADE, TUNDE


class BytesAndText(io.TextIOWrapper):
    """What a program writes to that is no screen."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    def written(self) -> bytes:
        self.flush()
        content = self.buffer.getvalue()  # type: ignore[attr-defined]
        assert isinstance(content, bytes)
        return content


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    given = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/test.db",
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "MONO_SECRET_KEY": f"test_sk_{secrets.token_hex(8)}",
    }
    settings = read_settings(given, needs_channel=False)
    store = Store.under(settings.keyring(), settings.rules())

    def fill(tx: Transaction) -> None:
        for agent in (TUNDE, BISI):
            store.agents.keep(tx, agent)
        store.links.keep(tx, MADE)
        for milestone, stage, minutes in LINKED:
            moved = MADE.made_at.replace(minute=minutes)
            store.links.keep(tx, replace(MADE, milestone=milestone, reached=stage, moved_at=moved))
        forgotten = replace(MADE, milestone=Milestone.DECLINED, reason=Reason.FORGOTTEN)
        store.links.keep(tx, replace(forgotten, reference="A2A-2A2", served_by=BISI.contact))

    database = await Database.open(settings.database_place())
    await database.run(fill)
    await database.close()
    return settings


def run(settings: Settings, monkeypatch: pytest.MonkeyPatch, *words: str) -> bytes:
    parser, out = ArgumentParser(), BytesAndText()
    add_arguments(parser)
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", out)
        assert main(parser.parse_args(words), settings, NOON) == 0
    return out.written()


def test_in_words(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(settings, monkeypatch).decode().startswith("Links made 17 Nov to 23 Nov 2026: 2\nopened 1 · agreed 1 ·")


def test_a_row_for_each_link_in_every_table(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.loads(line) for line in run(settings, monkeypatch, "--jsonl", "--days", "30").decode().splitlines()]
    table = list(csv.reader(io.StringIO(run(settings, monkeypatch, "--csv").decode())))
    book = load_workbook(io.BytesIO(run(settings, monkeypatch, "--xlsx")))
    sheet = [["" if cell.value is None else cell.value for cell in row] for row in book.worksheets[0].rows]
    assert [line["reference"] for line in lines] == ["A2A-2A2", "K7M-4Q2"]
    assert (lines[0]["state"], lines[0]["reason"]) == ("cancelled", "forgotten")  # as the API and its event say
    assert sheet == [list(HEADINGS), *(list(line.values()) for line in lines)]
    assert table == [list(HEADINGS), *([cell.replace("=Bisi", "'=Bisi") for cell in row] for row in sheet[1:])]
    assert {cell.data_type for row in book.worksheets[0].rows for cell in row} <= {"s", "n"}
    assert lines[1]["opened"] == "2026-11-23T12:02:00Z"


def test_nothing_in_a_table_is_of_a_customer(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    written = run(settings, monkeypatch, "--jsonl").decode()
    for hidden in ("0803", "234", "mango", "2001", "rent"):
        assert hidden not in written


def test_the_picture_is_a_png(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(settings, monkeypatch, "--png").startswith(b"\x89PNG")


@pytest.mark.parametrize("words", [["--days", "0"], ["--days", "31"], ["--days", "x"], ["--csv", "--png"]])
def test_what_cannot_be_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser()
    add_arguments(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(words)
    assert capsys.readouterr().err
