-- A canary of every key that this database was ever opened with, by the key's id: which key is missing, or in the wrong
-- place, is known before anything is read. `emptied_at`: since when nothing is sealed with a key that is not given any more.
CREATE TABLE keys (
    purpose    TEXT NOT NULL,
    id         BLOB NOT NULL,
    canary     BLOB NOT NULL,
    since      INTEGER NOT NULL,
    emptied_at INTEGER,
    PRIMARY KEY (purpose, id)
) WITHOUT ROWID;

-- Each platform's messages are known again for as long as they can come again, by a keyed value of their id. The ids
-- that are here already are plain: SQL has no key, so the first start with this release puts the values in their place.
CREATE TABLE new_inbound_ids (
    channel   TEXT NOT NULL,
    id        BLOB NOT NULL,
    forget_at INTEGER NOT NULL,
    PRIMARY KEY (channel, id)
) WITHOUT ROWID;
INSERT INTO new_inbound_ids
    SELECT channel, id, at + CASE channel WHEN 'whatsapp' THEN 34128000000 ELSE 172800000 END FROM inbound_ids;
DROP TABLE inbound_ids;
ALTER TABLE new_inbound_ids RENAME TO inbound_ids;
CREATE INDEX inbound_ids_age ON inbound_ids (forget_at);
