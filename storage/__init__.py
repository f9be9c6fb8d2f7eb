"""The disk: what must survive. Imports conversations; the only place with SQL."""
