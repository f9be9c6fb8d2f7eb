-- Tables and columns in the field's words. Sealed values stay bound to the place that they were sealed for:
-- storage/agents.py goes on naming `desks` and `agent_invites` there.

ALTER TABLE chats RENAME COLUMN shut TO window_closed;
ALTER TABLE chats RENAME COLUMN quiet TO opted_out;
ALTER TABLE chats RENAME COLUMN called TO template_sent;

ALTER TABLE looks RENAME TO inbound_scans;
ALTER TABLE deliveries RENAME TO inbound_ids;
DROP INDEX deliveries_age;
CREATE INDEX inbound_ids_age ON inbound_ids (at);

ALTER TABLE desks RENAME TO agent_sessions;
ALTER TABLE agent_invites RENAME TO join_codes;
