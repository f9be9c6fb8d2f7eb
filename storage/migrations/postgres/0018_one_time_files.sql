-- The twin of SQLite's, which says what it is for.

CREATE TABLE one_time_files (
    token      BYTEA PRIMARY KEY,
    expires_at BIGINT NOT NULL,
    sealed     BYTEA NOT NULL
);
CREATE INDEX one_time_files_age ON one_time_files (expires_at);
