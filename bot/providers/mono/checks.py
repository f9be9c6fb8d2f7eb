"""Whether Mono can be reached and takes our key. Asks only what changes nothing and costs nothing."""

from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from bot.checks.probe import Probe

_SUBJECT = "mono"


async def check_mono(context: CheckContext) -> list[Finding]:
    """The key and the webhook's secret. That the list of accounts is open to a telco key is inferred."""
    settings = context.settings
    findings = [await _check_key(context.probe, settings.mono_api_base, settings.mono_secret_key.reveal())]
    if settings.mono_secret_key.reveal().startswith("test_"):
        findings.append(warn(_SUBJECT, "the key is a test key", "For real lines set the live one."))
    if settings.mono_webhook_secret:
        findings.append(ok(_SUBJECT, "the webhook's secret is set"))
    else:
        said = "the webhook's secret is not set: news of a line comes by asking again, so later"
        findings.append(warn(_SUBJECT, said, "Set MONO_WEBHOOK_SECRET, and <PUBLIC_URL>/mono in Mono's dashboard."))
    return findings


async def _check_key(probe: Probe, base: str, key: str) -> Finding:
    # docs.mono.co: 401 is "no valid key", 403 is "the key lacks permission". A page of accounts is the cheapest read.
    answer = await probe.ask("GET", f"{base}/v2/accounts?page=1", {"mono-sec-key": key, "accept": "application/json"})
    if answer is None:
        return wrong(
            _SUBJECT,
            f"{base} does not answer: {probe.failure}",
            "See that this machine may connect there (MONO_API_BASE).",
        )
    match answer.status:
        case 401:
            return wrong(_SUBJECT, "the key is refused", "Copy MONO_SECRET_KEY again from Mono's dashboard.")
        case 403:
            return warn(_SUBJECT, "the key may not list accounts", "See that the app has the telco product.")
        case status if status < 300:
            return ok(_SUBJECT, "answers, and takes the key")
        case status if status >= 500:
            return wrong(_SUBJECT, f"answers with an error of its own ({status})", "Try again later.")
        case status:
            said = f"answers ({status}); whether the key is right cannot be told from that"
            return warn(_SUBJECT, said, "Link a line of your own to be sure.")
