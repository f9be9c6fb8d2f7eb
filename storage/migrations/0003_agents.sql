-- Agents, their links and what they did. `agent`, `customer`, `number`, `account`, `name`, `token` and `code` are keyed
-- look-up values (HMAC), as in 0001; a link's reference is made by chance and says nothing of anybody.

CREATE TABLE agents (
    contact BLOB PRIMARY KEY,
    name    BLOB NOT NULL UNIQUE,
    sealed  BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE agent_invites (
    code       BLOB PRIMARY KEY,
    name       BLOB NOT NULL UNIQUE,
    expires_at INTEGER NOT NULL,
    sealed     BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE desks (
    contact BLOB PRIMARY KEY,
    sealed  BLOB NOT NULL
) WITHOUT ROWID;

-- `expires_at` and `remind_at` are empty once nothing is due any more; `forget_at` is empty until the link has ended.
CREATE TABLE links (
    reference  TEXT PRIMARY KEY,
    agent      BLOB NOT NULL,
    customer   BLOB,
    number     BLOB,
    account    BLOB,
    network    TEXT,
    milestone  TEXT NOT NULL,
    reached    INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,
    moved_at   INTEGER NOT NULL,
    expires_at INTEGER,
    remind_at  INTEGER,
    forget_at  INTEGER,
    sealed     BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX links_of_agent ON links (agent, moved_at);
CREATE INDEX links_moved ON links (moved_at);
CREATE INDEX links_made ON links (made_at);
CREATE INDEX links_of_customer ON links (customer) WHERE customer IS NOT NULL;
CREATE INDEX links_of_account ON links (account) WHERE account IS NOT NULL;
CREATE INDEX links_expire ON links (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX links_remind ON links (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX links_forget ON links (forget_at) WHERE forget_at IS NOT NULL;

CREATE TABLE link_tokens (
    token     BLOB PRIMARY KEY,
    reference TEXT NOT NULL REFERENCES links (reference) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX link_tokens_of_link ON link_tokens (reference);

-- Append-only and chained, as the consents are.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    contact BLOB NOT NULL,
    at      INTEGER NOT NULL,
    sealed  BLOB NOT NULL,
    link    BLOB NOT NULL
);
CREATE INDEX audit_of_contact ON audit (contact);
