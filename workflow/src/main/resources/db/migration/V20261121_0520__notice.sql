-- Notices in the platform's own boxes. Statements lock only new tables.
CREATE TABLE notice (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id   uuid NOT NULL UNIQUE,
    -- The order it came with; the same order again writes nothing.
    order_key   varchar(160) NOT NULL UNIQUE,
    -- party:7, officer:3 or post:hall/window.
    recipient   varchar(140) NOT NULL,
    topic       varchar(60) NOT NULL,
    case_no     varchar(21) NOT NULL,
    item_name   varchar(200) NOT NULL,
    title       varchar(200) NOT NULL,
    body        text NOT NULL,
    created_at  timestamptz NOT NULL
);
-- A box is read newest first, by key.
CREATE INDEX notice_box ON notice (recipient, id DESC);

-- Who has read it: a post's notice is read by each of its holders for himself.
CREATE TABLE notice_read (
    notice_id  bigint NOT NULL REFERENCES notice (id),
    reader     varchar(40) NOT NULL,
    read_at    timestamptz NOT NULL,
    PRIMARY KEY (notice_id, reader)
);
