-- What is told to the business's own systems. `sealed` is the body as it is posted, the same at every try;
-- the outbox carries the posting, and holds no more than the event's id.
CREATE TABLE events (
    id           TEXT PRIMARY KEY,
    kind         TEXT NOT NULL,
    at           INTEGER NOT NULL,
    tries        INTEGER NOT NULL DEFAULT 0,
    answer       TEXT NOT NULL DEFAULT '',
    delivered_at INTEGER,
    give_up_at   INTEGER NOT NULL,
    sealed       BLOB NOT NULL
);
CREATE INDEX events_age ON events (at);
