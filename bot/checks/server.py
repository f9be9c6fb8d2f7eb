"""Whether a server of PostgreSQL's can keep the database, and what is lost with it. Changes nothing."""

from bot.checks.finding import Finding, ok, warn, wrong
from bot.checks.shape import judge_shape
from storage.errors import DatabaseUnfit, StorageError
from storage.migrations import read_twins
from storage.place import ServerUrl
from storage.postgres.examination import ServerFacts, examine_server

_SUBJECT = "database"
_WAITS = ("on", "remote_apply")  # for the standby's disk, where one has to confirm


def check_server(url: ServerUrl) -> list[Finding]:
    """All that can be said of it."""
    try:
        facts = examine_server(url)
    except DatabaseUnfit as unfit:
        return [wrong(_SUBJECT, problem, "`serve` does not start until then.") for problem in unfit.problems]
    except StorageError as error:
        return [wrong(_SUBJECT, f"the server cannot be asked: {error}", "Start it, or mend DATABASE_URL.")]
    if not isinstance(facts, ServerFacts):
        return [wrong(_SUBJECT, problem, "`serve` does not start until then.") for problem in facts]
    return judge_server(facts)


def judge_server(facts: ServerFacts) -> list[Finding]:
    """What its facts mean for what is kept there."""
    said = f"PostgreSQL {facts.version}{', through a pooler' if facts.pooled else ''}"
    known = read_twins()[-1].number
    new = ok(_SUBJECT, "its tables will be made at the first start")
    shape = judge_shape(_SUBJECT, facts.shape, known) if facts.shape else new
    return [ok(_SUBJECT, said), shape, _judge_loss(facts)]


def _judge_loss(facts: ServerFacts) -> Finding:
    """What of that which was acknowledged goes when the server goes."""
    if not facts.survives_power_loss:
        said = "the server does not sync: what was acknowledged is lost when the power goes, or everything"
        return wrong(_SUBJECT, said, "Set fsync and full_page_writes to on.")
    if facts.confirming and facts.waits_for in _WAITS:
        return ok(_SUBJECT, "a standby confirms every commit: what was acknowledged outlives the server")
    if facts.confirming:
        said = f"commits do not wait for the standby's disk (synchronous_commit is {facts.waits_for})"
        return warn(_SUBJECT, said, "Set it to on; else what was acknowledged last may be lost with the server.")
    if facts.standbys:
        said = "no standby confirms what is committed: what was acknowledged last is lost with this server"
        return warn(_SUBJECT, said, "Name one in synchronous_standby_names, or accept that: docs/operations.md.")
    return ok(_SUBJECT, "no standby follows: what is acknowledged is on this server's disk, and in your backups")
