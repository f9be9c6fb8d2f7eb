"""An emulated Telegram: the Bot API over HTTP for one bot, with people to talk to; never used in production."""

from bot.sandbox.emulators.telegram.emulator import TelegramEmulator, make_token
from bot.sandbox.emulators.telegram.faults import TelegramFault
from bot.sandbox.emulators.telegram.people import Impossible
from bot.sandbox.emulators.telegram.screen import Screen, ScreenButton, ScreenMessage

__all__ = ["Impossible", "Screen", "ScreenButton", "ScreenMessage", "TelegramEmulator", "TelegramFault", "make_token"]
