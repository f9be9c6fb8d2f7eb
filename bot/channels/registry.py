"""The channels that settings can switch on: one entry for each, and one in `settings` beside this.

The code of a channel that is off is never loaded.
"""

from bot.channels.module import ChannelCode, ChannelKind
from bot.channels.telegram.settings import TELEGRAM_DECLARATION
from bot.channels.whatsapp.settings import WHATSAPP_DECLARATION


def _load_telegram() -> ChannelCode:
    from bot.channels.telegram.module import TELEGRAM  # noqa: PLC0415

    return TELEGRAM


def _load_whatsapp() -> ChannelCode:
    from bot.channels.whatsapp.module import WHATSAPP  # noqa: PLC0415

    return WHATSAPP


CHANNELS: tuple[ChannelKind, ...] = (
    ChannelKind(TELEGRAM_DECLARATION, _load_telegram),
    ChannelKind(WHATSAPP_DECLARATION, _load_whatsapp),
)
