"""`make install` puts the command where any user of the machine can run it. Never what is installed."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Stands for Python: makes an environment that holds nothing but itself, and does nothing else.
PYTHON = """#!/bin/sh
if test "$2" = venv; then
  mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && cp "$0" "$4/bin/telcolink" && touch "$4/pyvenv.cfg"
fi
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "python").write_text(PYTHON)
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def install(checkout: Path, prefix: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "install", f"PYTHON={checkout}/python", f"PREFIX={prefix}"]
    return subprocess.run(command, cwd=checkout, umask=0o077, capture_output=True, text=True, check=False)


def test_any_user_can_run_it_whatever_the_umask_of_root(checkout: Path) -> None:
    prefix = checkout / "opt of ours"
    done = install(checkout, str(prefix))
    assert done.returncode == 0, done.stderr
    assert (prefix / "bin" / "telcolink").resolve() == prefix / "share" / "telcolink" / "bin" / "telcolink"
    for path in (prefix, *prefix.rglob("*")):
        wanted = stat.S_IROTH | (stat.S_IXOTH if path.is_dir() or path.parent.name == "bin" else 0)
        assert path.stat().st_mode & wanted == wanted, path


def test_a_place_that_another_folder_would_change_is_refused(checkout: Path) -> None:
    done = install(checkout, "here")
    assert (done.returncode, "PREFIX must begin with a slash" in done.stderr) == (2, True)
    assert not (checkout / "here").exists()
