"""Telegram: what comes in by webhook or polling, what goes out. No conversation is decided here."""
