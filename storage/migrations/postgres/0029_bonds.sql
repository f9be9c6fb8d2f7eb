-- The twin of SQLite's, which says what it is for.

ALTER TABLE link_tokens ADD COLUMN bond BYTEA;
