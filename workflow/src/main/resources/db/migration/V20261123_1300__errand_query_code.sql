-- 一件事查询码: with the number it opens the public progress page. Errands from before have none; nobody was given one.
ALTER TABLE case_bundle ADD COLUMN query_code bytea;
