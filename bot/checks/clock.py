"""Whether this machine's clock is right, by those of whoever answered the other checks. Never sets it."""

from datetime import timedelta
from statistics import median_low

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong

_SUBJECT = "clock"
MOST = timedelta(seconds=30)


async def check_clock(context: CheckContext) -> list[Finding]:
    """Must come after the checks that ask somebody."""
    leads = context.probe.leads
    if not leads:
        return [warn(_SUBJECT, "cannot tell whether it is right: nobody answered", "Mend the network first.")]
    lead = median_low(leads)
    seconds = abs(round(lead.total_seconds()))
    if abs(lead) <= MOST:
        return [ok(_SUBJECT, f"right to within {max(seconds, 1)} s")]
    said = f"{seconds:,} s {'fast' if lead > timedelta(0) else 'slow'}"
    return [wrong(_SUBJECT, said, "Switch on time synchronisation (NTP): sessions and limits go by this clock.")]
