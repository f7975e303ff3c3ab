-- 变更: which licence an application is to change (行政许可法 §49). Locks only a new table.
CREATE TABLE licence_change (
    -- The case that asks for it; its own row is written at the end of the same transaction.
    case_id          bigint PRIMARY KEY,
    licence_case_id  bigint NOT NULL REFERENCES case_file (id),
    licence_number   varchar(80) NOT NULL,
    valid_to         date NOT NULL,
    -- Number of the changed licence, once it is in the register; from then on it holds and the old one does not.
    new_number       varchar(80)
);
CREATE INDEX licence_change_licence ON licence_change (licence_case_id);
