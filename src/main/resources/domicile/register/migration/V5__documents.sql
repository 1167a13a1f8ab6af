-- The bytes of documents in a register on a server, in pieces of at most 256 KiB under their SHA-256. A register in a file keeps
-- them beside it, and this table stays empty.
CREATE TABLE document_part (
    sha256 VARCHAR(64) NOT NULL,
    part INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (sha256, part)
);
