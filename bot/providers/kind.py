"""A provider as it is known before it is built: by its settings, its checks, and how it is made of them."""

from collections.abc import Callable

from msgspec import Struct

from bot.checks.finding import Check
from bot.config.declarations import ProviderDeclaration
from bot.config.settings import Settings
from bot.outgoing.client import LeanClient
from bot.providers.port import Observe, Provider


class ProviderKind(Struct, frozen=True):
    """A provider that the setting PROVIDER can choose. The HTTP client that it is built on stays the caller's."""

    declaration: ProviderDeclaration
    operations: tuple[str, ...]  # what it is asked, by the names under which that is counted
    build: Callable[[Settings, LeanClient, Observe], Provider]
    checks: tuple[Check, ...]
    load: Callable[[], None]  # what reads its answers, for which no start waits
