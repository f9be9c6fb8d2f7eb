"""`telcolink doctor`: line by line what is set, reachable and safe, and what to do where it is not. Mends nothing."""

import asyncio
import sys
from collections.abc import Sequence
from functools import partial
from textwrap import wrap

from bot.channels.registry import CHANNELS
from bot.checks.address import check_public_url
from bot.checks.business_site import check_business_site
from bot.checks.clock import check_clock
from bot.checks.database import check_database, check_library
from bot.checks.disk import check_permanence, check_room
from bot.checks.events import check_events
from bot.checks.evidence import check_evidence
from bot.checks.finding import Check, CheckContext, Finding, HostFacts, Verdict, wrong
from bot.checks.keys import check_keys
from bot.checks.owners import check_owners
from bot.checks.pause import check_pause
from bot.checks.probe import Probe
from bot.checks.running import check_openness, check_running
from bot.checks.settings import check_settings
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.outgoing.occasional import open_http
from bot.providers.registry import PROVIDERS

_FIRST: tuple[Check, ...] = (
    check_settings,
    check_room,
    check_permanence,
    check_owners,
    check_library,
    check_database,
    check_keys,
    check_evidence,
    check_pause,
    check_public_url,
    check_running,
    check_openness,
    check_business_site,
    check_events,
)
_LAST = (check_clock,)  # it goes by the answers that the others got

_WIDTH = 80
_VERDICT, _SUBJECT = 7, 11


def main() -> int:
    """Examine the settings of this process, print what was found; 1 when anything is wrong, else 0."""
    try:
        findings = asyncio.run(examine(read_settings()))
    except SettingsWrong as mistakes:
        findings = [wrong("settings", problem) for problem in mistakes.problems]
    sys.stdout.write(report(findings))
    return 1 if _count(findings, Verdict.WRONG) else 0


def checks_for(settings: Settings) -> tuple[Check, ...]:
    """The service's own, those of every channel, on or off, and those of the provider that is chosen."""
    channels = (check for kind in CHANNELS for check in kind.checks)
    return (*_FIRST, *channels, *PROVIDERS[settings.provider].checks, *_LAST)


async def examine(settings: Settings, around: HostFacts | None = None) -> list[Finding]:
    """All findings, in the order of `checks_for`."""
    around = around or HostFacts.look()
    async with open_http() as http:
        context = CheckContext(settings, Probe(http, around.now), around)
        return [finding for check in checks_for(settings) for finding in await _perform(check, context)]


def report(findings: Sequence[Finding]) -> str:
    """The findings as text, each under its verdict and subject, no line longer than 80 characters."""
    lines = [line for finding in findings for line in _lay_out(finding)]
    return "\n".join([*lines, "", _sum_up(findings), ""])


async def _perform(check: Check, context: CheckContext) -> list[Finding]:
    try:
        return await check(context)
    except Exception as error:  # noqa: BLE001 - one broken check must not hide what the others find
        return [wrong(check.__name__.removeprefix("check_"), f"could not be looked at: {type(error).__name__}")]


def _lay_out(finding: Finding) -> list[str]:
    margin = " " * (_VERDICT + _SUBJECT)
    advice = _wrap(finding.advice, initial_indent="-> ", subsequent_indent="   ")
    first, *rest = [*_wrap(finding.said), *advice]
    return [f"{finding.verdict:<{_VERDICT}}{finding.subject:<{_SUBJECT}}{first}", *(margin + line for line in rest)]


# What may be typed or copied, as a path or an option, stays whole.
_wrap = partial(wrap, width=_WIDTH - _VERDICT - _SUBJECT, break_on_hyphens=False)


def _sum_up(findings: Sequence[Finding]) -> str:
    bad, odd = _count(findings, Verdict.WRONG), _count(findings, Verdict.WARN)
    if bad:
        return f"Wrong: {bad}. To look at: {odd}."
    return f"Nothing is wrong. To look at: {odd}." if odd else "Nothing is wrong."


def _count(findings: Sequence[Finding], verdict: Verdict) -> int:
    return sum(finding.verdict is verdict for finding in findings)
