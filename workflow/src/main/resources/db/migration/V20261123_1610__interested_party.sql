-- 利害关系人: the step of such a record is the keyed hash of his number, 64 characters.
ALTER TABLE case_record ALTER COLUMN step_key TYPE varchar(64);
-- The holder of an account finds by it in which cases he was told.
CREATE INDEX case_record_interested_ix ON case_record (step_key) WHERE kind = 'INTERESTED_PARTY' AND step_key <> '';
