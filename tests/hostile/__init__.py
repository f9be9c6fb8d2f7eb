"""Forged, hostile and half-open requests at a running server, beside genuine ones."""
