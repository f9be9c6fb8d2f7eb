"""The channels that settings can switch on: one entry for each, and one in `settings` beside this."""

from bot.channels.module import ChannelKind
from bot.channels.telegram.module import TELEGRAM
from bot.channels.whatsapp.module import WHATSAPP

CHANNELS: tuple[ChannelKind, ...] = (TELEGRAM, WHATSAPP)
