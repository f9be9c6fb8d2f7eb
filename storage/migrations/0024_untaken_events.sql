-- Which events were given up, and which wait, is found among those that nobody took, and not among all of thirty days:
-- the metrics ask for it every few seconds. All that they ask for stands in the index.

CREATE INDEX events_untaken ON events (give_up_at, at, delivered_at) WHERE delivered_at IS NULL;
