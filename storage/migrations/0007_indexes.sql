-- What waits is found by its lane, so that one is cleared without reading the others.
-- Its order is not needed of the index: what waits is all read at once, and little.

DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (lane) WHERE state = 'waiting';

-- How many sessions stand at each step is counted here, and not by reading every sealed one.
CREATE INDEX sessions_step ON sessions (step);
