"""Secrets from files: `NAME_FILE` in the place of `NAME`, as hosts hand them out. Never their check."""

from collections.abc import Iterable, Mapping
from pathlib import Path

SUFFIX = "_FILE"
_MOST = 64 * 1024  # characters


def file_names(secrets: Iterable[str]) -> tuple[str, ...]:
    """The variables that may name a file."""
    return tuple(f"{name}{SUFFIX}" for name in secrets)


def read_secret_files(given: Mapping[str, str], secrets: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """`given` with what the files hold, and a sentence for each that cannot be had, without the file's name."""
    found, problems = dict(given), list[str]()
    for name in secrets:
        file = found.pop(f"{name}{SUFFIX}", "")
        if file and name in found:
            problems.append(f"{name}{SUFFIX} and {name} are both set; leave one of them.")
        elif file:
            text, problem = _read(Path(file))
            found |= {name: text} if text else {}
            problems += [f"{name}{SUFFIX} names a file that {problem}."] if problem else []
    return found, problems


def _read(path: Path) -> tuple[str, str]:
    """The text without the blanks around it, or why there is none."""
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(_MOST).strip()
    except UnicodeDecodeError:
        return "", "is no text in UTF-8"
    except OSError as error:
        return "", f"cannot be read: {error.strerror}"
    return text, "" if text else "is empty"
