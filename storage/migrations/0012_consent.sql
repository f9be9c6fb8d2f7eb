-- When the consent for a line has to be seen to: its end, the notice of it, a reminder that the line is shared.
-- At once for lines of earlier releases, whose agreement named no moment: the first look gives them one.

ALTER TABLE accounts ADD COLUMN tend_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX accounts_tend ON accounts (tend_at);
