-- 回避: who an officer is, whose relative, with which company linked; numbers only as the lookup hash that parties have too.
CREATE TABLE officer_tie (
    id             uuid PRIMARY KEY,
    officer_id     bigint NOT NULL,
    kind           varchar(20) NOT NULL,
    number_hash    char(64) NOT NULL,
    masked_name    varchar(120) NOT NULL,
    masked_number  varchar(60) NOT NULL,
    registered_by  bigint NOT NULL,
    registered_at  timestamptz NOT NULL,
    ended_at       timestamptz
);
CREATE UNIQUE INDEX officer_tie_once ON officer_tie (officer_id, number_hash) WHERE ended_at IS NULL;
CREATE INDEX officer_tie_number ON officer_tie (number_hash) WHERE ended_at IS NULL;
-- Whose list leaves a case out.
CREATE INDEX case_record_avoidance ON case_record (step_key, case_id) WHERE kind = 'AVOIDANCE' AND outcome = 'AVOIDS';

-- 请假代理: from the first to the last day; it ends by itself.
CREATE TABLE absence (
    id            uuid PRIMARY KEY,
    officer_id    bigint NOT NULL,
    deputy_id     bigint NOT NULL,
    from_on       date NOT NULL,
    to_on         date NOT NULL,
    reason        varchar(20) NOT NULL,
    created_by    bigint NOT NULL,
    created_at    timestamptz NOT NULL,
    cancelled_at  timestamptz,
    CHECK (to_on >= from_on)
);
CREATE INDEX absence_officer ON absence (officer_id, to_on) WHERE cancelled_at IS NULL;
CREATE INDEX absence_deputy ON absence (deputy_id, to_on) WHERE cancelled_at IS NULL;
