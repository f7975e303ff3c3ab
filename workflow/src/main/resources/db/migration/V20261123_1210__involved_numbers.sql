-- 所涉人员: lookup hashes of all numbers named in the form (family members, the other side), parted by spaces.
ALTER TABLE case_file ADD COLUMN involved text NOT NULL DEFAULT '';
