"""The shell: channels, provider, routes, clock, schedule, settings, wiring. Imports the others; nothing imports it."""
