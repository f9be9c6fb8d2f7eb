"""WhatsApp through Twilio: what comes in, what goes out, and what becomes of it. No conversation is decided here."""

from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.module import WhatsAppModule, build_whatsapp
from bot.channels.whatsapp.setup import setup
from bot.channels.whatsapp.template_messages import build_template_sender

__all__ = ["WhatsApp", "WhatsAppModule", "build_template_sender", "build_whatsapp", "setup"]
