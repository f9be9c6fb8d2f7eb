-- What platforms posted to a process that stands by, until the one that leads has taken it: in the order in which it
-- came. `door` is the address, `sealed` the body, which was authentic.

CREATE TABLE kept_posts (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    door   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    sealed BLOB NOT NULL
);
