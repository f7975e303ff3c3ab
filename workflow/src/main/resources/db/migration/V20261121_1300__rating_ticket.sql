-- 好差评: sub-indicators, window visits, the one re-rating; and what becomes of a bad grade.
-- The table is small compared with the cases; the new columns are filled from them once.
ALTER TABLE rating
    ALTER COLUMN case_id DROP NOT NULL,
    ADD COLUMN visit_id     uuid UNIQUE,
    ADD COLUMN department   varchar(60) NOT NULL DEFAULT '',
    ADD COLUMN item_code    varchar(60) NOT NULL DEFAULT '',
    ADD COLUMN key_id       bigint NOT NULL DEFAULT 0,
    -- Codes of the standard, separated by commas.
    ADD COLUMN tags         varchar(200) NOT NULL DEFAULT '',
    ADD COLUMN standard     integer NOT NULL DEFAULT 1,
    -- Keyed hash of who rated; never his name.
    ADD COLUMN rater        char(64),
    -- 误评、恶意差评: kept, and counted nowhere.
    ADD COLUMN excluded     boolean NOT NULL DEFAULT false,
    ADD COLUMN re_level     integer CHECK (re_level BETWEEN 1 AND 5),
    ADD COLUMN re_channel   varchar(20),
    ADD COLUMN re_sealed    bytea,
    ADD COLUMN re_rated_at  timestamptz,
    ADD CONSTRAINT rating_of_case_or_visit CHECK ((case_id IS NULL) <> (visit_id IS NULL));
UPDATE rating r SET department = c.organisation, item_code = c.item_code, key_id = c.key_id
  FROM case_file c WHERE c.id = r.case_id;
CREATE INDEX rating_figures ON rating (rated_at, department);

-- 窗口服务: somebody was served at a window, with or without a case; rated once (一次一评).
CREATE TABLE window_visit (
    id          uuid PRIMARY KEY,
    clerk_id    bigint NOT NULL REFERENCES officer (id),
    department  varchar(60) NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX window_visit_at ON window_visit (at);
ALTER TABLE rating ADD CONSTRAINT rating_visit FOREIGN KEY (visit_id) REFERENCES window_visit (id);

-- 差评工单.
CREATE TABLE bad_rating_ticket (
    id            uuid PRIMARY KEY,
    rating_id     uuid NOT NULL UNIQUE REFERENCES rating (id),
    -- Empty for a window visit without a case.
    case_id       bigint REFERENCES case_file (id),
    case_no       varchar(21) NOT NULL,
    item_name     varchar(200) NOT NULL,
    department    varchar(60) NOT NULL,
    state         varchar(20) NOT NULL,
    finding       varchar(20),
    complex       boolean NOT NULL DEFAULT false,
    opened_at     timestamptz NOT NULL,
    found_at      timestamptz,
    fed_back_at   timestamptz,
    revisited_at  timestamptz,
    closed_at     timestamptz,
    due_on        date,
    yellow_on     date,
    red_on        date,
    -- Was a limit missed at any stage?
    late          boolean NOT NULL DEFAULT false,
    steps         integer NOT NULL,
    version       bigint NOT NULL,
    -- When the platform has to look next; empty when nothing is waited for.
    next_fire_at  timestamptz
);
CREATE INDEX bad_rating_ticket_fire ON bad_rating_ticket (next_fire_at, id) WHERE next_fire_at IS NOT NULL;
CREATE INDEX bad_rating_ticket_open ON bad_rating_ticket (department, due_on, id)
    WHERE state NOT IN ('CLOSED', 'EXCLUDED');
CREATE INDEX bad_rating_ticket_all_open ON bad_rating_ticket (due_on, id) WHERE state NOT IN ('CLOSED', 'EXCLUDED');
CREATE INDEX bad_rating_ticket_ended ON bad_rating_ticket (closed_at DESC, id) WHERE state IN ('CLOSED', 'EXCLUDED');

-- 处置记录: what was done with a ticket and by whom; the words are sealed. Append-only.
CREATE TABLE bad_rating_step (
    ticket_id  uuid NOT NULL REFERENCES bad_rating_ticket (id),
    seq        integer NOT NULL,
    at         timestamptz NOT NULL,
    action     varchar(20) NOT NULL,
    from_state varchar(20) NOT NULL,
    to_state   varchar(20) NOT NULL,
    actor      varchar(40) NOT NULL,
    sealed     bytea NOT NULL,
    PRIMARY KEY (ticket_id, seq)
);
CREATE TRIGGER bad_rating_step_append_only BEFORE UPDATE OR DELETE ON bad_rating_step
    FOR EACH ROW EXECUTE FUNCTION is_append_only();

-- 默认评价: up to which moment ended cases have been looked through; one row, locked by the node that does it.
CREATE TABLE rating_default_mark (
    id     integer PRIMARY KEY CHECK (id = 1),
    until  timestamptz NOT NULL
);
INSERT INTO rating_default_mark VALUES (1, TIMESTAMPTZ 'epoch');
