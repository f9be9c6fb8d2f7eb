"""Secrets from files: `NAME_FILE` in the place of `NAME`, as hosts hand them out. Never their check."""

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from bot.log.masking import mask_text

SUFFIX = "_FILE"
_MOST = 64 * 1024  # characters


def file_names(secrets: Iterable[str]) -> tuple[str, ...]:
    """The variables that may name a file."""
    return tuple(f"{name}{SUFFIX}" for name in secrets)


def read_secret_files(given: Mapping[str, str], secrets: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """`given` with what the files hold, and by its setting a sentence for each that cannot be had."""
    found, problems = dict(given), dict[str, str]()
    for name in secrets:
        file = found.pop(f"{name}{SUFFIX}", "")
        if file and name in found:
            problems[name] = f"{name}{SUFFIX} and {name} are both set; leave one of them."
        elif file:
            text, problem = _read(Path(file))
            found |= {name: text} if text else {}
            problems |= {name: f"{name}{SUFFIX} names {_show(Path(file))} {problem}."} if problem else {}
    return found, problems


def _show(path: Path) -> str:
    """Somebody may have set the secret itself in the place of its file's name: that is no whole path, or is masked."""
    if not path.is_absolute():
        return "a file that"
    return f"{PurePath(*map(mask_text, path.parts))}, which"


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
