"""Whether our own server answers at its public address, and as whom it sees us. Asks only that."""

import ipaddress

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from bot.checks.probe import ProbeAnswer

_SUBJECT = "address"
_CERTIFICATE = (
    "Give the proxy in front a certificate that phones trust and that renews itself, such as Let's Encrypt's: with"
    " this one no platform can post, and nobody can open a link."
)


async def check_public_url(context: CheckContext) -> list[Finding]:
    """Our own routes, seen from where this runs."""
    url, probe = context.settings.public_url, context.probe
    if not url:
        without = ", and ".join(each.without_address for each in context.settings.channels)
        return [ok(_SUBJECT, f"PUBLIC_URL is not set: {without}")]
    answer = await probe.ask("GET", f"{url}/healthz", own=True)
    if answer and answer.status == 200:
        return [ok(_SUBJECT, f"the server answers at {url}"), *_judge_visitors(context, answer)]
    if probe.is_untrusted:
        return [wrong(_SUBJECT, f"{url}: {probe.failure}", _CERTIFICATE)]
    said = (
        f"no server answers at {url}: {probe.failure}"
        if answer is None
        else f"{url}/healthz answers {answer.status}, not 200"
    )
    return [warn(_SUBJECT, said, "As it should be before the first start; otherwise mend the way there.")]


def _judge_visitors(context: CheckContext, answer: ProbeAnswer) -> list[Finding]:
    """Whoever is limited by address must have one of their own."""
    proxies = context.settings.trusted_proxies
    try:
        seen = ipaddress.ip_address(answer.seen_as)
    except ValueError:
        return []  # an older server, or somebody else's
    told = f"it sees this machine as {seen} (TRUSTED_PROXIES is {proxies})"
    if context.settings.public_url.startswith("https://") and not seen.is_global:
        advice = f"Count the proxies in front of it: with {proxies} every visitor looks like the last of them."
        return [warn(_SUBJECT, told, advice)]
    return [ok(_SUBJECT, told)]
