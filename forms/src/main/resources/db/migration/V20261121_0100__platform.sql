-- What every component stands on: keys, platform time, outbox, idempotent calls, number series.
-- Sequences here step by one: these rows are not made through JPA, and the outbox runs in the order of its ids.

-- A data key per draft or case, wrapped by the master key; deleting the row erases what was sealed under it.
CREATE SEQUENCE data_key_seq;
CREATE TABLE data_key (
  id         bigint PRIMARY KEY,
  wrapped    bytea       NOT NULL,
  created_at timestamptz NOT NULL
);

-- Keys of the installation (look-up hashes), wrapped by the master key. One row each, made at first start.
CREATE TABLE root_key (
  purpose    text PRIMARY KEY,
  wrapped    bytea       NOT NULL,
  created_at timestamptz NOT NULL
);

-- How far platform time runs before the machine's; stays 0 in production.
CREATE TABLE platform_clock (
  id            smallint PRIMARY KEY CHECK (id = 1),
  offset_millis bigint NOT NULL CHECK (offset_millis >= 0)
);
INSERT INTO platform_clock (id, offset_millis) VALUES (1, 0);

CREATE SEQUENCE outbox_seq;
CREATE TABLE outbox (
  id            bigint PRIMARY KEY DEFAULT nextval('outbox_seq'),
  kind          text        NOT NULL,
  key           text        NOT NULL,
  order_key     text        NOT NULL,
  body          text        NOT NULL,
  platform_time timestamptz NOT NULL,
  trace_id      text        NOT NULL,
  -- From here on machine time.
  not_before    timestamptz NOT NULL,
  attempts      integer     NOT NULL DEFAULT 0,
  lease         text,
  leased_until  timestamptz,
  state         text        NOT NULL CHECK (state IN ('READY', 'WAITING', 'FAILED', 'DEAD', 'DONE')),
  reason        text,
  changed_at    timestamptz NOT NULL,
  UNIQUE (kind, key)
);
CREATE INDEX outbox_open_ix ON outbox (order_key, id) WHERE state IN ('READY', 'WAITING', 'FAILED');
CREATE INDEX outbox_due_ix ON outbox (id) WHERE state IN ('READY', 'WAITING', 'FAILED');
CREATE INDEX outbox_trouble_ix ON outbox (id) WHERE state IN ('WAITING', 'FAILED', 'DEAD');
CREATE INDEX outbox_done_ix ON outbox (changed_at) WHERE state = 'DONE';

-- Who had a message tried again, and how it stood then.
CREATE SEQUENCE outbox_retry_seq;
CREATE TABLE outbox_retry (
  id        bigint PRIMARY KEY DEFAULT nextval('outbox_retry_seq'),
  outbox_id bigint      NOT NULL,
  actor     text        NOT NULL,
  at        timestamptz NOT NULL,
  attempts  integer     NOT NULL,
  reason    text
);
CREATE INDEX outbox_retry_ix ON outbox_retry (outbox_id, id);

CREATE TABLE idempotency (
  actor        text        NOT NULL,
  key          text        NOT NULL,
  request_hash text        NOT NULL,
  status       integer,
  reply        bytea,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_age_ix ON idempotency (created_at);

CREATE TABLE number_series (
  organisation text    NOT NULL,
  series       text    NOT NULL,
  year         integer NOT NULL,
  last         bigint  NOT NULL,
  PRIMARY KEY (organisation, series, year)
);
