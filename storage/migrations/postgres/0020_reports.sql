-- The twin of SQLite's, which says what it is for.

ALTER TABLE links ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE links ADD COLUMN channel TEXT;
ALTER TABLE links ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE links ADD COLUMN opened_at BIGINT;
ALTER TABLE links ADD COLUMN linked_at BIGINT;
DROP INDEX links_made;
CREATE INDEX links_made ON links
    (made_at, reached, milestone, network, language, channel, reason, agent, opened_at, linked_at);

CREATE TABLE billed_messages (
    day      BIGINT PRIMARY KEY,
    messages BIGINT NOT NULL
);
