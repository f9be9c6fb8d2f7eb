-- The business's own name for a link, by which its programs find it: a look-up value, for it may say whom the link is for.

ALTER TABLE links ADD COLUMN external BLOB;
CREATE INDEX links_of_external ON links (external) WHERE external IS NOT NULL;
