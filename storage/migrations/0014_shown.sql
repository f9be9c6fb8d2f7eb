-- From when a question is taken to be on the person's screen: a bare number answers only one that was there before it.
ALTER TABLE outbox ADD COLUMN shown_at INTEGER;
CREATE INDEX outbox_asked ON outbox (lane) WHERE prompt > 0;

-- A person whose app shows no buttons gets text alone.
ALTER TABLE chats ADD COLUMN text_only INTEGER NOT NULL DEFAULT 0;
