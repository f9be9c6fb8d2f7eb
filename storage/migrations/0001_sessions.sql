-- Moments are integers: milliseconds since 1970, UTC. BLOBs named after a thing are keyed look-up values (HMAC);
-- `sealed` is AES-GCM bound to its table, column and row. docs/privacy.md has the purpose and retention of each column.

CREATE TABLE sessions (
    contact    BLOB PRIMARY KEY,
    step       TEXT NOT NULL,
    expires_at INTEGER,
    warn_at    INTEGER,
    forget_at  INTEGER,
    sealed     BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_expire ON sessions (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX sessions_warn ON sessions (warn_at) WHERE warn_at IS NOT NULL;
CREATE INDEX sessions_forget ON sessions (forget_at) WHERE forget_at IS NOT NULL;

CREATE TABLE deliveries (
    channel TEXT NOT NULL,
    id      TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (channel, id)
) WITHOUT ROWID;
CREATE INDEX deliveries_age ON deliveries (at);

CREATE TABLE outbox (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    lane    BLOB NOT NULL,
    kind    TEXT NOT NULL,
    state   TEXT NOT NULL DEFAULT 'waiting',
    tries   INTEGER NOT NULL DEFAULT 0,
    due_at  INTEGER NOT NULL,
    drop_at INTEGER NOT NULL,
    receipt TEXT,
    sealed  BLOB
);
CREATE INDEX outbox_waiting ON outbox (id) WHERE state = 'waiting';
CREATE INDEX outbox_receipt ON outbox (receipt) WHERE receipt IS NOT NULL;
CREATE INDEX outbox_age ON outbox (drop_at);

CREATE TABLE spends (
    key BLOB NOT NULL,
    at  INTEGER NOT NULL
);
CREATE INDEX spends_of_key ON spends (key, at);
CREATE INDEX spends_age ON spends (at);

CREATE TABLE accounts (
    id        BLOB PRIMARY KEY,
    contact   BLOB NOT NULL,
    number    BLOB NOT NULL,
    linked_at INTEGER NOT NULL,
    due_at    INTEGER,
    sealed    BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX accounts_of_contact ON accounts (contact);
CREATE INDEX accounts_due ON accounts (due_at) WHERE due_at IS NOT NULL;

-- Append-only: each row's `link` closes over the one before it, so that no row can be changed or taken out unseen.
CREATE TABLE consents (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    contact BLOB NOT NULL,
    at      INTEGER NOT NULL,
    sealed  BLOB NOT NULL,
    link    BLOB NOT NULL
);
CREATE INDEX consents_of_contact ON consents (contact);

CREATE TABLE quarantine (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    reason  TEXT NOT NULL,
    at      INTEGER NOT NULL,
    sealed  BLOB NOT NULL
);
CREATE INDEX quarantine_age ON quarantine (at);
