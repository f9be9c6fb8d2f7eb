"""Mono put together from its settings. Never its parts' work."""

from bot.outgoing.client import LeanClient
from bot.providers.kind import ProviderKind
from bot.providers.mono import lazy
from bot.providers.mono.checks import check_mono
from bot.providers.mono.operations import Operation
from bot.providers.mono.provider import Mono
from bot.providers.mono.settings import MONO_DECLARATION, MonoSettings
from bot.providers.mono.transport import MonoAccess
from bot.providers.mono.webhooks import MonoWebhook
from bot.providers.port import Observe


def build_mono(settings: MonoSettings, http: LeanClient, observe: Observe) -> Mono:
    access = MonoAccess(
        settings.mono_api_base, settings.mono_secret_key, settings.mono_api_family, settings.mono_otp_length
    )
    webhook = MonoWebhook(settings.mono_webhook_secret) if settings.mono_webhook_secret else None
    return Mono(http, access, observe=observe, webhook=webhook)


MONO = ProviderKind(MONO_DECLARATION, tuple(Operation), build_mono, checks=(check_mono,), load=lazy.load)
