-- 另一方当事人: who has to appear as well, sees the case and may take it back while it cools off.
ALTER TABLE case_file ADD COLUMN co_applicant_id bigint;
CREATE INDEX case_file_co_applicant ON case_file (co_applicant_id, id DESC) WHERE co_applicant_id IS NOT NULL;
