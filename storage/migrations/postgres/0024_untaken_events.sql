-- The twin of SQLite's, which says what it is for.

CREATE INDEX events_untaken ON events (give_up_at, at, delivered_at) WHERE delivered_at IS NULL;
