-- That a name belongs to a chat is asked when all is written: many turns share a transaction, and what they put waits by table.
CREATE TABLE chat_names_new (
    name    BLOB PRIMARY KEY,
    contact BLOB NOT NULL REFERENCES chats (contact) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
INSERT INTO chat_names_new SELECT name, contact FROM chat_names;
DROP TABLE chat_names;
ALTER TABLE chat_names_new RENAME TO chat_names;
CREATE INDEX chat_names_of_contact ON chat_names (contact);
