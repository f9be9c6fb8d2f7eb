"""What people write, understood: intents in sentences, and numbers, networks and codes in every written form. Pure."""
