"""The corpus of what people write, and how much of it is understood: `make understanding`."""
