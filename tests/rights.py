"""What may not be done for a while, though whoever runs the tests might: as another user, in a folder, on a disk."""

import os
import resource
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT, _NOBODY = 0, 65534


@contextmanager
def nobody() -> Iterator[None]:
    """Without root's rights; who has none of them stays who they are."""
    user = os.geteuid()
    os.seteuid(user if user != _ROOT else _NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@contextmanager
def folder_of_another(mode: int, *files: Path) -> Iterator[Path]:
    """With copies of files that are nobody's own. Not below a test's folder, which no other user may enter."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        for file in files:
            copy = shutil.copy(file, folder)
            if os.geteuid() == _ROOT:
                os.chown(copy, _NOBODY, _NOBODY)
        folder.chmod(mode)
        try:
            yield folder
        finally:
            folder.chmod(0o700)


@contextmanager
def files_cannot_grow(limit: int) -> Iterator[None]:
    """The kernel refuses every write past `limit` bytes: an I/O error to SQLite."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
