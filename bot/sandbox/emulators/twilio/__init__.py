"""An emulated Twilio for WhatsApp, as strict as the real one (twilio.com/docs); never for real people."""

from bot.sandbox.emulators.twilio.account import WebhookAddress
from bot.sandbox.emulators.twilio.emulator import SANDBOX, TwilioEmulator
from bot.sandbox.emulators.twilio.faults import TwilioFault
from bot.sandbox.emulators.twilio.messages import MapPlace, WhatsAppMessage
from bot.sandbox.emulators.twilio.people import WhatsAppUser
from bot.sandbox.emulators.twilio.state import AccountRules

__all__ = [
    "SANDBOX",
    "AccountRules",
    "MapPlace",
    "TwilioEmulator",
    "TwilioFault",
    "WebhookAddress",
    "WhatsAppMessage",
    "WhatsAppUser",
]
