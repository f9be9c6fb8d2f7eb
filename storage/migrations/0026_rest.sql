-- How long before `due_at` that was set, in milliseconds: what a clock that was ahead has dated waits no longer than it was
-- to wait. What an earlier release postponed is tried once before its time.
ALTER TABLE outbox ADD COLUMN rest INTEGER NOT NULL DEFAULT 0;
