"""The server that runs here: whether it is ready and ours, whether its port can be had, who sees its metrics."""

import errno
import ipaddress
from pathlib import Path

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from bot.checks.probe import ProbeAnswer
from bot.config.addresses import is_loopback
from bot.config.settings import Settings
from bot.errors import PortTaken
from bot.http.listening import bind
from bot.monitoring.unkept import help_for
from bot.standby.leading import ANOTHER
from storage.looking import is_held
from storage.sqlite.lockfile import read_holder

_SUBJECT = "running"
_TWO_SERVERS = "Two servers use one bot: stop the other program that has this bot's token, or have it revoked."


async def check_running(context: CheckContext) -> list[Finding]:
    """What a server that runs here says of itself; where none does, nothing but that its port is taken."""
    settings = context.settings
    host = "127.0.0.1" if _is_everywhere(settings.host) else settings.host
    shown = f"[{host}]" if ":" in host else host
    answer = await context.probe.ask("GET", f"http://{shown}:{settings.port}/readyz", own=True)
    if answer and (answer.status == 503 or answer.text == "ready"):
        return [_judge(answer, settings)]
    try:
        bind(settings.host, settings.port).close()
    except PortTaken as taken:
        return [_judge_mute(settings, taken) if answer is None else wrong(_SUBJECT, taken.said, taken.remedy)]
    return []


def _judge_mute(settings: Settings, taken: PortTaken) -> Finding:
    """Who has the port and says nothing is the service that has the file. Who has a server nobody can tell."""
    place, cause = settings.database_place(), taken.__cause__
    is_ours = isinstance(cause, OSError) and cause.errno == errno.EADDRINUSE
    if not (is_ours and isinstance(place, Path) and is_held(place)):
        return wrong(_SUBJECT, taken.said, taken.remedy)
    number = read_holder(place)
    said = f"the server here (process {number}) holds port {settings.port} and does not answer: it hangs or was stopped"
    go_on = f"`kill -CONT {number}` lets one go on that was stopped. Else `kill -KILL {number}`, and start it again"
    return wrong(_SUBJECT, said, f"{go_on}: what was acknowledged is kept.")


def _judge(answer: ProbeAnswer, settings: Settings) -> Finding:
    if not is_held(settings.database_place()):
        said = f"what answers at port {settings.port} does not hold the database that DATABASE_URL names"
        return wrong(_SUBJECT, said, "It is another service: name its database, or set another PORT for this one.")
    if answer.status == 200:
        return ok(_SUBJECT, "the server here takes, keeps and sends messages")
    if ANOTHER in answer.text:
        return ok(_SUBJECT, f"the server here is well: {answer.text}")
    return wrong(_SUBJECT, f"the server here is not ready: {answer.text}", _advise(answer.text))


def _advise(said: str) -> str:
    if helps := help_for(said):
        return f"{helps[0].upper()}{helps[1:]}: until then nobody is answered."
    return _TWO_SERVERS if "Conflict" in said else "The checks below and its log say more."


async def check_openness(context: CheckContext) -> list[Finding]:
    """Whether others than this machine may read how many customers and failures there are."""
    settings = context.settings
    if settings.metrics_token or is_loopback(settings.host):
        return []
    said = f"whoever reaches port {settings.port} can read /metrics: it listens at {settings.host}"
    return [warn(_SUBJECT, said, "Set METRICS_TOKEN, have the proxy in front answer 404, or set HOST=127.0.0.1.")]


def _is_everywhere(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False
