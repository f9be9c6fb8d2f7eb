-- Which question a sent message asked, so that an answer that quotes an older one is known to be late.

ALTER TABLE outbox ADD COLUMN prompt INTEGER NOT NULL DEFAULT 0;
