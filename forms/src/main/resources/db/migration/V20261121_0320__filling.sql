-- From the first answer to the frozen submission.
CREATE SEQUENCE draft_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE draft (
    id               bigint PRIMARY KEY,
    public_id        uuid NOT NULL UNIQUE,
    item_code        varchar(60) NOT NULL,
    -- The version its answers were last looked at under; a draft itself follows the newest.
    item_version_id  bigint NOT NULL,
    applicant_id     bigint NOT NULL REFERENCES party (id),
    operator_kind    varchar(20) NOT NULL,
    operator_id      bigint NOT NULL,
    basis            varchar(40) NOT NULL,
    key_id           bigint NOT NULL,
    content          bytea NOT NULL,
    version          bigint NOT NULL,
    saved_at         timestamptz NOT NULL,
    case_no          varchar(21)
);
CREATE INDEX draft_mine ON draft (operator_kind, operator_id, id DESC) WHERE case_no IS NULL;
CREATE INDEX draft_applicant ON draft (applicant_id);

CREATE SEQUENCE submission_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE submission (
    id               bigint PRIMARY KEY,
    -- One draft is submitted once, whatever happens.
    draft_id         uuid NOT NULL UNIQUE,
    case_no          varchar(21) NOT NULL UNIQUE,
    item_version_id  bigint NOT NULL,
    key_id           bigint NOT NULL,
    facts            bytea NOT NULL,
    answers          bytea NOT NULL,
    frozen_at        timestamptz NOT NULL
);

CREATE TABLE submission_amendment (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id   bigint NOT NULL REFERENCES submission (id),
    answers_before  bytea NOT NULL,
    amended_by      varchar(40) NOT NULL,
    amended_at      timestamptz NOT NULL
);
CREATE INDEX submission_amendment_of ON submission_amendment (submission_id, id);
