"""An emulated Mono: the Telco Data API of both families, strict, over HTTP; never for real people."""

from bot.sandbox.emulators.mono.api_door import Call
from bot.sandbox.emulators.mono.emulator import MonoEmulator, make_key
from bot.sandbox.emulators.mono.faults import Fault
from bot.sandbox.emulators.mono.numbers import BY_NAME
from bot.sandbox.emulators.mono.world import Sms

__all__ = ["BY_NAME", "Call", "Fault", "MonoEmulator", "Sms", "make_key"]
