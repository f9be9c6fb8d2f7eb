-- The twin of SQLite's, which says what it is for.

CREATE INDEX sessions_case ON sessions (case_until) WHERE case_until IS NOT NULL;
CREATE INDEX accounts_linked ON accounts (linked_at);
