-- The audit trail: every change carries the hash of itself and of the one before it. V3 fills it in and makes it mandatory.
ALTER TABLE change ADD COLUMN hash VARCHAR(71);

-- The page that a change by hand rests on, and the day that it was read.
ALTER TABLE change ADD COLUMN cited_source INTEGER;
ALTER TABLE change ADD COLUMN cited_read DATE;

-- The end of the chain, in one row. Who writes a change locks it first, so that changes come one after the other.
CREATE TABLE chain (
    id INTEGER PRIMARY KEY,
    head VARCHAR(71) NOT NULL,
    changes BIGINT NOT NULL
);
INSERT INTO chain (id, head, changes) VALUES (1, '', 0);
