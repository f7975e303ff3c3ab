-- 一套材料: a file handed in once stands in the place of every service of the errand that needs it. The copy of the row
-- points to the same bytes, which were sealed in the name of the first; a row of its own names itself.
ALTER TABLE uploaded_file ADD COLUMN sealed_as uuid;
UPDATE uploaded_file SET sealed_as = public_id;
ALTER TABLE uploaded_file ALTER COLUMN sealed_as SET NOT NULL;
