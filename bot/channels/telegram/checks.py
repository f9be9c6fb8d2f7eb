"""Whether Telegram takes our token and brings updates to us. Asks, and never changes what is registered."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from bot.channels.telegram.settings import PORTS, WEBHOOK
from bot.checks.finding import CheckContext, Finding, ok, warn, wrong
from bot.checks.probe import quote

_MANY_WAITING = 100
_RECENTLY = timedelta(hours=1)


async def check_telegram(context: CheckContext) -> list[Finding]:
    """The token, and how updates come."""
    if reason := context.settings.off_because("telegram"):
        return [ok("telegram", f"off: {reason}")]
    me = await _call(context, "getMe")
    if isinstance(me, Finding):
        return [me]
    name = re.sub(r"\W", "", str(me.get("username", "")))
    findings = [ok("telegram", f"the token is @{name}'s")]
    info = await _call(context, "getWebhookInfo")
    return findings + ([info] if isinstance(info, Finding) else _judge_webhook(context, info))


async def _call(context: CheckContext, method: str) -> Mapping[str, Any] | Finding:
    """The method's result, or what is wrong."""
    settings = context.settings
    base, token = settings.telegram_api_base, settings.telegram_token.reveal()
    answer = await context.probe.ask("POST", f"{base}/bot{token}/{method}")
    if answer is None:
        said = f"{base} does not answer: {context.probe.failure}"
        return wrong("telegram", said, "See that this machine may connect there (TELEGRAM_API_BASE).")
    if answer.status in (401, 404):
        return wrong("telegram", "the token is refused", "Copy TELEGRAM_TOKEN again from @BotFather.")
    if answer.status != 200:
        return wrong("telegram", f"{method} answers {answer.status}", "Try again later.")
    return answer.part("result")


def _judge_webhook(context: CheckContext, info: Mapping[str, Any]) -> list[Finding]:
    registered, public = str(info.get("url", "")), context.settings.public_url
    if not public:
        return [_judge_polling(registered)]
    return [
        _judge_address(registered, f"{public}{WEBHOOK}"),
        *_judge_health(info, context.around.now()),
    ]


def _judge_polling(registered: str) -> Finding:
    if registered:
        said = f"a webhook at {_host(registered)} is registered, and PUBLIC_URL is not set"
        return wrong("telegram", said, "Set PUBLIC_URL, or start `serve`: it takes the webhook away and polls.")
    return ok("telegram", "updates are polled; no webhook is in the way")


def _judge_address(registered: str, ours: str) -> Finding:
    parts = urlsplit(ours)
    if parts.scheme == "https" and parts.port not in PORTS:
        return wrong("telegram", f"no webhook can be on port {parts.port}", "Use 443, 80, 88 or 8443 in PUBLIC_URL.")
    if registered == ours:
        return ok("telegram", "the webhook is registered at our address")
    if not registered:
        return warn("telegram", "no webhook is registered yet", "`serve` registers it when it starts.")
    said = f"the webhook is registered at {_host(registered)}, not at ours"
    return wrong("telegram", said, "Another server may use this bot. `serve` takes the webhook over.")


def _judge_health(info: Mapping[str, Any], now: datetime) -> list[Finding]:
    if not info.get("url"):
        return []
    findings = []
    waiting, failed_at = info.get("pending_update_count", 0), info.get("last_error_date", 0)
    if isinstance(waiting, int) and waiting > _MANY_WAITING:
        findings.append(warn("telegram", f"{waiting:,} updates wait to be delivered", "See why the server is slow."))
    if isinstance(failed_at, int) and now.timestamp() - failed_at < _RECENTLY.total_seconds():
        said = f"a delivery failed within the hour: {quote(info.get('last_error_message', ''))}"
        findings.append(warn("telegram", said, "Look at the server's log of that time."))
    return findings or [ok("telegram", "deliveries arrive")]


def _host(url: str) -> str:
    """An address without its path, in which others may keep a secret."""
    return re.sub(r"[^a-z0-9.:-]", "", urlsplit(url).hostname or "") or "another address"
