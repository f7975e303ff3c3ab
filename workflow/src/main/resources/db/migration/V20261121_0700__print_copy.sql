-- 自助打印登记: one line for each paper copy; nothing is ever taken back.
CREATE TABLE print_copy (
    document_id  uuid NOT NULL,
    copy         integer NOT NULL,
    -- The press of the button: pressed twice it is one copy.
    press        uuid NOT NULL UNIQUE,
    case_no      varchar(21) NOT NULL,
    device       varchar(40) NOT NULL,
    device_name  varchar(120) NOT NULL,
    actor        varchar(40) NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (document_id, copy)
);
