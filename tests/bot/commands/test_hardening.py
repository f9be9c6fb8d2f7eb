"""The process leaves no core file, and nobody looks into it; whoever runs it as root is told."""

import multiprocessing
import os
import resource
import sys
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.commands import hardening


def _harden_and_tell() -> None:
    hardening.harden()
    status = Path("/proc/self/coredump_filter")
    sys.exit(0 if resource.getrlimit(resource.RLIMIT_CORE) == (0, 0) and status.stat().st_uid == 0 else 1)


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")
def test_no_core_file_is_left_and_nobody_looks_in() -> None:
    process = multiprocessing.get_context("spawn").Process(target=_harden_and_tell)
    process.start()
    process.join()
    assert process.exitcode == 0


@pytest.mark.parametrize("user", [0, 1000])
def test_root_is_warned(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(resource, "setrlimit", lambda *_: None)
    monkeypatch.setattr(hardening, "_forbid_looking_in", lambda: None)
    with capture_logs() as said:
        hardening.harden()
    assert [line["event"] for line in said] == (["running_as_root"] if user == 0 else [])
