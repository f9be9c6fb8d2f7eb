"""The settings of the service. Nothing else reads the environment."""

from bot.config.reading import passing_host, read_settings, variables
from bot.config.settings import Settings

__all__ = ["Settings", "passing_host", "read_settings", "variables"]
