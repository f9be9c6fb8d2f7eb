"""The address that a request came from, told to whoever sent it: whether TRUSTED_PROXIES is right. Never to others."""

SEEN_AS = "x-seen-as"
