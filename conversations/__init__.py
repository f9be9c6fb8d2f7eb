"""The pure core: what the bot says and when. No clock, no I/O, no randomness, no environment, no vendor's name."""
