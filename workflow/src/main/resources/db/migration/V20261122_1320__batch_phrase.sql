-- 批量办理与交接: what was ordered, and of each case what became of it.
CREATE TABLE batch (
    id            uuid PRIMARY KEY,
    -- ACTION or HANDOVER.
    kind          varchar(20) NOT NULL,
    action        varchar(40) NOT NULL,
    officer_id    bigint NOT NULL,
    channel       varchar(20) NOT NULL,
    from_officer  bigint,
    to_officer    bigint,
    closes        boolean NOT NULL,
    key_id        bigint NOT NULL,
    sealed        bytea NOT NULL,
    created_at    timestamptz NOT NULL,
    finished_at   timestamptz
);
CREATE INDEX batch_officer ON batch (officer_id, created_at DESC, id DESC);
CREATE TABLE batch_line (
    batch_id   uuid NOT NULL REFERENCES batch (id),
    line       integer NOT NULL,
    case_no    varchar(21) NOT NULL,
    work_id    uuid NOT NULL,
    seen       bigint NOT NULL,
    -- WAITING, DONE or REFUSED.
    state      varchar(10) NOT NULL,
    message    varchar(500) NOT NULL,
    done_at    timestamptz,
    PRIMARY KEY (batch_id, line)
);
CREATE INDEX batch_line_waiting ON batch_line (batch_id, line) WHERE state = 'WAITING';

-- Who has handed over and left does not come back with the next load of the city's file.
ALTER TABLE officer ADD COLUMN left_at timestamptz;

-- 常用意见: of one officer, or of a department.
CREATE TABLE phrase (
    id          uuid PRIMARY KEY,
    officer_id  bigint,
    department  varchar(60),
    text        varchar(500) NOT NULL,
    created_by  bigint NOT NULL,
    created_at  timestamptz NOT NULL,
    CHECK ((officer_id IS NULL) <> (department IS NULL))
);
CREATE INDEX phrase_officer ON phrase (officer_id, created_at) WHERE officer_id IS NOT NULL;
CREATE INDEX phrase_department ON phrase (department, created_at) WHERE department IS NOT NULL;
