"""A command goes on where whoever began it has closed its input or output."""

import subprocess
import sys

CLOSED = {"stdin": "<&-", "stdout": ">&-", "stderr": "2>&-"}
# What is opened after that; its number is the exit status.
OPEN = "import os, sys; from bot.__main__ import main; main(sys.argv[1:]); sys.exit(os.open('.', os.O_RDONLY))"


def test_what_is_opened_has_the_number_of_no_standard_stream() -> None:
    for streams in (("stdin",), ("stdout",), ("stderr",), tuple(CLOSED)):
        shell = f'exec "$@" {" ".join(CLOSED[each] for each in streams)}'
        command = ("sh", "-c", shell, "sh", sys.executable, "-c", OPEN, "api-keys", "new", "core")
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        assert done.returncode > 2, streams
        assert (b"tlk_" in done.stdout) == ("stdout" not in streams), streams
        assert done.stderr == b"", streams
