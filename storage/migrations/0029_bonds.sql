-- A token's row says for which link it was made, in a way that nobody makes without the keys; NULL in those from before,
-- whose links end within seven days.
ALTER TABLE link_tokens ADD COLUMN bond BLOB;
