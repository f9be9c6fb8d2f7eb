-- Files that a platform fetches for a person by an address that nobody can guess: given out once, and soon gone.
-- `token` is a keyed look-up value, as in 0003; `sealed` is the file.

CREATE TABLE one_time_files (
    token      BLOB PRIMARY KEY,
    expires_at INTEGER NOT NULL,
    sealed     BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX one_time_files_age ON one_time_files (expires_at);
