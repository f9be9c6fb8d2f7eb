-- The twin of SQLite's, which says what it is for.

ALTER TABLE chat_names ALTER CONSTRAINT chat_names_contact_fkey DEFERRABLE INITIALLY DEFERRED;
