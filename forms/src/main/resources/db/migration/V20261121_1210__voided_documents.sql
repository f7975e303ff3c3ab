-- 作废: a number that cannot be used stays in the register with its reason, when and by whom.
ALTER TABLE official_document ADD COLUMN voided_at timestamptz;
ALTER TABLE official_document ADD COLUMN voided_by text;
ALTER TABLE official_document ADD CONSTRAINT official_document_void_reason
  CHECK (state <> 'VOID' OR (number IS NOT NULL AND void_reason IS NOT NULL)) NOT VALID;
