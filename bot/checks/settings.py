"""Whether the settings are complete and kept safe; that they can work at all was checked when they were read."""

import os
from pathlib import Path

from bot.checks.finding import CheckContext, Finding, ok, warn
from bot.config.names import find_near, is_of_our_families
from bot.config.reading import secrets, variables
from bot.config.secret_files import file_names
from bot.config.settings import Settings
from storage.place import DatabasePlace

_SUBJECT = "settings"
_OPEN_TO_OTHERS, _OPEN_TO_ALL = 0o077, 0o007
_HANDED_OUT = Path("/run/secrets")


async def check_settings(context: CheckContext) -> list[Finding]:
    """What people are told, and who may run the agents."""
    settings = context.settings
    return [
        ok(_SUBJECT, "all of them can be used"),
        *_missing(settings),
        *_check_file(context),
        *_check_secret_files(context),
        *_misspelt(context),
        *_check_user(context),
    ]


def _missing(settings: Settings) -> list[Finding]:
    findings = []
    if not settings.privacy_url:
        said = "PRIVACY_URL is not set: customers cannot read what becomes of their data"
        findings.append(warn(_SUBJECT, said, "Publish a notice and name it; the law and the platforms ask for one."))
    if settings.support_contact == Settings.support_contact:
        said = "SUPPORT_CONTACT is not set: customers are sent back to whoever sent them"
        findings.append(warn(_SUBJECT, said, "Name a person or a number."))
    if all(settings.off_because(each.channel) for each in settings.admins):
        said = "names nobody of a channel that is on" if settings.admins else "is not set"
        findings.append(warn(_SUBJECT, f"ADMINS {said}: nobody can invite agents", "Name at least one contact."))
    return findings


def _misspelt(context: CheckContext) -> list[Finding]:
    """What is set and read by nobody, but looks like a setting: others' variables may look so too.

    Beside the setting itself only what begins as ours do is a slip.
    """
    near = find_near(context.around.names, (*variables(), *file_names(secrets())))
    given = {*context.around.names, *context.settings.given()}
    told = ((name, meant, meant in given) for name, meant in near if meant not in given or is_of_our_families(name))
    return [
        warn(
            _SUBJECT,
            f"{name} is read by nobody",
            f"If it is ours, it is called {meant}{', which is set as well: take it out' if is_set else ''}.",
        )
        for name, meant, is_set in told
    ]


def _check_user(context: CheckContext) -> list[Finding]:
    """Root that looks at what is another user's is the operator, and not whoever runs the service."""
    if not context.around.is_root or _is_anothers(context.settings.database_place()):
        return []
    advice = "Run it as a user of its own: what breaks into it has the whole machine otherwise."
    return [warn(_SUBJECT, "this is root", advice)]


def _is_anothers(place: DatabasePlace) -> bool:
    """Whether the file is, or where there is none yet its folder."""
    there = [each for each in (place, place.parent) if each.exists()] if isinstance(place, Path) else []
    return bool(there) and there[0].stat().st_uid != os.geteuid()


def _check_secret_files(context: CheckContext) -> list[Finding]:
    """A container's own are nobody else's, whatever their mode says."""
    findings = []
    for name, path in context.around.secret_files:
        if path.is_file() and path.stat().st_mode & _OPEN_TO_ALL and not path.is_relative_to(_HANDED_OUT):
            findings.append(warn(_SUBJECT, f"every user of this machine can read {name}", f"chmod o= {path}"))
    return findings


def _check_file(context: CheckContext) -> list[Finding]:
    file = context.around.folder / ".env"
    if file.is_file() and file.stat().st_mode & _OPEN_TO_OTHERS:
        return [warn(_SUBJECT, "other users of this machine can read .env", "chmod 600 .env")]
    return []
