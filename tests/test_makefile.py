"""`make install` puts the command where any user of the machine can run it. Never what is installed."""

import os
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


def install(
    checkout: Path, prefix: str, target: str = "install", **environment: str
) -> subprocess.CompletedProcess[str]:
    given = {"PYTHON": f"{checkout}/python"} | environment
    command = ["make", target, f"PYTHON={given['PYTHON']}", f"PREFIX={prefix}"]
    environment = {**os.environ, **given}
    return subprocess.run(
        command, cwd=checkout, umask=0o077, capture_output=True, text=True, check=False, env=environment
    )


def test_any_user_can_run_it_whatever_the_umask_of_root(checkout: Path) -> None:
    prefix = checkout / "opt of ours"
    done = install(checkout, str(prefix))
    assert done.returncode == 0, done.stderr
    assert (prefix / "bin" / "telcolink").resolve().is_relative_to(prefix / "share" / "telcolink")
    for path in (prefix, *prefix.rglob("*")):
        wanted = stat.S_IROTH | (stat.S_IXOTH if path.is_dir() or path.parent.name == "bin" else 0)
        assert path.stat().st_mode & wanted == wanted, path


@pytest.mark.parametrize(("user", "status"), [("0", 2), ("1000", 0)])
def test_an_interpreter_that_no_other_user_reaches_is_named(checkout: Path, user: str, status: int) -> None:
    """Root installs for others, and is refused; who installs for themselves is told."""
    (checkout / "closed").mkdir(mode=0o700)
    (checkout / "closed" / "python").write_text(
        PYTHON.replace('cp "$0" "$4/bin/python"', 'ln -sf "$0" "$4/bin/python"')
    )
    (checkout / "closed" / "python").chmod(0o755)
    (checkout / "programs").mkdir()
    (checkout / "programs" / "id").write_text(f"#!/bin/sh\necho {user}\n")
    (checkout / "programs" / "id").chmod(0o755)
    prefix, path = checkout / "opt", f"{checkout}/programs:{os.environ['PATH']}"
    done = install(checkout, str(prefix), PYTHON=f"{checkout}/closed/python", PATH=path)
    assert (done.returncode, (prefix / "bin" / "telcolink").exists()) == (status, not status)
    assert f"{checkout}/closed is closed to them: make install PYTHON=/usr/bin/python3" in done.stderr
    assert list((prefix / "share" / "telcolink").iterdir()) == [] or not status
    (checkout / "closed").chmod(0o711)
    again = install(checkout, str(prefix), PYTHON=f"{checkout}/closed/python", PATH=path)
    assert (again.returncode, again.stderr) == (0, "")
    mine = checkout / "closed" / "mine"
    (checkout / "closed").chmod(0o700)
    assert install(checkout, str(mine), PYTHON=f"{checkout}/closed/python", PATH=path).stderr == ""  # nor this one


def test_a_place_that_another_folder_would_change_is_refused(checkout: Path) -> None:
    done = install(checkout, "here")
    assert (done.returncode, "PREFIX must begin with a slash" in done.stderr) == (2, True)
    assert not (checkout / "here").exists()


def test_what_runs_keeps_its_environment_until_the_install_after_the_next(checkout: Path) -> None:
    """A service loads some of itself only when it is needed, and is started anew after the install."""
    prefix = checkout / "opt of ours"
    environments, link = prefix / "share" / "telcolink", prefix / "bin" / "telcolink"
    for name in ("20200101T000000", "20200102T000000"):
        (environments / name / "bin").mkdir(parents=True)
        (environments / name / "bin" / "telcolink").touch()
        (environments / name / "pyvenv.cfg").touch()
    link.parent.mkdir()
    link.symlink_to(environments / "20200102T000000" / "bin" / "telcolink")
    assert install(checkout, str(prefix)).returncode == 0
    there = sorted(each.name for each in environments.iterdir())
    assert (len(there), there[0]) == (2, "20200102T000000")
    assert link.resolve() == environments / there[1] / "bin" / "telcolink"
    assert install(checkout, str(prefix), "uninstall").returncode == 0
    assert (link.is_symlink(), environments.exists()) == (False, False)
