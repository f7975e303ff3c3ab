-- What outside programs are told. A row is written with what it tells of (by trigger, so that no writer can forget it) and gets
-- its position afterwards, from committed rows only: an order of ids would let a transaction that commits late be overlooked.
CREATE TABLE feed_entry (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    position         bigint UNIQUE,
    -- CASE; or what became of an item: PUBLISHED, SUSPENDED, RETIRED, IN_USE again.
    kind             varchar(20) NOT NULL,
    case_id          bigint,
    seq              integer,
    item_version_id  bigint,
    item_code        varchar(60),
    at               timestamptz
);
CREATE INDEX feed_entry_waiting ON feed_entry (id) WHERE position IS NULL;

CREATE FUNCTION feed_case_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO feed_entry (kind, case_id, seq) VALUES ('CASE', NEW.case_id, NEW.seq);
    RETURN NULL;
END $$;
CREATE TRIGGER case_event_feed AFTER INSERT ON case_event
    FOR EACH ROW EXECUTE FUNCTION feed_case_event();

CREATE FUNCTION feed_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.current_version_id IS NOT NULL
       AND (TG_OP = 'INSERT' OR NEW.current_version_id IS DISTINCT FROM OLD.current_version_id) THEN
        INSERT INTO feed_entry (kind, item_version_id) VALUES ('PUBLISHED', NEW.current_version_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER item_feed AFTER INSERT OR UPDATE ON item
    FOR EACH ROW EXECUTE FUNCTION feed_publication();

-- An item without a row is in use, so the first row tells something only when it is not.
CREATE FUNCTION feed_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'IN_USE' OR TG_OP = 'UPDATE' AND NEW.state <> OLD.state THEN
        INSERT INTO feed_entry (kind, item_code, at) VALUES (NEW.state, NEW.item_code, NEW.since);
    END IF;
    RETURN NULL;
END $$;
DO $$
BEGIN
    IF to_regclass('item_standing') IS NOT NULL THEN
        CREATE TRIGGER item_standing_feed AFTER INSERT OR UPDATE ON item_standing
            FOR EACH ROW EXECUTE FUNCTION feed_standing();
    END IF;
END $$;

-- The feed begins with the catalogue as it is; cases are told of from now on.
INSERT INTO feed_entry (kind, item_version_id)
SELECT 'PUBLISHED', current_version_id FROM item WHERE current_version_id IS NOT NULL ORDER BY id;

-- Keys that events are signed with; the newest signs, all are published.
CREATE TABLE feed_key (
    kid         varchar(60) PRIMARY KEY,
    public_key  bytea NOT NULL,
    key_id      bigint NOT NULL,
    sealed      bytea NOT NULL,
    created_at  timestamptz NOT NULL
);
