-- When a link was agreed to, as `opened_at` and `linked_at` are: who agreed on a day is asked for by that day. Of earlier
-- links only the opening is known, minutes before it.

ALTER TABLE links ADD COLUMN agreed_at INTEGER;
UPDATE links SET agreed_at = opened_at WHERE reached >= 2;
