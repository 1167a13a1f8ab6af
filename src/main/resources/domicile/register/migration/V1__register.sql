-- One set of statements for H2 and PostgreSQL. Nothing is ever overwritten: a change adds versions of entries.
CREATE TABLE change (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    valid_from DATE NOT NULL,
    known_at TIMESTAMP WITH TIME ZONE NOT NULL,
    who VARCHAR(200) NOT NULL,
    why VARCHAR(2000) NOT NULL,
    pack VARCHAR(200) NOT NULL
);

-- A version of one part of the register. An absent payload says that the part is no longer there.
CREATE TABLE entry (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    change_id BIGINT NOT NULL REFERENCES change (id),
    kind VARCHAR(16) NOT NULL,
    subject VARCHAR(100) NOT NULL,
    entry_key VARCHAR(3000) NOT NULL,
    ordinal INTEGER NOT NULL,
    payload VARCHAR(100000)
);

CREATE INDEX entry_by_part ON entry (kind, subject);
CREATE INDEX entry_by_change ON entry (change_id);

-- What an officer works on: the answers to the questionnaire, kept at every answer.
CREATE TABLE assessment (
    id VARCHAR(36) PRIMARY KEY,
    name VARCHAR(1000) NOT NULL,
    answers VARCHAR(1000000) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    archived BOOLEAN NOT NULL
);
