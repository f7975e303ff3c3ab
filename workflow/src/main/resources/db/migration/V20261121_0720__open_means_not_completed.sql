-- A case is open until it has a completion time, whatever further final states there will be.
DROP INDEX case_file_open;
CREATE INDEX case_file_open ON case_file (applicant_id, item_code) WHERE completed_at IS NULL;
DROP INDEX case_file_overview;
CREATE INDEX case_file_overview ON case_file (status, red_on, yellow_on) WHERE completed_at IS NULL;
