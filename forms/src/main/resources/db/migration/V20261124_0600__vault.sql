-- 我的材料 and 免交: how each material came, how far it can be relied on, what it was taken from again.
ALTER TABLE uploaded_file ADD COLUMN get_type varchar(10) NOT NULL DEFAULT 'UPLOADED';
ALTER TABLE uploaded_file ADD COLUMN grade varchar(1) NOT NULL DEFAULT 'C';
ALTER TABLE uploaded_file ADD COLUMN origin uuid;
UPDATE uploaded_file SET get_type = 'SCANNED', grade = 'B' WHERE uploaded_by LIKE 'officer:%';
-- What a file was taken from; its own name where it was handed in.
UPDATE uploaded_file SET origin = sealed_as;
ALTER TABLE uploaded_file ALTER COLUMN origin SET NOT NULL;
CREATE INDEX uploaded_file_origin ON uploaded_file (origin);

-- What was looked up for a draft, sealed under its key.
ALTER TABLE draft ADD COLUMN looked bytea;

-- By material how it came, codes only; the index counts them: ways::jsonb @> '{"id-card": "LICENCE"}'.
ALTER TABLE submission ADD COLUMN ways text NOT NULL DEFAULT '{}';
CREATE INDEX submission_ways ON submission USING gin ((ways::jsonb));

-- What somebody does not want to be offered again; the file stays with its case.
CREATE TABLE vault_hidden (
    owner_id  bigint NOT NULL REFERENCES party (id),
    entry     uuid NOT NULL,
    PRIMARY KEY (owner_id, entry)
);

-- 数据调用日志: each question to others about somebody, bound to an application. Never what they said.
CREATE TABLE lookup_call (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    origin       varchar(10) NOT NULL,
    answered_by  varchar(80) NOT NULL,
    requirement  varchar(60) NOT NULL,
    item_code    varchar(60) NOT NULL,
    draft_id     uuid NOT NULL,
    party_id     bigint NOT NULL,
    asked_by     varchar(40) NOT NULL,
    state        varchar(12) NOT NULL
);
CREATE INDEX lookup_call_draft ON lookup_call (draft_id);
CREATE INDEX lookup_call_party ON lookup_call (party_id, id);
