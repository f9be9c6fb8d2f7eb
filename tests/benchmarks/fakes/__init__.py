"""Platforms that answer as the real ones do to what the measured bots ask, at a small part of an emulator's cost.

They check nothing and know no fault: what the product does in all of those is the emulators' (`bot.sandbox`).
"""
