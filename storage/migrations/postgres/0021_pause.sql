-- The twin of SQLite's, which says what it is for.

CREATE TABLE pause (
    id     BIGINT PRIMARY KEY,
    sealed BYTEA NOT NULL
);
