"""What every provider that can be chosen brings along: settings, checks, a webhook of its own."""

from contextlib import aclosing

import httpx
import pytest

from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.outgoing.client import LeanClient
from bot.providers.kind import ProviderKind
from bot.providers.registry import PROVIDERS
from bot.providers.settings import DECLARATIONS
from storage.sealing import Keyring

BARE = {"ENCRYPTION_KEYS": Keyring.generate_key()}
every_kind = pytest.mark.parametrize("kind", PROVIDERS.values(), ids=PROVIDERS)


SECRET = "7f3a9c51e0b24d68"


def complete(kind: ProviderKind) -> dict[str, str]:
    """What is enough for it, its webhook's secret included."""
    words = {name: SECRET for name in map(str.upper, kind.declaration.part.fields()) if name.endswith("_SECRET")}
    return BARE | {"PROVIDER": kind.declaration.name} | dict.fromkeys(kind.declaration.needed, "s3cret") | words


def test_registry_and_settings_list_the_same_providers() -> None:
    listed = [*PROVIDERS], [declaration.name for declaration in DECLARATIONS]
    assert listed[0] == listed[1], "bot/providers/registry.py, and bot/providers/settings.py"
    assert tuple(kind.declaration for kind in PROVIDERS.values()) == DECLARATIONS


@every_kind
def test_what_it_cannot_do_without_is_asked_for_with_a_way_to_get_it(kind: ProviderKind) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        read_settings(BARE | {"PROVIDER": kind.declaration.name}, needs_channel=False)
    assert wrong.value.problems == [f"{name} is not set; {how}." for name, how in kind.declaration.needed.items()]


@every_kind
def test_what_it_declares_are_settings_of_its_own(kind: ProviderKind) -> None:
    assert issubclass(Settings, kind.declaration.part)
    assert set(kind.declaration.needed) <= {name.upper() for name in kind.declaration.part.fields()}
    assert kind.checks


@every_kind
async def test_its_webhook_takes_nothing_that_is_not_genuine_and_stumbles_over_nothing(kind: ProviderKind) -> None:
    settings = read_settings(complete(kind), needs_channel=False)
    async with aclosing(LeanClient()) as http:
        webhook = kind.build(settings, http, lambda *_: None).webhook
    assert webhook
    assert webhook.path == f"/{kind.declaration.name}"
    assert not webhook.is_genuine(httpx.Headers())
    assert [webhook.decode(body) for body in (b"", b"{", b"[]", b"\xff", b"null", b"[" * 100_000)] == [None] * 6
