"""The shell: channels, provider, web doors, clock, schedule, settings, wiring. Imports the other two; nothing imports it."""
