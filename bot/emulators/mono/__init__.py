"""An emulated Mono: the Telco Data API of both families, strict, over HTTP."""

from bot.emulators.mono.emulator import MonoEmulator, make_key
from bot.emulators.mono.faults import Fault
from bot.emulators.mono.numbers import BY_NAME

__all__ = ["BY_NAME", "Fault", "MonoEmulator", "make_key"]
