"""Whether our own server answers at its public address. Asks only that."""

from bot.channels.settings import DECLARATIONS
from bot.commands.checks.finding import CheckContext, Finding, ok, warn

_SUBJECT = "address"


async def check_public_url(context: CheckContext) -> list[Finding]:
    """Our own routes, seen from where this runs."""
    url = context.settings.public_url
    if not url:
        return [ok(_SUBJECT, f"PUBLIC_URL is not set: {', and '.join(each.without_address for each in DECLARATIONS)}")]
    answer = await context.probe.ask("GET", f"{url}/healthz", own=True)
    if answer and answer.status == 200:
        return [ok(_SUBJECT, f"the server answers at {url}")]
    said = f"no server answers at {url}" if answer is None else f"{url}/healthz answers {answer.status}, not 200"
    return [warn(_SUBJECT, said, "As it should be before the first start; otherwise mend the way there.")]
