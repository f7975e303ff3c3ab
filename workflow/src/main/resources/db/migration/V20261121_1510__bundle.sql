-- 一件事: an errand, the services it is made of, and its own legal record. Statements lock new tables only, but for two
-- columns that are null or false for every case there is.
CREATE SEQUENCE case_bundle_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE case_bundle (
    id                bigint PRIMARY KEY,
    bundle_no         varchar(21) NOT NULL UNIQUE,
    item_code         varchar(60) NOT NULL,
    item_name         varchar(200) NOT NULL,
    item_version_id   bigint NOT NULL,
    status            varchar(20) NOT NULL,
    version           bigint NOT NULL,
    draft_id          uuid NOT NULL UNIQUE,
    submission_id     bigint NOT NULL,
    key_id            bigint NOT NULL,
    applicant_id      bigint NOT NULL,
    applicant_masked  varchar(120) NOT NULL,
    operator_id       bigint NOT NULL,
    basis             varchar(120) NOT NULL,
    channel           varchar(20) NOT NULL,
    delivery          varchar(20) NOT NULL,
    submitted_at      timestamptz NOT NULL,
    -- The one promised date. Moved only by the days on which the applicant was waited for.
    promised_on       date NOT NULL,
    waiting_since     date,
    ended_at          timestamptz,
    rating            integer,
    rating_words      bytea,
    head_seq          integer NOT NULL,
    head_hash         char(64) NOT NULL
);
CREATE INDEX case_bundle_applicant ON case_bundle (applicant_id, id DESC);
CREATE INDEX case_bundle_operator ON case_bundle (operator_id, id DESC) WHERE operator_id <> applicant_id;

CREATE SEQUENCE case_bundle_member_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE case_bundle_member (
    id           bigint PRIMARY KEY,
    bundle_id    bigint NOT NULL REFERENCES case_bundle (id),
    seq          integer NOT NULL,
    item_code    varchar(60) NOT NULL,
    item_name    varchar(200) NOT NULL,
    state        varchar(20) NOT NULL,
    -- Null until its case was opened.
    case_no      varchar(21),
    -- Why it was cancelled: the service it had waited for, or that the applicant withdrew.
    reason       varchar(80) NOT NULL,
    UNIQUE (bundle_id, item_code)
);

CREATE TABLE case_bundle_event (
    bundle_id  bigint NOT NULL REFERENCES case_bundle (id),
    seq        integer NOT NULL,
    at         timestamptz NOT NULL,
    type       varchar(40) NOT NULL,
    actor      varchar(40) NOT NULL,
    body       text NOT NULL,
    prev_hash  char(64) NOT NULL,
    hash       char(64) NOT NULL,
    PRIMARY KEY (bundle_id, seq)
);

-- Which errand a case is part of, so that it is counted once; and whether its result waits for the others'.
ALTER TABLE case_file ADD COLUMN bundle_id bigint;
ALTER TABLE case_file ADD COLUMN held boolean NOT NULL DEFAULT false;
CREATE INDEX case_file_bundle ON case_file (bundle_id) WHERE bundle_id IS NOT NULL;
