"""Whether the business's own site names our bots, as our own server lists them. Asks only those two."""

import json

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from bot.receipts.about import WELL_KNOWN
from bot.receipts.business_site import NotNamed, check_named

_SUBJECT = "site"


async def check_business_site(context: CheckContext) -> list[Finding]:
    """Nothing to say where there is none: it is a help, and no need."""
    settings, probe = context.settings, context.probe
    if not settings.business_url:
        return []
    if not settings.public_url:
        names = ", ".join(f'"{each.name}": "…"' for each in settings.channels if not settings.off_because(each.name))
        advice = f'Publish {{"bots": {{{names}}}}} at {settings.business_url}{WELL_KNOWN}.'
        return [warn(_SUBJECT, "cannot be compared without PUBLIC_URL", advice)]
    ours = await probe.ask("GET", f"{settings.public_url}{WELL_KNOWN}", own=True)
    if not ours or not ours.part("bots"):
        return [warn(_SUBJECT, "cannot be judged: our own server does not answer", "Start it, and look again.")]
    theirs = await probe.ask("GET", f"{settings.business_url}{WELL_KNOWN}")
    if theirs is None or theirs.status != 200:
        said = f"{settings.business_url}{WELL_KNOWN} does not answer with 200"
        return [wrong(_SUBJECT, said, f"Publish there what {settings.public_url}{WELL_KNOWN} shows.")]
    bots = {str(channel): str(handle) for channel, handle in ours.part("bots").items()}
    try:
        check_named(json.dumps(dict(theirs.content)).encode(), bots)
    except NotNamed as missing:
        said = f"{settings.business_url} does not name our bot of {missing}"
        return [wrong(_SUBJECT, said, f"Publish there what {settings.public_url}{WELL_KNOWN} shows.")]
    return [ok(_SUBJECT, f"{settings.business_url} names our bots, and customers are told so")]
