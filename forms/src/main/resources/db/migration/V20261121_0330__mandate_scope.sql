-- What a mandate covers: powers and items as lists parted by commas, no item = every item; and a guardian's consent.
ALTER TABLE mandate ADD powers varchar(120) NOT NULL DEFAULT 'APPLY,CORRECT,WITHDRAW,COLLECT';
ALTER TABLE mandate ADD items varchar(2000) NOT NULL DEFAULT '';
ALTER TABLE mandate ADD consent_at timestamptz;
-- Numbers of mandates; the demo brings its own.
CREATE SEQUENCE mandate_number_seq;
CREATE INDEX mandate_principal ON mandate (principal_id, id) WHERE revoked_at IS NULL;
