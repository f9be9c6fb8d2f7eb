-- How people are reached on a channel that gives one person several names and lets us write for a day only.
-- `contact` and `name` are keyed look-up values; docs/privacy.md has the purpose and retention of each column.

CREATE TABLE chats (
    contact  BLOB PRIMARY KEY,
    heard_at INTEGER NOT NULL,
    shut     INTEGER NOT NULL DEFAULT 0,
    quiet    INTEGER NOT NULL DEFAULT 0,
    called   INTEGER NOT NULL DEFAULT 0,
    sealed   BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX chats_heard ON chats (heard_at);

CREATE TABLE chat_names (
    name    BLOB PRIMARY KEY,
    contact BLOB NOT NULL REFERENCES chats (contact) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX chat_names_of_contact ON chat_names (contact);

-- Letters that the platform takes only after the person's next message.
CREATE INDEX outbox_held ON outbox (lane) WHERE state = 'held';
