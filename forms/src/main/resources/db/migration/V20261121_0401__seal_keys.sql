-- Keys of the development seal and time-stamp stand-ins, wrapped under a data key. Production has none of them here.
CREATE TABLE seal_key (
  name        text PRIMARY KEY,
  key_id      bigint      NOT NULL,
  private_key bytea       NOT NULL,
  certificate bytea       NOT NULL,
  created_at  timestamptz NOT NULL
);
