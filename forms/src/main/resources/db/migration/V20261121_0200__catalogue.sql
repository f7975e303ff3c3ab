-- The catalogue: items, their published versions, and one row that rises with every publication.

CREATE SEQUENCE item_seq INCREMENT BY 50;
CREATE TABLE item (
  id                 bigint PRIMARY KEY,
  code               text        NOT NULL UNIQUE,
  -- The version new drafts follow; null only inside the publishing transaction.
  current_version_id bigint,
  created_at         timestamptz NOT NULL
);

-- Never updated and never deleted: a case keeps the version it was opened under.
CREATE SEQUENCE item_version_seq INCREMENT BY 50;
CREATE TABLE item_version (
  id                    bigint PRIMARY KEY,
  item_id               bigint      NOT NULL REFERENCES item (id),
  number                integer     NOT NULL CHECK (number > 0),
  -- Over the paths and bytes of all files, shared parts included.
  sha256                text        NOT NULL,
  -- The files themselves, as a zip archive.
  package               bytea       NOT NULL,
  -- item.json, form.json and every template resolved into one JSON document: what is read at run time.
  compiled              text        NOT NULL,
  process_definition_id text,
  published_at          timestamptz NOT NULL,
  UNIQUE (item_id, number),
  UNIQUE (item_id, sha256)
);
ALTER TABLE item ADD FOREIGN KEY (current_version_id) REFERENCES item_version (id);

CREATE TABLE catalogue_revision (
  id         smallint PRIMARY KEY CHECK (id = 1),
  revision   bigint      NOT NULL
);
INSERT INTO catalogue_revision (id, revision) VALUES (1, 0);
