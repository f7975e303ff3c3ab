-- 批次: a window announced by the department. The seed of the draw is fixed, and its hash shown, before anybody applies.
CREATE TABLE enrolment_batch (
    id           uuid PRIMARY KEY,
    item_code    varchar(60) NOT NULL,
    name         varchar(120) NOT NULL,
    opens_at     timestamptz NOT NULL,
    closes_at    timestamptz NOT NULL,
    places       integer NOT NULL CHECK (places > 0),
    seed_hash    char(64) NOT NULL,
    key_id       bigint NOT NULL,
    sealed_seed  bytea NOT NULL,
    -- Shown after the draw, for everybody to recompute it.
    seed         char(64),
    drawn_at     timestamptz,
    drawn_by     bigint,
    created_at   timestamptz NOT NULL,
    created_by   bigint NOT NULL,
    CHECK (closes_at > opens_at)
);
CREATE INDEX enrolment_batch_item ON enrolment_batch (item_code, closes_at DESC);

CREATE SEQUENCE enrolment_entry_seq;
CREATE TABLE enrolment_entry (
    batch_id   uuid NOT NULL REFERENCES enrolment_batch (id),
    -- 报名号: shown in public instead of a name.
    entry_no   bigint NOT NULL UNIQUE,
    case_no    varchar(21) NOT NULL UNIQUE,
    points     integer NOT NULL,
    -- Of the seed and the entry number.
    draw_hash  char(64),
    rank       integer,
    admitted   boolean,
    PRIMARY KEY (batch_id, entry_no)
);
