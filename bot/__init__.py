"""The shell: channels, provider, doors, clock, schedule, settings, wiring. Imports the others; nothing imports it."""
