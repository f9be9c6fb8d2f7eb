"""The settings of all channels together, and what each declares of its own. Never a channel's code (`registry`)."""

from bot.channels.telegram.settings import TELEGRAM_DECLARATION, TelegramSettings
from bot.channels.whatsapp.settings import WHATSAPP_DECLARATION, WhatsAppSettings


class ChannelsSettings(TelegramSettings, WhatsAppSettings):
    """What `Settings` knows of channels."""


DECLARATIONS = (TELEGRAM_DECLARATION, WHATSAPP_DECLARATION)
