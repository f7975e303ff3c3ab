-- 公示: what strangers may read of a case while its PUBLICITY clock runs. The clock alone says until when; afterwards the
-- words are wiped and only the fact remains.
CREATE TABLE publicity (
    -- The record of the case that it belongs to.
    id                uuid PRIMARY KEY,
    seq               bigint GENERATED ALWAYS AS IDENTITY,
    case_id           bigint NOT NULL REFERENCES case_file (id),
    item_code         varchar(60) NOT NULL,
    item_name         varchar(200) NOT NULL,
    organisation      varchar(60) NOT NULL,
    applicant_masked  varchar(120) NOT NULL,
    -- JSON list of label and value; only what the item lets be shown.
    shown             text NOT NULL,
    begins_on         date NOT NULL,
    over              boolean NOT NULL DEFAULT false
);
CREATE INDEX publicity_open ON publicity (seq DESC) WHERE NOT over;
CREATE INDEX publicity_case ON publicity (case_id);
