-- What follows a decision: the archive flag, and the parcels that the courier is asked about.
ALTER TABLE case_file ADD COLUMN archived_at timestamptz;

-- 寄递单: one for each parcel handed to the courier; the case's own record says what became of it.
CREATE TABLE parcel (
    id            uuid PRIMARY KEY,
    case_id       bigint NOT NULL REFERENCES case_file (id),
    case_no       varchar(21) NOT NULL,
    -- 1 新建 NEW, 2 进行 SENT, 3 完成 DELIVERED or RETURNED
    state         varchar(20) NOT NULL,
    tracking_no   varchar(60),
    ordered_at    timestamptz NOT NULL,
    -- Platform time at which the courier is asked next; null when there is nothing to ask.
    next_look_at  timestamptz
);
CREATE INDEX parcel_to_look_at ON parcel (next_look_at, id) WHERE next_look_at IS NOT NULL;

-- What lay ready at the window before there was a state for it.
UPDATE case_file c SET status = 'AWAITING_PICKUP'
 WHERE status = 'APPROVED' AND NOT electronic AND NOT held AND (fee_cents IS NULL OR paid_at IS NOT NULL)
   AND EXISTS (SELECT 1 FROM work_item w WHERE w.case_id = c.id AND w.step_key = 'handout')
   AND NOT EXISTS (SELECT 1 FROM official_document d WHERE d.case_no = c.case_no AND d.state NOT IN ('REGISTERED', 'VOID'));
