"""Mono's settings: their shapes, their defaults, and what cannot be done without. Never what they are for.

`.env.example` says what each one means.
"""

import re
from typing import Annotated

from bot.config.declarations import ProviderDeclaration, SettingsPart
from bot.config.shapes import ABSENT, Address, PlainSecret, one_of, whole
from bot.providers.mono.routes import Family
from conversations.otp import DEFAULT_LENGTH
from conversations.secret import Secret


def _check_unversioned(text: str) -> str:
    if re.search(r"/v[0-9]+$", text):
        raise ValueError("must not end in a version: the paths bring their own")
    return text


def _check_key(text: str) -> str:
    if re.match(r"(test|live)_pk_", text):
        raise ValueError("is a public key; the secret one has _sk_ in it")
    if not re.fullmatch(r"[!-~]+", text):
        raise ValueError("must be one word, without spaces")
    return text


SecretKey = Annotated[Secret, _check_key, Secret]
UnversionedAddress = Annotated[Address, _check_unversioned]
OtpLength = Annotated[int, whole(4, 8)]  # as a code is known by that is typed where none is waited for
FamilyName = Annotated[Family, one_of(*Family), Family]


class MonoSettings(SettingsPart):
    """An app at Mono, and where Mono is."""

    mono_secret_key: SecretKey = ABSENT
    mono_api_base: UnversionedAddress = "https://api.withmono.com"
    mono_api_family: FamilyName = Family.AUTO
    mono_webhook_secret: PlainSecret = ABSENT
    mono_otp_length: OtpLength = DEFAULT_LENGTH


MONO_DECLARATION = ProviderDeclaration(
    name="mono",
    part=MonoSettings,
    needed={"MONO_SECRET_KEY": "Mono's dashboard shows it with the app"},
    secrets=("MONO_WEBHOOK_SECRET",),
)
