-- Outside programs: which department an account of kind PROGRAM belongs to, and what it may read.
CREATE TABLE program (
    account_id    bigint PRIMARY KEY REFERENCES account (id),
    organisation  varchar(60) NOT NULL,
    -- Names of scopes, separated by commas.
    scopes        varchar(400) NOT NULL
);
