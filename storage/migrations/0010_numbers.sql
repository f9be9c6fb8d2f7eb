-- What was told apart by SQLite's own row numbers has a column for them: what databases share has no such numbers.

CREATE TABLE new_spends (
    id        INTEGER PRIMARY KEY,
    key       BLOB NOT NULL,
    at        INTEGER NOT NULL,
    forget_at INTEGER NOT NULL
);
INSERT INTO new_spends SELECT rowid, key, at, forget_at FROM spends;
DROP TABLE spends;
ALTER TABLE new_spends RENAME TO spends;
CREATE INDEX spends_of_key ON spends (key, at);
CREATE INDEX spends_age ON spends (forget_at);

CREATE TABLE new_events (
    number       INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL,
    at           INTEGER NOT NULL,
    tries        INTEGER NOT NULL DEFAULT 0,
    answer       TEXT NOT NULL DEFAULT '',
    delivered_at INTEGER,
    give_up_at   INTEGER NOT NULL,
    sealed       BLOB NOT NULL
);
INSERT INTO new_events SELECT rowid, id, kind, at, tries, answer, delivered_at, give_up_at, sealed FROM events;
DROP TABLE events;
ALTER TABLE new_events RENAME TO events;
CREATE INDEX events_age ON events (at);

-- The highest number that each chain of evidence has given, so that its last rows cannot be taken out unseen.
CREATE TABLE ledgers (
    name    TEXT PRIMARY KEY,
    highest INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO ledgers SELECT name, seq FROM sqlite_sequence WHERE name IN ('consents', 'audit');
