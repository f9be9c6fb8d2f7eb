-- That an operator has paused the linking of lines, and what customers are told: one row while it lasts, else none.
-- A row and no memory of the process: a restart goes on where it was.

CREATE TABLE pause (
    id     INTEGER PRIMARY KEY,
    sealed BLOB NOT NULL
);
