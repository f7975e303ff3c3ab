-- 再次核验: somebody signed in has given his password once more; good for one act, under the token it was made with, and
-- for minutes only (machine time). Both secrets as SHA-256.
CREATE TABLE confirmation (
    hash        char(64) PRIMARY KEY,
    token_hash  char(64) NOT NULL,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX confirmation_expires ON confirmation (expires_at);
