-- Departments and officers, loaded from the city's file. Statements lock only new tables.

-- What was loaded last; nodes look here to see whether what they keep in memory is still true.
CREATE TABLE organisation_revision (
    id        integer PRIMARY KEY CHECK (id = 1),
    sha256    char(64) NOT NULL,
    revision  bigint NOT NULL
);

CREATE TABLE department (
    code                 varchar(60) PRIMARY KEY,
    position             integer NOT NULL,
    name                 varchar(120) NOT NULL,
    letter_code          varchar(20) NOT NULL,
    seal_name            varchar(120) NOT NULL,
    address              varchar(200) NOT NULL,
    phone                varchar(40) NOT NULL,
    reconsideration_org  varchar(120) NOT NULL,
    court                varchar(120) NOT NULL,
    reconsideration_url  varchar(200) NOT NULL,
    supervision_phone    varchar(40) NOT NULL
);

CREATE SEQUENCE officer_seq INCREMENT BY 50;
-- Officers are never deleted: what they signed names them. Who has left is not active.
CREATE TABLE officer (
    id              bigint PRIMARY KEY,
    staff_no        varchar(40) NOT NULL UNIQUE,
    login           varchar(60) NOT NULL UNIQUE,
    name            varchar(60) NOT NULL,
    certificate_no  varchar(40) NOT NULL,
    department      varchar(60) NOT NULL REFERENCES department (code),
    -- Separated by commas.
    roles           varchar(120) NOT NULL,
    active          boolean NOT NULL
);

CREATE TABLE officer_post (
    officer_id  bigint NOT NULL REFERENCES officer (id),
    post        varchar(120) NOT NULL,
    PRIMARY KEY (officer_id, post)
);
