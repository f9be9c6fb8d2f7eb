"""Whether the settings are complete and kept safe; that they can work at all was checked when they were read."""

from bot.commands.checks.finding import CheckContext, Finding, ok, warn
from bot.config.settings import Settings

_SUBJECT = "settings"
_OPEN_TO_OTHERS = 0o077


async def check_settings(context: CheckContext) -> list[Finding]:
    """What people are told, and who may run the agents."""
    settings = context.settings
    return [ok(_SUBJECT, "all of them can be used"), *_missing(settings), *_check_file(context)]


def _missing(settings: Settings) -> list[Finding]:
    findings = []
    if not settings.privacy_url:
        said = "PRIVACY_URL is not set: customers cannot read what becomes of their data"
        findings.append(warn(_SUBJECT, said, "Publish a notice and name it; the law and the platforms ask for one."))
    if settings.support_contact == Settings.model_fields["support_contact"].default:
        said = "SUPPORT_CONTACT is not set: customers are sent back to whoever sent them"
        findings.append(warn(_SUBJECT, said, "Name a person or a number."))
    if not settings.admins:
        findings.append(warn(_SUBJECT, "ADMINS is not set: nobody can invite agents", "Name at least one contact."))
    return findings


def _check_file(context: CheckContext) -> list[Finding]:
    file = context.around.folder / ".env"
    if file.is_file() and file.stat().st_mode & _OPEN_TO_OTHERS:
        return [warn(_SUBJECT, "other users of this machine can read .env", "chmod 600 .env")]
    return []
