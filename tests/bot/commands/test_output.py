"""What keeps a command from its work is said with what to do about it."""

import errno
import os

import pytest

from bot.commands.output import explain
from storage.errors import StorageFull


def test_a_disk_that_is_full_is_said_to_be_whoever_met_it(capsys: pytest.CaptureFixture[str]) -> None:
    for error in (StorageFull("database or disk is full"), OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))):
        assert explain(error, "It cannot be done") == 1
        assert capsys.readouterr().err == "It cannot be done: the disk is full. Make room, and do it again.\n"
