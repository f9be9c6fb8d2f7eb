"""What keeps a command from its work is said with what to do about it; what it lists fits where it is read."""

import csv
import errno
import io
import os
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from bot.commands.output import explain, tell_rows, write_csv
from storage.errors import StorageFull
from tests.for_every import for_every

HEADINGS = ("NO", "WHO", "RECEIPT", "ASKED BY", "READS", "LINK")
WIDTHS = (6, 18, 10, 16, 30, 4)
ROWS = [
    ("12", "telegram …1234", "C-ABCDEFGH", "Kudi Loans", "identity balances transactions", "-"),
    (
        "11",
        "whatsapp …4567",
        "C-HGFEDCBA",
        "A Business Whose Name Is Longer Than Any Terminal Is",
        "-",
        "K7Q2",
    ),
]


def test_a_file_that_is_not_there_is_named_without_a_number_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        (tmp_path / "links.csv").read_text()
    assert explain(missing.value, "It cannot be done") == 1
    assert capsys.readouterr().err == f"It cannot be done: {tmp_path}/links.csv: no such file or directory\n"


class Terminal(io.StringIO):
    """As people read it."""

    def isatty(self) -> bool:
        return True


def listed(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, columns: int) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdout", stream)
    assert tell_rows(HEADINGS, WIDTHS, ROWS) == len(ROWS)
    return stream.getvalue().splitlines()


def test_a_disk_that_is_full_is_said_to_be_whoever_met_it(capsys: pytest.CaptureFixture[str]) -> None:
    for error in (StorageFull("database or disk is full"), OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))):
        assert explain(error, "It cannot be done") == 1
        assert capsys.readouterr().err == "It cannot be done: the disk is full. Make room, and do it again.\n"


def test_a_terminal_without_room_for_the_columns_has_each_cell_behind_its_heading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for columns in (80, 60, 24):
        lines = listed(monkeypatch, Terminal(), columns)
        assert max(map(len, lines)) <= columns
        assert [line.split()[1] for line in lines if line.startswith("NO ")] == ["12", "11"]
    assert listed(monkeypatch, Terminal(), 60) == [
        "NO 12  WHO telegram …1234  RECEIPT C-ABCDEFGH",
        "   ASKED BY Kudi Loans  READS identity balances transactions",
        "NO 11  WHO whatsapp …4567  RECEIPT C-HGFEDCBA",
        "   ASKED BY A Business Whose Name Is Longer Than Any",
        "      Terminal Is  LINK K7Q2",
    ]


def test_what_is_piped_is_a_row_a_line_however_narrow_the_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = listed(monkeypatch, io.StringIO(), 60)
    assert [line.split()[0] for line in piped] == ["NO", "12", "11"]
    assert listed(monkeypatch, Terminal(), 200) == piped


@for_every("cell", ["=1+1", "+1+cmd|' /C calc'!A0", "-1+cmd|' /C calc'!A0", "-5", "--", "@SUM(A1)", "\t=1"])
def test_what_a_spreadsheet_would_reckon_with_is_a_text_there(cell: str) -> None:
    assert written_as_csv(cell) == f"'{cell}"


@for_every("cell", ["", "-", "Ada-Obi", "5", "a=1", " -1"])
def test_all_else_is_written_as_it_is(cell: str) -> None:
    assert written_as_csv(cell) == cell


@for_every("cell", ["x\r=1+1", "x\n=1+1", "x\r\n=1+1", "x\r", "\n"])
def test_a_cell_with_an_end_of_line_begins_no_other_row(cell: str) -> None:
    assert written_as_csv(cell) == cell


def test_a_row_is_a_line_that_ends_as_lines_do_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert write_csv(("NO", "WHO"), [("1", "a"), ("2", "")]) == 2
    assert capsys.readouterr().out == "NO,WHO\n1,a\n2,\n"


def written_as_csv(cell: str) -> str:
    """What a reader of the file finds in the cell."""
    with redirect_stdout(io.StringIO(newline="")) as written:
        assert write_csv(("NO", "WHO"), [("1", cell)]) == 1
    _, (_, found) = csv.reader(io.StringIO(written.getvalue(), newline=""))
    return found


def test_who_has_read_enough_leaves_nothing_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "read").open("w") as read:
        monkeypatch.setattr("sys.stdout", read)
        assert explain(BrokenPipeError(errno.EPIPE, "Broken pipe"), "The database cannot be used") == 0
