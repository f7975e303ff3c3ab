-- 督办: orders by the clocks and by supervisors, and appeals against a light. Statements lock only new tables, but for
-- the index on work_item, which holds the open work alone.

CREATE TABLE supervision_order (
    id             uuid PRIMARY KEY,
    case_id        bigint NOT NULL REFERENCES case_file (id),
    case_no        varchar(21) NOT NULL,
    item_name      varchar(200) NOT NULL,
    -- YELLOW 预警单, RED 督办单.
    level          varchar(10) NOT NULL,
    -- AUTO by a clock, MANUAL by a supervisor.
    trigger        varchar(10) NOT NULL,
    clock_kind     varchar(20),
    clock_ref      varchar(60) NOT NULL,
    -- The last good day of that clock when the order was issued.
    due_on         date,
    department     varchar(60) NOT NULL,
    -- Who had the work then.
    officer_id     bigint REFERENCES officer (id),
    state          varchar(10) NOT NULL,
    issued_at      timestamptz NOT NULL,
    issued_by      varchar(40) NOT NULL,
    reason_sealed  bytea NOT NULL,
    reply_due_on   date,
    reply_overdue  boolean NOT NULL DEFAULT false,
    replied_at     timestamptz,
    replied_by     varchar(40),
    reply_sealed   bytea,
    closed_at      timestamptz,
    closed_by      varchar(40),
    closing_sealed bytea,
    version        bigint NOT NULL,
    next_fire_at   timestamptz
);
-- One open order for one light of one clock, however many nodes look at it.
CREATE UNIQUE INDEX supervision_order_once ON supervision_order (case_id, clock_kind, clock_ref, level)
    WHERE trigger = 'AUTO' AND state <> 'CLOSED';
CREATE INDEX supervision_order_fire ON supervision_order (next_fire_at, id) WHERE next_fire_at IS NOT NULL;
CREATE INDEX supervision_order_open ON supervision_order (issued_at DESC, id) WHERE state <> 'CLOSED';
CREATE INDEX supervision_order_open_of ON supervision_order (department, issued_at DESC, id) WHERE state <> 'CLOSED';
CREATE INDEX supervision_order_closed ON supervision_order (closed_at DESC, id) WHERE state = 'CLOSED';
CREATE INDEX supervision_order_case ON supervision_order (case_id);

-- 纠偏申请: time that should not have counted. The one who has the work can ask; he changes nothing.
CREATE TABLE light_appeal (
    id              uuid PRIMARY KEY,
    order_id        uuid NOT NULL REFERENCES supervision_order (id),
    case_id         bigint NOT NULL REFERENCES case_file (id),
    ground          varchar(40) NOT NULL,
    from_at         timestamptz NOT NULL,
    until_at        timestamptz NOT NULL,
    sealed          bytea NOT NULL,
    state           varchar(10) NOT NULL,
    asked_by        varchar(40) NOT NULL,
    asked_at        timestamptz NOT NULL,
    decided_by      varchar(40),
    decided_at      timestamptz,
    opinion_sealed  bytea,
    new_due_on      date
);
CREATE INDEX light_appeal_order ON light_appeal (order_id);
CREATE UNIQUE INDEX light_appeal_pending ON light_appeal (order_id) WHERE state = 'PENDING';

-- 谁超期: late work, the oldest first; of all, of a department, of a person.
CREATE INDEX work_item_late ON work_item (due_on, case_no, public_id) WHERE NOT suspended;
CREATE INDEX work_item_late_of ON work_item (split_part(queue, '/', 1), due_on, case_no, public_id) WHERE NOT suspended;
