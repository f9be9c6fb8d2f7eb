-- As 0019 of SQLite's: where anybody can see whether a receipt holds.

CREATE TABLE receipt_pages (
    token   BYTEA PRIMARY KEY,
    contact BYTEA NOT NULL
);
