"""WhatsApp through Twilio: what comes in, what goes out, and what becomes of it. No conversation is decided here."""

from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.inviting import build_inviter
from bot.channels.whatsapp.reception import Reception, build_whatsapp
from bot.channels.whatsapp.setup import setup

__all__ = ["Reception", "WhatsApp", "build_inviter", "build_whatsapp", "setup"]
