"""An emulated Telegram: the Bot API over HTTP for one bot, with people to talk to; never used in production."""

from bot.emulators.telegram.emulator import TelegramEmulator, make_token
from bot.emulators.telegram.faults import Fault
from bot.emulators.telegram.people import Impossible
from bot.emulators.telegram.screen import Button, Line, Screen

__all__ = ["Button", "Fault", "Impossible", "Line", "Screen", "TelegramEmulator", "make_token"]
