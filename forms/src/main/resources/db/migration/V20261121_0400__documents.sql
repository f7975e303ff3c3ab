-- The register of official documents. A row is written by the case's transaction and goes on, step by step, outside it.
CREATE SEQUENCE official_document_seq;
CREATE TABLE official_document (
  id                uuid PRIMARY KEY,
  -- Order of ordering within a case; several are ordered at the same moment.
  ordinal           bigint      NOT NULL DEFAULT nextval('official_document_seq'),
  case_no           text        NOT NULL,
  kind              text        NOT NULL,
  template_key      text        NOT NULL,
  item_version_id   bigint      NOT NULL,
  issuer            text        NOT NULL,
  issuer_name       text        NOT NULL,
  item_name         text        NOT NULL,
  title             text        NOT NULL,
  holder_masked     text        NOT NULL,
  date              date        NOT NULL,
  key_id            bigint      NOT NULL,
  -- What is printed, sealed under the case's key.
  data              bytea       NOT NULL,
  verification_code text        NOT NULL UNIQUE,
  state             text        NOT NULL
    CHECK (state IN ('ORDERED', 'NUMBERED', 'RENDERED', 'SEALED', 'REGISTERED', 'VOID')),
  series            text        NOT NULL,
  number            text,
  rendered_file     text,
  file              text,
  size              bigint      NOT NULL DEFAULT 0,
  sha256            text,
  -- Digest of the part that the signature covers.
  signed_sha256     text,
  signer            text,
  signed_at         timestamptz,
  ordered_at        timestamptz NOT NULL,
  registered_at     timestamptz,
  revoked_at        timestamptz,
  revoked_by        text,
  revoked_reason    text,
  void_reason       text
);
CREATE INDEX official_document_case_ix ON official_document (case_no, ordinal);
-- One number once; licence numbers and letter numbers alike.
CREATE UNIQUE INDEX official_document_number_ix ON official_document (issuer, series, number) WHERE number IS NOT NULL;
CREATE INDEX official_document_sha_ix ON official_document (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX official_document_signed_ix ON official_document (signed_sha256) WHERE signed_sha256 IS NOT NULL;
-- What is still on its way, or stuck.
CREATE INDEX official_document_open_ix ON official_document (ordinal) WHERE state NOT IN ('REGISTERED', 'VOID');
-- For the sweep of the file store: which files are ours.
CREATE INDEX official_document_file_ix ON official_document (file) WHERE file IS NOT NULL;
CREATE INDEX official_document_rendered_ix ON official_document (rendered_file) WHERE rendered_file IS NOT NULL;
