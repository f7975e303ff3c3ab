-- 意见草稿: what an officer is writing at a step, sealed under the key of the case. It goes with the work: whoever does the
-- work, what was half written about it is gone.
CREATE TABLE opinion_note (
    work_item_id  bigint NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    officer_id    bigint NOT NULL,
    action        varchar(30) NOT NULL,
    sealed        bytea NOT NULL,
    saved_at      timestamptz NOT NULL,
    PRIMARY KEY (work_item_id, officer_id, action)
);

-- 暂停的待办: waits for a special procedure or a correction; found by those who look after it.
CREATE INDEX work_item_paused ON work_item (queue, due_on, case_no, public_id) WHERE suspended;
