-- How many wait for a person is counted among those who do, and not among all sessions: the metrics ask for it every few
-- seconds. The index has a row for each of them and none for anybody else.
CREATE INDEX sessions_case ON sessions (case_until) WHERE case_until IS NOT NULL;

-- The lines that were linked since some moment, of which an administrator sees those that no link knows.
CREATE INDEX accounts_linked ON accounts (linked_at);
