-- What a report counts, so that no link is opened for it: columns that tell of no person, and one index that has them
-- all. `opened_at` and `linked_at` are when a link first came so far; of links of earlier releases they are not known.

ALTER TABLE links ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE links ADD COLUMN channel TEXT;
ALTER TABLE links ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE links ADD COLUMN opened_at INTEGER;
ALTER TABLE links ADD COLUMN linked_at INTEGER;
DROP INDEX links_made;
CREATE INDEX links_made ON links
    (made_at, reached, milestone, network, language, channel, reason, agent, opened_at, linked_at);

-- How many messages a day a platform was sent that it reports on, and charges for; counted when their rows go.
CREATE TABLE billed_messages (
    day      INTEGER PRIMARY KEY,
    messages INTEGER NOT NULL
);
