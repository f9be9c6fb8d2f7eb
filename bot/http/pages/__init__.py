"""The pages that a browser shows: a link's own page and its picture. Never a conversation, never a script."""
