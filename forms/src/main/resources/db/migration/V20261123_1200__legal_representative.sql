-- 法定代表人 of an organisation: only the lookup hash of his identity card, so that officers tied to him keep out of its cases.
ALTER TABLE party ADD COLUMN representative_hash char(64);
CREATE INDEX party_representative ON party (representative_hash) WHERE representative_hash IS NOT NULL;
