-- The twin of SQLite's, which says what it is for.

ALTER TABLE outbox ADD COLUMN rest BIGINT NOT NULL DEFAULT 0;
