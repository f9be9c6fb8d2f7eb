"""The settings of all providers together, and what each declares of its own. Never a provider's code (`registry`)."""

from bot.providers.mono.settings import MONO_DECLARATION, MonoSettings


class ProvidersSettings(MonoSettings):
    """What `Settings` knows of providers."""


DECLARATIONS = (MONO_DECLARATION,)  # the first is taken where PROVIDER says nothing
