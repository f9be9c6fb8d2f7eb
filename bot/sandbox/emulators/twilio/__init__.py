"""An emulated Twilio for WhatsApp, as strict as the real one (twilio.com/docs); never for real people."""

from bot.sandbox.emulators.twilio.account import Webhook
from bot.sandbox.emulators.twilio.emulator import SANDBOX, TwilioEmulator
from bot.sandbox.emulators.twilio.messages import Message, Place
from bot.sandbox.emulators.twilio.mishaps import Fault
from bot.sandbox.emulators.twilio.people import Person
from bot.sandbox.emulators.twilio.world import Rules

__all__ = ["SANDBOX", "Fault", "Message", "Person", "Place", "Rules", "TwilioEmulator", "Webhook"]
