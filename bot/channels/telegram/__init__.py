"""Telegram: what comes in by webhook or polling, what goes out. No conversation is decided here."""

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.inbound import poll, webhook
from bot.channels.telegram.setup import register

__all__ = ["Telegram", "poll", "register", "webhook"]
