"""WhatsApp through Twilio: what comes in, what goes out, and what becomes of it. No conversation is decided here."""
