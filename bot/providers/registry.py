"""The providers that PROVIDER can choose, by name: one entry for each, and one in `settings` beside this."""

from collections.abc import Mapping

from bot.providers.kind import ProviderKind
from bot.providers.mono.module import MONO

PROVIDERS: Mapping[str, ProviderKind] = {kind.declaration.name: kind for kind in (MONO,)}
