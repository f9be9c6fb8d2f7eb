"""Receipts that a stranger can verify: signed, and checked with nothing but a public key. Never who agreed."""
