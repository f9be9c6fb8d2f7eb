"""Receipts that a stranger can verify, and whose word stands for this service. Never who agreed to what."""
