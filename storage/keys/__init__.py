"""The keys of a database: which are in use, whether they are its own, and sealing anew. Never what was sealed."""
