-- A line may be linked in several chats: one account, a row for each holder, each with an agreement of its own.
-- `sealed` stays bound to the account, as it was when the chat alone held it; the contact sealed in it is the row's.
-- `missing_at` is since when the provider does not know the account any more, empty while it does.

CREATE TABLE new_accounts (
    id         BLOB NOT NULL,
    contact    BLOB NOT NULL,
    number     BLOB NOT NULL,
    linked_at  INTEGER NOT NULL,
    due_at     INTEGER,
    tend_at    INTEGER NOT NULL DEFAULT 0,
    sealed     BLOB NOT NULL,
    missing_at INTEGER,
    PRIMARY KEY (id, contact)
) WITHOUT ROWID;
INSERT INTO new_accounts (id, contact, number, linked_at, due_at, tend_at, sealed)
    SELECT id, contact, number, linked_at, due_at, tend_at, sealed FROM accounts;
DROP TABLE accounts;
ALTER TABLE new_accounts RENAME TO accounts;
CREATE INDEX accounts_of_contact ON accounts (contact);
CREATE INDEX accounts_of_number ON accounts (number);
CREATE INDEX accounts_due ON accounts (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX accounts_tend ON accounts (tend_at);
CREATE INDEX accounts_missing ON accounts (missing_at) WHERE missing_at IS NOT NULL;
