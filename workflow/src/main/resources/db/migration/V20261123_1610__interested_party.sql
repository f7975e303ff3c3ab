-- 利害关系人: the holder of an account finds by the keyed hash of his number in which cases he was told.
CREATE INDEX case_record_interested_ix ON case_record (step_key) WHERE kind = 'INTERESTED_PARTY' AND step_key <> '';
