-- Invitations that are sent straight to a number. Whoever answers one is found by their number; how many a number was
-- sent counts for a week, so that each spend says itself when nothing needs it any more.
CREATE INDEX links_of_number ON links (number) WHERE number IS NOT NULL;

ALTER TABLE spends ADD COLUMN forget_at INTEGER NOT NULL DEFAULT 0;
UPDATE spends SET forget_at = at + 176400000; -- 49 hours, for whatever was counted until now
DROP INDEX spends_age;
CREATE INDEX spends_age ON spends (forget_at);
