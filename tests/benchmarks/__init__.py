"""Measured, not claimed: `make bench`."""
