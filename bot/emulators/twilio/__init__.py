"""An emulated Twilio for WhatsApp, as strict as the real one (twilio.com/docs); never for real people."""

from bot.emulators.twilio.account import Webhook
from bot.emulators.twilio.emulator import SANDBOX, TwilioEmulator
from bot.emulators.twilio.messages import Message, Place
from bot.emulators.twilio.mishaps import Fault
from bot.emulators.twilio.people import Person
from bot.emulators.twilio.world import Rules

__all__ = ["SANDBOX", "Fault", "Message", "Person", "Place", "Rules", "TwilioEmulator", "Webhook"]
