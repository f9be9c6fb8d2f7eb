"""Reading the settings from the environment and `.env`, and saying all that is wrong with them at once."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from bot.channels.settings import DECLARATIONS as CHANNELS
from bot.config.names import find_absent, find_halves, find_misspelt, find_silence
from bot.config.rehearsal import is_rehearsal
from bot.config.secret_files import file_names, read_secret_files
from bot.config.settings import Settings
from bot.config.strength import find_guessable
from bot.errors import SettingsWrong
from bot.providers.settings import DECLARATIONS as PROVIDERS

_HOW_TO_GET = {
    "ENCRYPTION_KEYS": "; `openssl rand -base64 32` makes a key",
}
_FILED = ("database_url", "api_keys")  # a server's password stands in the one; the other is handed out with secrets
# Hosts that give an application a new disk at each start, and the variable by which each is known.
_PASSING_HOSTS = {"DYNO": "Heroku", "K_SERVICE": "Cloud Run", "AWS_LAMBDA_FUNCTION_NAME": "Lambda"}


def read_settings(environment: Mapping[str, str] | None = None, *, needs_channel: bool = True) -> Settings:
    """The settings of `environment`; without one, of the process's environment and of `.env` where that is silent.

    `needs_channel=False` is for callers that bring a channel of their own, as the demo's console.
    Raises `SettingsWrong` with a sentence for every mistake, none of which holds a value.
    """
    found, ill_written = _look_around() if environment is None else (environment, [])
    given, unread = read_secret_files({name: text.strip() for name, text in found.items() if text.strip()}, secrets())
    chosen = given.get("PROVIDER", PROVIDERS[0].name).lower()
    named = {*given, *unread}  # whose file cannot be had is told once
    absent = (name for each in PROVIDERS if each.name == chosen for name in find_absent(named, each))
    settings, problems = _read(given, unread)
    known = (*variables(), *file_names(secrets()))
    unfit = (each for kind in CHANNELS if not settings.off_because(kind.name) for each in kind.find_unfit(settings))
    together = [*find_misspelt(named, known), *find_halves(named)]
    problems = [*ill_written, *unread.values(), *problems, *absent, *together, *unfit]
    if not is_rehearsal(given):
        told = {_subject(problem) for problem in problems}
        problems += [weak for weak in find_guessable(given) if _subject(weak) not in told]
    if needs_channel:
        problems += find_silence(named)
    if problems:
        raise SettingsWrong(problems)
    return settings


def variables() -> tuple[str, ...]:
    """The names of all settings, as the environment has them."""
    return tuple(name.upper() for name in Settings.fields())


def secrets() -> tuple[str, ...]:
    """Those of them that may be given as a file's name."""
    return tuple(name.upper() for name, field in Settings.fields().items() if field.is_secret or name in _FILED)


def passing_host() -> str:
    """The host on whose disk nothing stays, where this process runs on one that is known; or empty."""
    return next((host for variable, host in _PASSING_HOSTS.items() if variable in os.environ), "")


def names_around() -> tuple[str, ...]:
    """The names of all that is set in the environment and in `.env`: what is left empty, as in the example, is not."""
    return tuple(name for name, text in _look_around()[0].items() if text.strip())


def secret_files_around() -> tuple[tuple[str, Path], ...]:
    """The files of secrets that the environment and `.env` name."""
    found, _ = _look_around()
    return tuple((name, Path(found[name].strip())) for name in file_names(secrets()) if found.get(name))


def _look_around() -> tuple[dict[str, str], list[str]]:
    """What is set, and a sentence for each line of the file that says it badly."""
    file = Path(".env")
    try:
        written, problems = _read_file(file) if file.is_file() else ({}, [])
    except (OSError, ValueError):
        raise SettingsWrong([".env cannot be read: it must be a text in UTF-8 that this user may open."]) from None
    return {**written, **os.environ}, problems


def _read_file(file: Path) -> tuple[dict[str, str], list[str]]:
    """A line that is none would be passed over, and of two for one setting one; what they set is not known."""
    from dotenv import dotenv_values  # noqa: PLC0415 - hosts set variables, and their services have customers waiting
    from dotenv.parser import parse_stream  # noqa: PLC0415

    with file.open(encoding="utf-8-sig") as text:  # editors there are that mark a text as UTF-8
        bindings = [(each.original.line, each.key or "", each.error) for each in parse_stream(text)]
    problems = [
        f".env, line {line}, sets nothing: no NAME=value, or a quote without an end."
        for line, _, is_torn in bindings
        if is_torn
    ]
    names = {*variables(), *file_names(secrets())}
    ours = [(line, name) for line, name, _ in bindings if name in names]
    again = [(line, name) for place, (line, name) in enumerate(ours) if name in {each for _, each in ours[:place]}]
    problems += [f"{name} is set again in .env, line {line}: take out one of the two." for line, name in again]
    return {name: value or "" for name, value in dotenv_values(file, encoding="utf-8-sig").items()}, problems


def _read(given: Mapping[str, str], unread: Collection[str]) -> tuple[Settings, list[str]]:
    """The settings, and what is wrong with each but for those that are set and cannot be read."""
    values, wrong, texts = dict[str, object](), dict[str, str](), Settings.complete(given)
    for name, field in Settings.fields().items():
        variable = name.upper()
        try:
            if variable in texts:
                values[name] = field.read(texts[variable])
            elif field.needed and variable not in unread:
                wrong[variable] = f"is not set{_HOW_TO_GET.get(variable, '')}"
        except ValueError as error:
            wrong[variable] = str(error)
    settings = Settings(values)
    if settings.warning_minutes >= settings.session_minutes and "SESSION_MINUTES" not in wrong:
        wrong.setdefault("WARNING_MINUTES", "must be less than SESSION_MINUTES")
    return settings, [f"{variable} {what}." for variable, what in wrong.items()]


def _subject(problem: str) -> str:
    """The variable that a sentence is about."""
    return problem.partition(" ")[0]
