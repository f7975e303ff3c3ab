-- 一次受理通过率: cases accepted in a period.
CREATE INDEX case_file_accepted ON case_file (accepted_at) WHERE accepted_at IS NOT NULL;
