-- 轮候: one row for everybody who waits or has waited, and one for every place that was released.
CREATE SEQUENCE waiting_number_seq;
CREATE TABLE waiting_entry (
    id                uuid PRIMARY KEY,
    -- 轮候号: never used again.
    number            bigint NOT NULL UNIQUE,
    list              varchar(60) NOT NULL,
    case_id           bigint NOT NULL UNIQUE REFERENCES case_file (id),
    case_no           varchar(21) NOT NULL,
    applicant_masked  varchar(120) NOT NULL,
    points            integer NOT NULL,
    -- The day and hour of the decision: with the same points the earlier goes first.
    ranked_at         timestamptz NOT NULL,
    state             varchar(20) NOT NULL,
    refusals          integer NOT NULL DEFAULT 0
);
-- The order of turns; only those who still wait.
CREATE INDEX waiting_entry_turn ON waiting_entry (list, points DESC, ranked_at, number)
    WHERE state IN ('WAITING', 'OFFERED');

-- 房源、床位、学位…: what becomes free.
CREATE TABLE waiting_place (
    id           uuid PRIMARY KEY,
    list         varchar(60) NOT NULL,
    label        varchar(200) NOT NULL,
    state        varchar(20) NOT NULL,
    released_at  timestamptz NOT NULL,
    released_by  bigint NOT NULL,
    seq          bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX waiting_place_free ON waiting_place (list, seq) WHERE state = 'FREE';

-- 配租通知: who was offered what, and what became of it; nobody is offered the same place twice.
CREATE TABLE waiting_offer (
    -- The record of the case that it belongs to.
    id          uuid PRIMARY KEY,
    entry_id    uuid NOT NULL REFERENCES waiting_entry (id),
    place_id    uuid NOT NULL REFERENCES waiting_place (id),
    offered_at  timestamptz NOT NULL,
    outcome     varchar(20) NOT NULL,
    UNIQUE (place_id, entry_id)
);
CREATE INDEX waiting_offer_entry ON waiting_offer (entry_id);
