-- The life of items: packages in the making, how each item stands, and who did what when.

CREATE SEQUENCE package_draft_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE package_draft (
    id               bigint PRIMARY KEY,
    public_id        uuid NOT NULL UNIQUE,
    item_code        varchar(60) NOT NULL,
    -- Name and department as its item.json says them now; whoever lists drafts does not unpack them.
    name             text NOT NULL,
    department       varchar(60) NOT NULL,
    -- The published version it was drawn up from; 0 for an item that is not published yet.
    base_version     integer NOT NULL,
    -- Its own files as a zip archive; shared parts are put in when it is published.
    files            bytea NOT NULL,
    sha256           char(64) NOT NULL,
    state            varchar(20) NOT NULL CHECK (state IN ('DRAFT', 'REVIEW', 'SCHEDULED', 'PUBLISHED', 'DISCARDED')),
    version          bigint NOT NULL,
    created_at       timestamptz NOT NULL,
    saved_at         timestamptz NOT NULL,
    -- Keys of everybody who wrote or submitted it, each between commas: none of them may approve it.
    authors          text NOT NULL,
    saved_by         text NOT NULL,
    submitted_by     text NOT NULL,
    submitted_at     timestamptz,
    reviewed_by      text NOT NULL,
    opinion          text NOT NULL,
    effective_on     date,
    published_number integer,
    next_fire_at     timestamptz
);
-- One draft of an item at a time: two would overwrite one another.
CREATE UNIQUE INDEX package_draft_open ON package_draft (item_code) WHERE state IN ('DRAFT', 'REVIEW', 'SCHEDULED');
CREATE INDEX package_draft_item ON package_draft (item_code, id DESC);
CREATE INDEX package_draft_due ON package_draft (next_fire_at, id) WHERE next_fire_at IS NOT NULL;

-- An item without a row is in use.
CREATE SEQUENCE item_standing_seq START WITH 50 INCREMENT BY 50;
CREATE TABLE item_standing (
    id               bigint PRIMARY KEY,
    item_code        varchar(60) NOT NULL UNIQUE,
    state            varchar(20) NOT NULL CHECK (state IN ('IN_USE', 'SUSPENDED', 'RETIRED')),
    version          bigint NOT NULL,
    since            timestamptz NOT NULL,
    reason           text NOT NULL,
    instead          text NOT NULL,
    -- 计划取消: proposed by one, confirmed by another, done on the day.
    retire_on        date,
    retire_reason    text NOT NULL,
    retire_instead   text NOT NULL,
    retire_by        text NOT NULL,
    retire_confirmed boolean NOT NULL,
    next_fire_at     timestamptz
);
CREATE INDEX item_standing_due ON item_standing (next_fire_at, id) WHERE next_fire_at IS NOT NULL;

-- Never updated and never deleted.
CREATE TABLE item_event (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item_code        varchar(60) NOT NULL,
    draft_id         uuid,
    -- The version it is about, where it is about one.
    number           integer,
    at               timestamptz NOT NULL,
    type             varchar(30) NOT NULL,
    actor            text NOT NULL,
    actor_name       text NOT NULL,
    words            text NOT NULL
);
CREATE INDEX item_event_item ON item_event (item_code, id DESC);
