-- For what is asked often: whom a lane that is cleared still has something for.
-- Its order is not needed of the index: what waits is all read at once, and little.

DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (lane) WHERE state = 'waiting';
