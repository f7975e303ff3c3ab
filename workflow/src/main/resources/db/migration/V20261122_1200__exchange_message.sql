-- 交换报文: what the higher authorities have sent and we have taken. Locks only a new table.
CREATE TABLE exchange_message (
    system      varchar(100) NOT NULL,
    message_id  varchar(100) NOT NULL,
    -- SHA-256 of the body: the same number with another body is refused.
    digest      char(64) NOT NULL,
    case_id     bigint NOT NULL REFERENCES case_file (id),
    taken_at    timestamptz NOT NULL,
    PRIMARY KEY (system, message_id)
);
