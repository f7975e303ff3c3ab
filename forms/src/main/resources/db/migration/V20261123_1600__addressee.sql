-- 受送达人: the record of whoever else than the applicant a document is for, such as an interested party.
ALTER TABLE official_document ADD COLUMN addressee uuid;
