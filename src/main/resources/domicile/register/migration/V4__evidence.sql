-- Documents that the buyer holds. Their bytes lie in the register's folder, under their SHA-256.
CREATE TABLE evidence_file (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256 VARCHAR(64) NOT NULL,
    name VARCHAR(255) NOT NULL,
    bytes BIGINT NOT NULL,
    offering VARCHAR(100) NOT NULL,
    question VARCHAR(100) NOT NULL,
    added_at TIMESTAMP WITH TIME ZONE NOT NULL,
    who VARCHAR(200) NOT NULL
);
