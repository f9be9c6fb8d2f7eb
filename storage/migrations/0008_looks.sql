-- Until when a platform's own log of messages was looked through for those that never came in.
CREATE TABLE looks (
    channel TEXT PRIMARY KEY,
    until   INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO looks SELECT 'whatsapp', heard_at FROM chats ORDER BY heard_at DESC LIMIT 1;
