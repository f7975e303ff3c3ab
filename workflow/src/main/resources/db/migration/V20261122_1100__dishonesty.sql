-- 失信名单: found by the keyed hash of a number; the words lie sealed under the key of the case. Only new tables are locked.

CREATE TABLE dishonesty_entry (
    id             uuid PRIMARY KEY,
    -- HMAC of kind and number under a key of its own.
    subject_hash   varchar(64) NOT NULL,
    subject_masked varchar(120) NOT NULL,
    number_masked  varchar(40) NOT NULL,
    case_id        bigint NOT NULL REFERENCES case_file (id),
    case_no        varchar(21) NOT NULL,
    item_name      varchar(200) NOT NULL,
    key_id         bigint NOT NULL,
    ground         varchar(30) NOT NULL,
    reason_sealed  bytea NOT NULL,
    entered_by     varchar(40) NOT NULL,
    entered_at     timestamptz NOT NULL,
    from_on        date NOT NULL,
    until_on       date NOT NULL,
    state          varchar(10) NOT NULL,
    version        bigint NOT NULL,
    UNIQUE (case_id, ground)
);
CREATE INDEX dishonesty_entry_subject ON dishonesty_entry (subject_hash, entered_at DESC);
CREATE INDEX dishonesty_entry_state ON dishonesty_entry (state, entered_at DESC, id);

-- 异议和修复: what the person asked and what he was answered.
CREATE TABLE dishonesty_request (
    id            uuid PRIMARY KEY,
    entry_id      uuid NOT NULL REFERENCES dishonesty_entry (id),
    kind          varchar(10) NOT NULL,
    asked_by      varchar(40) NOT NULL,
    asked_at      timestamptz NOT NULL,
    words_sealed  bytea NOT NULL,
    outcome       varchar(10) NOT NULL,
    decided_by    varchar(40),
    decided_at    timestamptz,
    answer_sealed bytea
);
CREATE INDEX dishonesty_request_entry ON dishonesty_request (entry_id, asked_at);
CREATE UNIQUE INDEX dishonesty_request_pending ON dishonesty_request (entry_id) WHERE outcome = 'PENDING';

-- 承诺核查: what is still to be checked, the earliest first.
CREATE INDEX case_clock_verify ON case_clock (due_on, case_id) WHERE kind = 'VERIFY' AND state IN ('RUNNING', 'PAUSED');
