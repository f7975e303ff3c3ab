-- 每日摘要: once a day the heads of the event chains that have changed, chained and time-stamped. Whoever rewrites a whole
-- chain together with the case's own row would have to rewrite this too, and the time stamps are not his to make.
CREATE TABLE event_digest (
    number     bigint PRIMARY KEY,
    -- Platform day on which it was made; one a day.
    day        date NOT NULL UNIQUE,
    made_at    timestamptz NOT NULL,
    cases      integer NOT NULL,
    prev_hash  char(64) NOT NULL,
    hash       char(64) NOT NULL,
    alg        varchar(20) NOT NULL
);

CREATE TABLE event_digest_head (
    digest   bigint NOT NULL REFERENCES event_digest (number),
    case_id  bigint NOT NULL REFERENCES case_file (id),
    seq      integer NOT NULL,
    hash     char(64) NOT NULL,
    PRIMARY KEY (case_id, seq)
);
CREATE INDEX event_digest_head_digest ON event_digest_head (digest, case_id);

-- The stamp comes from outside and therefore after the commit.
CREATE TABLE event_digest_stamp (
    digest      bigint PRIMARY KEY REFERENCES event_digest (number),
    stamped_at  timestamptz NOT NULL,
    token       bytea NOT NULL
);

-- Events come in the order of time, so this small index finds the blocks of the last days.
CREATE INDEX case_event_at ON case_event USING brin (at);

CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER event_digest_append_only BEFORE UPDATE OR DELETE ON event_digest
    FOR EACH ROW EXECUTE FUNCTION is_append_only();
CREATE TRIGGER event_digest_head_append_only BEFORE UPDATE OR DELETE ON event_digest_head
    FOR EACH ROW EXECUTE FUNCTION is_append_only();
CREATE TRIGGER event_digest_stamp_append_only BEFORE UPDATE OR DELETE ON event_digest_stamp
    FOR EACH ROW EXECUTE FUNCTION is_append_only();
CREATE TRIGGER print_copy_append_only BEFORE UPDATE OR DELETE ON print_copy
    FOR EACH ROW EXECUTE FUNCTION is_append_only();
