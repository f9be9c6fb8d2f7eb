"""Whether Twilio takes our credentials, knows our sender, posts to our routes, and has our contents. Only asks."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.whatsapp.access import MESSAGES, REPORTS, TwilioAccess
from bot.channels.whatsapp.contents import missing
from bot.checks.finding import CheckContext, Finding, Verdict, ok, warn, wrong
from bot.checks.probe import ProbeAnswer, quote
from bot.config.settings import Settings

_SUBJECT = "whatsapp"
_SANDBOX = "whatsapp:+14155238886"  # twilio.com/docs/whatsapp/sandbox


async def check_whatsapp(context: CheckContext) -> list[Finding]:
    """What stands in the way first: without credentials nothing else can be asked."""
    settings = context.settings
    if reason := settings.off_because("whatsapp"):
        return [_judge_off(settings, reason)]
    findings = [await _check_access(context)]
    if findings[0].verdict is Verdict.OK:
        for look in (_check_tokens, _check_sender, _check_contents, _check_templates):
            findings += await look(context)
    return findings


def _judge_off(settings: Settings, reason: str) -> Finding:
    """Whoever has set what is Twilio's wants it on."""
    if settings.twilio_account_sid and not settings.public_url:
        advice = "Set PUBLIC_URL to the https address of this service: Twilio posts there."
        return wrong(_SUBJECT, "off although Twilio's settings are there: PUBLIC_URL is not set", advice)
    return ok(_SUBJECT, f"off: {reason}")


async def _check_access(context: CheckContext) -> Finding:
    answer = await _ask(context, _account_url(context.settings))
    if answer is None:
        said = f"{context.settings.twilio_api_base} does not answer: {context.probe.failure}"
        return wrong(_SUBJECT, said, "See that this machine may connect there (TWILIO_API_BASE).")
    if answer.status in (401, 403, 404):
        if not context.settings.twilio_api_key_sid and any(await _try_tokens(context)):
            said = "the first auth token is refused, with which we send, and another of them is not"
            return wrong(_SUBJECT, said, "Put the current one first in TWILIO_AUTH_TOKEN.")
        name = "TWILIO_API_KEY_SID and its secret" if context.settings.twilio_api_key_sid else "TWILIO_AUTH_TOKEN"
        return wrong(_SUBJECT, "the credentials are refused", f"Copy TWILIO_ACCOUNT_SID and {name} again from Twilio.")
    if answer.status != 200:
        return wrong(_SUBJECT, f"Twilio answers {answer.status}", "Try again later.")
    state = answer.content.get("status")
    if state != "active":
        return wrong(_SUBJECT, f"the account is {quote(state)}", "See Twilio's console for why.")
    return ok(_SUBJECT, "Twilio takes the credentials")


async def _check_tokens(context: CheckContext) -> list[Finding]:
    """Webhooks are signed with the account's current token, whatever opens the API."""
    taken = await _try_tokens(context)
    if not any(taken):
        advice = "Copy TWILIO_AUTH_TOKEN again from Twilio."
        return [wrong(_SUBJECT, "the auth token is refused, so every webhook would be, too", advice)]
    if all(taken):
        return [ok(_SUBJECT, "the auth token is right: it checks who posts to us")]
    return [warn(_SUBJECT, "one of the auth tokens is no longer right", "Take it out of TWILIO_AUTH_TOKEN.")]


async def _try_tokens(context: CheckContext) -> list[bool]:
    """Of each whether Twilio takes it."""
    tokens = [token.reveal() for token in context.settings.twilio_auth_tokens()]
    account = context.settings.twilio_account_sid
    answers = [await _ask(context, _account_url(context.settings), (account, token)) for token in tokens]
    return [answer is not None and answer.status == 200 for answer in answers]


async def _check_sender(context: CheckContext) -> list[Finding]:
    ours = context.settings.whatsapp_from
    if ours == _SANDBOX:
        advice = "Set its two webhooks in Twilio's console; people must join it first. For customers, get a sender."
        return [warn(_SUBJECT, "the sender is Twilio's sandbox", advice)]
    url = f"{TwilioAccess.of(context.settings).messaging_base}/v2/Channels/Senders?Channel=whatsapp&PageSize=200"
    answer = await _ask(context, url)
    senders = _list(answer, "senders")
    sender = next((each for each in senders if each.get("sender_id") == ours), None)
    if answer is None or answer.status != 200:
        return [warn(_SUBJECT, "the account's senders cannot be looked at", "See in Twilio's console.")]
    if sender is None:
        return [wrong(_SUBJECT, "WHATSAPP_FROM is no WhatsApp sender of this account", "See Twilio's console.")]
    return [_judge_sender(sender), *_judge_webhooks(sender.get("webhook"), context.settings.public_url)]


def _judge_sender(sender: Mapping[str, Any]) -> Finding:
    state = str(sender.get("status", ""))
    if state.startswith("ONLINE"):
        return ok(_SUBJECT, "the sender is online")
    return wrong(_SUBJECT, f"the sender is {quote(state)}", "See Twilio's console for what it waits for.")


def _judge_webhooks(webhook: object, public_url: str) -> list[Finding]:
    """Connection overrides behind a # are no part of an address."""
    given = webhook if isinstance(webhook, dict) else {}
    routes = {
        "callback_url": ("messages", f"{public_url}{MESSAGES}", wrong),
        "status_callback_url": ("reports", f"{public_url}{REPORTS}", warn),
    }
    findings = []
    for name, (what, endpoint, judge) in routes.items():
        if str(given.get(name)).partition("#")[0] == endpoint:
            findings.append(ok(_SUBJECT, f"{what} are posted to our endpoint"))
        else:
            findings.append(judge(_SUBJECT, f"{what} are not posted to our endpoint", f"Set {endpoint} at the sender."))
    if str(given.get("callback_method") or "POST") != "POST":
        findings.append(wrong(_SUBJECT, "messages are not sent by POST", "Set POST at the sender."))
    return findings


async def _check_contents(context: CheckContext) -> list[Finding]:
    answer = await _ask(context, f"{context.settings.twilio_content_base}/v1/Content?PageSize=500")
    if answer is None or answer.status != 200:
        return [warn(_SUBJECT, "the contents cannot be looked at", "Questions go as numbered lists meanwhile.")]
    contents = _list(answer, "contents")
    absent = sum(1 for _ in missing({str(each.get("friendly_name")): str(each.get("sid")) for each in contents}))
    if absent:
        said = f"{absent} contents are not set up: some questions go as numbered lists"
        return [warn(_SUBJECT, said, "For buttons run `telcolink whatsapp setup`.")]
    return [ok(_SUBJECT, "buttons and lists are set up")]


async def _check_templates(context: CheckContext) -> list[Finding]:
    """Those that are named must be approved, for nothing else opens a conversation."""
    settings, findings = context.settings, []
    kinds = ("resume", "done", "news", "invite")
    for name in (f"twilio_template_{kind}" for kind in kinds):
        if not (sid := getattr(settings, name)):
            continue
        answer = await _ask(context, f"{settings.twilio_content_base}/v1/Content/{sid}/ApprovalRequests")
        state = answer.part("whatsapp").get("status") if answer else None
        if state == "approved":
            findings.append(ok(_SUBJECT, f"{name.upper()} is approved"))
        else:
            said = f"{name.upper()} is {quote(state or 'not there, or was never put forward')}"
            findings.append(wrong(_SUBJECT, said, "Have it approved in Twilio's console, or leave it out."))
    return findings


async def _ask(context: CheckContext, url: str, who: tuple[str, str] | None = None) -> ProbeAnswer | None:
    access = TwilioAccess.of(context.settings)
    user, password = who or (access.user, access.password.reveal())
    credentials = base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
    return await context.probe.ask("GET", url, {"authorization": f"Basic {credentials}"})


def _account_url(settings: Settings) -> str:
    return f"{settings.twilio_api_base}/2010-04-01/Accounts/{settings.twilio_account_sid}.json"


def _list(answer: ProbeAnswer | None, name: str) -> Sequence[Mapping[str, Any]]:
    found = answer.content.get(name) if answer else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
