-- The case and what belongs to it. Statements lock only new tables.
CREATE SEQUENCE case_no_seq;
CREATE SEQUENCE case_file_seq INCREMENT BY 50;

CREATE TABLE case_file (
    id                bigint PRIMARY KEY,
    case_no           varchar(21) NOT NULL UNIQUE,
    item_code         varchar(60) NOT NULL,
    item_name         varchar(200) NOT NULL,
    item_version_id   bigint NOT NULL,
    organisation      varchar(60) NOT NULL,
    status            varchar(30) NOT NULL,
    -- Rises with status, answers, materials, corrections, special procedures, decision: what seenVersion compares.
    version           bigint NOT NULL,
    draft_id          uuid NOT NULL UNIQUE,
    submission_id     bigint NOT NULL,
    key_id            bigint NOT NULL,
    applicant_id      bigint NOT NULL,
    applicant_masked  varchar(120) NOT NULL,
    number_masked     varchar(60) NOT NULL,
    operator_id       bigint NOT NULL,
    operator_masked   varchar(120) NOT NULL,
    basis             varchar(120) NOT NULL,
    channel           varchar(20) NOT NULL,
    service_method    varchar(20) NOT NULL,
    electronic        boolean NOT NULL,
    query_code        bytea NOT NULL,
    submitted_at      timestamptz NOT NULL,
    received_at       timestamptz,
    accepted_at       timestamptz,
    accepted_by       bigint,
    decided_at        timestamptz,
    completed_at      timestamptz,
    decision          varchar(20),
    completion_kind   varchar(20),
    process_id        varchar(64),
    fee_cents         bigint,
    paid_at           timestamptz,
    yellow_on         date,
    red_on            date,
    paused            boolean NOT NULL DEFAULT false,
    head_seq          integer NOT NULL,
    head_hash         char(64) NOT NULL
);
CREATE INDEX case_file_applicant ON case_file (applicant_id, id DESC);
CREATE INDEX case_file_operator ON case_file (operator_id, id DESC) WHERE operator_id <> applicant_id;
-- 重复办件: is there an open case of this applicant for this item?
CREATE INDEX case_file_open ON case_file (applicant_id, item_code)
    WHERE status NOT IN ('COMPLETED', 'NOT_ACCEPTED', 'NO_LICENCE_NEEDED', 'WITHDRAWN');
CREATE INDEX case_file_completed ON case_file (completed_at) WHERE completed_at IS NOT NULL;
CREATE INDEX case_file_overview ON case_file (status, red_on, yellow_on)
    WHERE status NOT IN ('COMPLETED', 'NOT_ACCEPTED', 'NO_LICENCE_NEEDED', 'WITHDRAWN');

CREATE TABLE case_event (
    case_id       bigint NOT NULL REFERENCES case_file (id),
    seq           integer NOT NULL,
    at            timestamptz NOT NULL,
    type          varchar(40) NOT NULL,
    actor         varchar(40) NOT NULL,
    on_behalf_of  varchar(40) NOT NULL,
    basis         varchar(120) NOT NULL,
    body          text NOT NULL,
    prev_hash     char(64) NOT NULL,
    hash          char(64) NOT NULL,
    alg           varchar(20) NOT NULL,
    PRIMARY KEY (case_id, seq)
);

-- The legal record is append-only, for the owner too.
CREATE FUNCTION case_event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'case_event is append-only';
END $$;
CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON case_event
    FOR EACH ROW EXECUTE FUNCTION case_event_is_append_only();

-- 卷内记录: opinions, corrections, site checks, special procedures, decision, payment; the words are sealed.
CREATE TABLE case_record (
    id          uuid PRIMARY KEY,
    case_id     bigint NOT NULL REFERENCES case_file (id),
    kind        varchar(30) NOT NULL,
    step_key    varchar(60) NOT NULL,
    round       integer NOT NULL,
    officer_id  bigint NOT NULL,
    outcome     varchar(40) NOT NULL,
    opened_at   timestamptz NOT NULL,
    closed_at   timestamptz,
    due_on      date,
    sealed      bytea NOT NULL
);
CREATE INDEX case_record_case ON case_record (case_id, opened_at);

CREATE SEQUENCE work_item_seq INCREMENT BY 50;
CREATE TABLE work_item (
    id                bigint PRIMARY KEY,
    public_id         uuid NOT NULL UNIQUE,
    case_id           bigint NOT NULL REFERENCES case_file (id),
    case_no           varchar(21) NOT NULL,
    item_code         varchar(60) NOT NULL,
    item_name         varchar(200) NOT NULL,
    applicant_masked  varchar(120) NOT NULL,
    step_key          varchar(60) NOT NULL,
    step_name         varchar(120) NOT NULL,
    task_id           varchar(64) NOT NULL,
    queue             varchar(120) NOT NULL,
    assignee          bigint,
    opened_at         timestamptz NOT NULL,
    due_on            date NOT NULL,
    yellow_on         date NOT NULL,
    red_on            date NOT NULL,
    suspended         boolean NOT NULL,
    version           bigint NOT NULL
);
CREATE INDEX work_item_case ON work_item (case_id);
-- The two inboxes: 科室待办 (nobody's yet) and 我的待办. Both read in due order with keyset paging.
CREATE INDEX work_item_queue ON work_item (queue, due_on, id) WHERE NOT suspended;
CREATE INDEX work_item_mine ON work_item (assignee, due_on, id) WHERE NOT suspended AND assignee IS NOT NULL;

-- 查询码 tried on a case without sign-in: machine time, five failures lock for an hour.
CREATE TABLE progress_attempt (
    case_no       varchar(21) PRIMARY KEY,
    failures      integer NOT NULL,
    locked_until  timestamptz
);

-- 好差评.
CREATE TABLE rating (
    id        uuid PRIMARY KEY,
    case_id   bigint NOT NULL UNIQUE REFERENCES case_file (id),
    level     integer NOT NULL CHECK (level BETWEEN 1 AND 5),
    channel   varchar(20) NOT NULL,
    source    varchar(20) NOT NULL,
    sealed    bytea NOT NULL,
    rated_at  timestamptz NOT NULL
);

-- 访问留痕: who read another person's case, which, on what ground.
CREATE TABLE access_log (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    actor     varchar(40) NOT NULL,
    case_id   bigint NOT NULL,
    ground    varchar(120) NOT NULL,
    trace_id  varchar(20) NOT NULL
);
CREATE INDEX access_log_case ON access_log (case_id, id DESC);
