-- Where anybody can see whether a receipt holds: `token` is the look-up value of the address's end, `contact` that of
-- the chat whose record is then looked at. The address itself is kept nowhere.

CREATE TABLE receipt_pages (
    token   BLOB PRIMARY KEY,
    contact BLOB NOT NULL
) WITHOUT ROWID;
