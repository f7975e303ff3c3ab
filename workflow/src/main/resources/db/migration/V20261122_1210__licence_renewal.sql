-- 延续: which licence an application is to prolong. Locks only a new table.
CREATE TABLE licence_renewal (
    -- The case that asks for it; its own row is written at the end of the same transaction.
    case_id          bigint PRIMARY KEY,
    licence_case_id  bigint NOT NULL REFERENCES case_file (id),
    licence_number   varchar(80) NOT NULL,
    valid_to         date NOT NULL,
    -- Asked for as long before the end as the law wants; only then silence prolongs it (§50).
    in_time          boolean NOT NULL,
    deemed_on        date
);
CREATE INDEX licence_renewal_licence ON licence_renewal (licence_case_id);
