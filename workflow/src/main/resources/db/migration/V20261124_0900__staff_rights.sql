-- Who may do what is changed by two security administrators; the city's file no longer speaks for whom they have changed.
ALTER TABLE officer ADD COLUMN rights_granted_at timestamptz;

CREATE TABLE rights_order (
    id            uuid PRIMARY KEY,
    officer_id    bigint NOT NULL REFERENCES officer (id),
    -- Separated by commas, sorted: what he is to have, and what he had when it was proposed.
    roles         varchar(200) NOT NULL,
    posts         text NOT NULL,
    had_roles     varchar(200) NOT NULL,
    had_posts     text NOT NULL,
    reason        varchar(300) NOT NULL,
    proposed_by   bigint NOT NULL REFERENCES officer (id),
    proposed_at   timestamptz NOT NULL,
    state         varchar(12) NOT NULL CHECK (state IN ('OPEN', 'GRANTED', 'REFUSED')),
    decided_by    bigint REFERENCES officer (id),
    decided_at    timestamptz,
    words         varchar(300) NOT NULL DEFAULT ''
);
-- One change of one person at a time.
CREATE UNIQUE INDEX rights_order_open ON rights_order (officer_id) WHERE state = 'OPEN';

-- What was done with rights; only added to.
CREATE TABLE staff_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    by_officer  bigint NOT NULL REFERENCES officer (id),
    officer_id  bigint NOT NULL REFERENCES officer (id),
    kind        varchar(20) NOT NULL,
    roles       varchar(200) NOT NULL,
    posts       text NOT NULL,
    reason      varchar(300) NOT NULL
);
