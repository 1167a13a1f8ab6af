-- Roles of a register that several people share: domicile_reader, domicile_editor and domicile_approver, held by the database and not
-- by the program. Run it as the login that owns the register's tables, after Domicile has opened the register as that login, and again
-- after each newer version of Domicile; it may be run as often as one likes:
--
--     psql -v ON_ERROR_STOP=1 -d DATABASE -f roles.sql
--
-- Logins are made by whoever runs the server, and get roles with GRANT domicile_editor TO ada. Who reads, reads all of it; who edits,
-- reads too; who approves, reads and approves what others have written. Somebody may have both, and still approves nothing of their own.
BEGIN;
SET LOCAL client_min_messages = warning;
SET LOCAL search_path = public;

DO $$
DECLARE
    role text;
BEGIN
    IF (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'change'::regclass) <> current_user THEN
        RAISE EXCEPTION 'run this as the login that owns the register';
    END IF;
    FOREACH role IN ARRAY ARRAY['domicile_reader', 'domicile_editor', 'domicile_approver'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role);
        END IF;
        -- roles are the server's: another register's owner may have made them, and granted this
        IF NOT pg_has_role(role, 'domicile_reader', 'MEMBER') THEN
            EXECUTE format('GRANT domicile_reader TO %I', role);
        END IF;
    END LOOP;
END $$;

-- Nobody has anything by being somebody, and nobody but the owner makes anything.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, domicile_reader, domicile_editor, domicile_approver;
GRANT USAGE ON SCHEMA public TO domicile_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO domicile_reader;

-- An editor adds. What is there stays as it is, but for the ends of the chains and for the state of an assessment.
GRANT INSERT (valid_from, known_at, who, why, pack, cited_source, cited_read, hash, account) ON change TO domicile_editor;
GRANT INSERT (change_id, kind, subject, entry_key, ordinal, payload) ON entry TO domicile_editor;
GRANT UPDATE (head, changes) ON chain TO domicile_editor;
GRANT INSERT ON chain_link TO domicile_editor;
GRANT UPDATE (head, links) ON chain_end TO domicile_editor;
GRANT INSERT, UPDATE (name, answers, updated_at, archived) ON assessment TO domicile_editor;
GRANT INSERT (sha256, name, bytes, offering, question, added_at, who) ON evidence_file TO domicile_editor;
GRANT INSERT, DELETE ON document_part TO domicile_editor;

-- What waits for a second pair of eyes, and who has given it. A schema of its own: a register in a file has nothing of the kind.
CREATE SCHEMA IF NOT EXISTS team;
GRANT USAGE ON SCHEMA team TO domicile_reader;
CREATE TABLE IF NOT EXISTS team.matter (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind varchar(16) NOT NULL CHECK (kind IN ('IMPORT', 'RISK', 'REVIEW')),
    subject varchar(100) NOT NULL, -- the number of a change, or the id of an assessment
    detail varchar(1000) NOT NULL,
    digest varchar(64) NOT NULL,
    author varchar(200) NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    gone_at timestamptz, -- taken back or written anew: nothing waits any more
    UNIQUE (id, author)
);
CREATE UNIQUE INDEX IF NOT EXISTS matter_once ON team.matter (kind, subject, detail, digest) WHERE gone_at IS NULL;
CREATE TABLE IF NOT EXISTS team.approval (
    matter bigint PRIMARY KEY,
    author varchar(200) NOT NULL,
    approver varchar(200) NOT NULL,
    why varchar(2000) NOT NULL,
    approved_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (matter, author) REFERENCES team.matter (id, author),
    CONSTRAINT four_eyes CHECK (approver <> author)
);
REVOKE ALL ON ALL TABLES IN SCHEMA team FROM PUBLIC, domicile_reader, domicile_editor, domicile_approver;
GRANT SELECT ON ALL TABLES IN SCHEMA team TO domicile_reader;

CREATE OR REPLACE FUNCTION team.owner() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog AS $$
    SELECT pg_get_userbyid(relowner) = session_user FROM pg_class WHERE oid = 'public.change'::regclass
$$;

-- Whoever writes is who the database says, whatever name is typed.
CREATE OR REPLACE FUNCTION team.signed() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.account IS DISTINCT FROM session_user::text THEN
        RAISE EXCEPTION 'it is signed with another login' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER signed BEFORE INSERT ON change
    FOR EACH ROW WHEN (NOT team.owner()) EXECUTE FUNCTION team.signed();
CREATE OR REPLACE TRIGGER signed BEFORE INSERT ON chain_link
    FOR EACH ROW WHEN (NOT team.owner()) EXECUTE FUNCTION team.signed();

-- A part belongs to the change that is being written: nothing is added to an older one.
CREATE OR REPLACE FUNCTION team.of_this_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.change WHERE id = NEW.change_id AND xmin = pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION 'the change is written already' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER of_this_change BEFORE INSERT ON entry
    FOR EACH ROW WHEN (NOT team.owner()) EXECUTE FUNCTION team.of_this_change();

-- When a transaction ends, the ends of the chains are those of the chains.
CREATE OR REPLACE FUNCTION team.ends() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    IF (SELECT (head, changes) FROM public.chain WHERE id = 1) IS DISTINCT FROM
            (SELECT ((SELECT hash FROM public.change ORDER BY id DESC LIMIT 1), count(*)) FROM public.change)
        OR (SELECT (head, links) FROM public.chain_end WHERE id = 1) IS DISTINCT FROM
            (SELECT ((SELECT hash FROM public.chain_link ORDER BY id DESC LIMIT 1), count(*)) FROM public.chain_link) THEN
        RAISE EXCEPTION 'the chain does not end so' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;
DO $$
DECLARE
    link text;
BEGIN
    FOREACH link IN ARRAY ARRAY['change', 'chain', 'chain_link', 'chain_end'] LOOP
        EXECUTE format('DROP TRIGGER IF EXISTS ends ON public.%I', link);
        EXECUTE format('CREATE CONSTRAINT TRIGGER ends AFTER INSERT OR UPDATE ON public.%I DEFERRABLE INITIALLY DEFERRED '
            || 'FOR EACH ROW WHEN (NOT team.owner()) EXECUTE FUNCTION team.ends()', link);
    END LOOP;
END $$;

-- The bytes of a document that is attached, or of a page that is in hand, stay.
CREATE OR REPLACE FUNCTION team.kept(digest varchar) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT FROM public.evidence_file f WHERE f.sha256 = digest)
        OR EXISTS (SELECT FROM public.entry e WHERE e.kind = 'CAPTURE' AND e.payload::jsonb ->> 'sha256' = digest
            AND NOT e.payload::jsonb ? 'withdrawn'
            AND NOT EXISTS (SELECT FROM public.entry l WHERE l.kind = 'CAPTURE' AND l.subject = e.subject
                AND l.entry_key = e.entry_key AND l.id > e.id))
$$;
ALTER TABLE document_part ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS reads ON document_part;
DROP POLICY IF EXISTS adds ON document_part;
DROP POLICY IF EXISTS drops ON document_part;
CREATE POLICY reads ON document_part FOR SELECT TO domicile_reader USING (true);
CREATE POLICY adds ON document_part FOR INSERT TO domicile_editor WITH CHECK (true);
CREATE POLICY drops ON document_part FOR DELETE TO domicile_editor USING (NOT team.kept(sha256));

-- An import waits for an approver from the moment that it is written.
CREATE OR REPLACE FUNCTION team.imported() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    INSERT INTO team.matter (kind, subject, detail, digest, author)
        VALUES ('IMPORT', NEW.id::text, NEW.pack, right(NEW.hash, 64), session_user);
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER imported AFTER INSERT ON change
    FOR EACH ROW WHEN (NEW.pack <> '') EXECUTE FUNCTION team.imported();

-- So do a risk that is accepted and a review that is closed, in an assessment; whoever saves them first is their author.
CREATE OR REPLACE FUNCTION team.matters(answers jsonb) RETURNS TABLE (kind text, detail text, digest text)
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT 'RISK', left((a ->> 'offering') || ' ' || (a ->> 'requirement'), 1000),
            encode(sha256(convert_to(a::text, 'UTF8')), 'hex')
        FROM jsonb_array_elements(answers -> 'accepted') a
    UNION ALL
    SELECT 'REVIEW', left(answers -> 'reviewed' ->> 'on', 1000),
            encode(sha256(convert_to((answers -> 'reviewed')::text, 'UTF8')), 'hex')
        WHERE answers ? 'reviewed'
$$;
CREATE OR REPLACE FUNCTION team.saved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
    UPDATE team.matter m SET gone_at = now()
        WHERE m.subject = NEW.id AND m.kind IN ('RISK', 'REVIEW') AND m.gone_at IS NULL
            AND NOT EXISTS (SELECT FROM team.matters(NEW.answers::jsonb) n
                WHERE (n.kind, n.detail, n.digest) = (m.kind, m.detail, m.digest));
    INSERT INTO team.matter (kind, subject, detail, digest, author)
        SELECT n.kind, NEW.id, n.detail, n.digest, session_user FROM team.matters(NEW.answers::jsonb) n
        ON CONFLICT (kind, subject, detail, digest) WHERE gone_at IS NULL DO NOTHING;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER saved AFTER INSERT OR UPDATE OF answers ON assessment
    FOR EACH ROW EXECUTE FUNCTION team.saved();

-- An approver approves what somebody else has written, as it stands. Nobody writes into the table by another way.
CREATE OR REPLACE FUNCTION team.approve(number bigint, because text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
    it team.matter;
BEGIN
    SELECT * INTO it FROM team.matter WHERE id = number FOR UPDATE;
    IF NOT FOUND OR it.gone_at IS NOT NULL OR EXISTS (SELECT FROM team.approval WHERE matter = number) THEN
        RAISE EXCEPTION 'nothing waits under this number' USING ERRCODE = 'DM002';
    END IF;
    IF it.author = session_user THEN
        RAISE EXCEPTION 'it was written by the same login' USING ERRCODE = 'DM001';
    END IF;
    INSERT INTO team.approval (matter, author, approver, why) VALUES (number, it.author, session_user, because);
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA team FROM PUBLIC;
GRANT EXECUTE ON FUNCTION team.owner() TO domicile_reader;
GRANT EXECUTE ON FUNCTION team.kept(varchar) TO domicile_editor;
GRANT EXECUTE ON FUNCTION team.approve(bigint, text) TO domicile_approver;
COMMIT;
