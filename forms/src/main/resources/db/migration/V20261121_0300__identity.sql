-- Who asks: parties, mandates, accounts, sittings.
-- (The provider takes the value it draws for the last of its block of fifty, so sequences begin with 50.)
CREATE SEQUENCE party_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE party (
    id             bigint PRIMARY KEY,
    public_id      uuid NOT NULL UNIQUE,
    kind           varchar(20) NOT NULL,
    id_type        varchar(20) NOT NULL,
    -- HMAC of type and normalised number: the same person is never taken in twice.
    number_hash    char(64) NOT NULL UNIQUE,
    masked_name    varchar(120) NOT NULL,
    masked_number  varchar(60) NOT NULL,
    masked_phone   varchar(30) NOT NULL,
    assurance      varchar(4) NOT NULL,
    key_id         bigint NOT NULL,
    facts          bytea NOT NULL,
    created_at     timestamptz NOT NULL
);

CREATE SEQUENCE mandate_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE mandate (
    id            bigint PRIMARY KEY,
    number        varchar(40) NOT NULL UNIQUE,
    principal_id  bigint NOT NULL REFERENCES party (id),
    agent_id      bigint NOT NULL REFERENCES party (id),
    kind          varchar(20) NOT NULL,
    valid_from    date NOT NULL,
    valid_to      date,
    revoked_at    timestamptz
);
CREATE INDEX mandate_agent ON mandate (agent_id, id) WHERE revoked_at IS NULL;

CREATE SEQUENCE account_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE account (
    id             bigint PRIMARY KEY,
    login          varchar(60) NOT NULL UNIQUE,
    password_hash  varchar(200) NOT NULL,
    kind           varchar(20) NOT NULL,
    subject_id     bigint NOT NULL,
    display_name   varchar(120) NOT NULL,
    disabled       boolean NOT NULL,
    failures       integer NOT NULL,
    locked_until   timestamptz
);

-- Somebody signed in; machine time. Secrets as SHA-256 only.
CREATE TABLE sitting (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id       bigint NOT NULL,
    device_id        bigint NOT NULL,
    kind             varchar(20) NOT NULL,
    subject_id       bigint NOT NULL,
    channel          varchar(20) NOT NULL,
    idle_seconds     integer NOT NULL,
    renewed_at       timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    ends_at          timestamptz NOT NULL,
    token_hash       char(64) NOT NULL UNIQUE,
    series           varchar(36) UNIQUE,
    remember_hash    char(64),
    remember_before  char(64),
    rotated_at       timestamptz NOT NULL
);
CREATE INDEX sitting_device ON sitting (device_id) WHERE device_id <> 0;
CREATE INDEX sitting_ends ON sitting (ends_at);
