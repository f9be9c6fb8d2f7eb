-- What the business's programs were answered, by the key under which they asked: whoever asks the same again, for want
-- of the answer, gets it again, and nothing is done twice. `key` and `request` are look-up values.

CREATE TABLE program_answers (
    key       BLOB PRIMARY KEY,
    request   BLOB NOT NULL,
    forget_at INTEGER NOT NULL,
    sealed    BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX program_answers_age ON program_answers (forget_at);
