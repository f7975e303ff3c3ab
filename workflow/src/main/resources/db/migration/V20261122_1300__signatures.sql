-- 会签、加签、委派、征求意见: several work items of one step. New columns have constant defaults: no rewrite, no long lock.
ALTER TABLE work_item ADD COLUMN part varchar(20) NOT NULL DEFAULT 'MAIN';
-- Who delegated it, added the signer or asked for the opinion; null for work the process opened.
ALTER TABLE work_item ADD COLUMN given_by bigint;
-- When the step was opened, where that was before the row; signatures since then belong together.
ALTER TABLE work_item ADD COLUMN since timestamptz;
-- 征求我的意见 has a list of its own.
CREATE INDEX work_item_asked ON work_item (queue, due_on, case_no, public_id)
    WHERE NOT suspended AND part IN ('ASKED', 'ASKED_FIRST');
-- 我交出去的: what I delegated or asked for and wait for.
CREATE INDEX work_item_given ON work_item (given_by, due_on, case_no, public_id) WHERE given_by IS NOT NULL;

-- For whom the officer acted when he wrote it (代理); null when for himself.
ALTER TABLE case_record ADD COLUMN for_officer bigint;

-- 抄送: somebody gets to know of a case, and says that he has.
CREATE TABLE case_copy (
    id                uuid PRIMARY KEY,
    case_id           bigint NOT NULL REFERENCES case_file (id),
    case_no           varchar(21) NOT NULL,
    item_name         varchar(200) NOT NULL,
    applicant_masked  varchar(120) NOT NULL,
    officer_id        bigint NOT NULL,
    sent_by           bigint NOT NULL,
    sent_at           timestamptz NOT NULL,
    read_at           timestamptz
);
CREATE INDEX case_copy_officer ON case_copy (officer_id, sent_at DESC, id DESC);
CREATE INDEX case_copy_case ON case_copy (case_id, officer_id);
