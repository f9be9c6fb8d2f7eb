"""An emulated Mono: the Telco Data API of both families, strict, over HTTP; never for real people."""

from bot.sandbox.emulators.mono.emulator import MonoEmulator, make_key
from bot.sandbox.emulators.mono.faults import MonoFault
from bot.sandbox.emulators.mono.journal import MonoApiCall
from bot.sandbox.emulators.mono.numbers import BY_NAME
from bot.sandbox.emulators.mono.state import Sms

__all__ = ["BY_NAME", "MonoApiCall", "MonoEmulator", "MonoFault", "Sms", "make_key"]
