-- The twin of SQLite's, which says what it is for.

ALTER TABLE links ADD COLUMN agreed_at BIGINT;
UPDATE links SET agreed_at = opened_at WHERE reached >= 2;
