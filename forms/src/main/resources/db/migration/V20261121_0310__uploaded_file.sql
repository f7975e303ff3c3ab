-- Files that were handed in. The bytes lie sealed in the file store under their address.
CREATE SEQUENCE uploaded_file_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE uploaded_file (
    id             bigint PRIMARY KEY,
    public_id      uuid NOT NULL UNIQUE,
    -- Where it lies: draft:<uuid> or case:<number>. Nobody reads it under another.
    scope          varchar(60) NOT NULL,
    requirement    varchar(60) NOT NULL,
    name           bytea NOT NULL,
    size           bigint NOT NULL,
    content_type   varchar(60) NOT NULL,
    sha256         char(64) NOT NULL,
    key_id         bigint NOT NULL,
    address        char(64) NOT NULL,
    turn           integer NOT NULL,
    uploaded_by    varchar(40) NOT NULL,
    uploaded_at    timestamptz NOT NULL,
    superseded_at  timestamptz
);
CREATE INDEX uploaded_file_scope ON uploaded_file (scope, id);
CREATE INDEX uploaded_file_address ON uploaded_file (address);
