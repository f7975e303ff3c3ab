-- 登记凭据: which paper the clerk saw when he registered a guardianship, and which clerk it was.
ALTER TABLE mandate ADD proof varchar(120) NOT NULL DEFAULT '';
ALTER TABLE mandate ADD registered_by bigint;
