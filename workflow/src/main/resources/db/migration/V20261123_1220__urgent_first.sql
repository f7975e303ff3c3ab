-- 急事先办 stands first in every list: 0 while the case is urgent, 1 otherwise. The indexes have the order of the lists.
ALTER TABLE work_item ADD COLUMN turn smallint NOT NULL DEFAULT 1;
UPDATE work_item w SET turn = 0
 WHERE EXISTS (SELECT 1 FROM case_record r WHERE r.case_id = w.case_id AND r.kind = 'URGENCY')
   AND EXISTS (SELECT 1 FROM case_file c WHERE c.id = w.case_id AND c.completed_at IS NULL);
DROP INDEX work_item_queue;
DROP INDEX work_item_mine;
DROP INDEX work_item_paused;
DROP INDEX work_item_asked;
CREATE INDEX work_item_queue ON work_item (queue, turn, due_on, case_no, public_id) WHERE NOT suspended;
CREATE INDEX work_item_mine ON work_item (assignee, turn, due_on, case_no, public_id)
    WHERE NOT suspended AND assignee IS NOT NULL;
CREATE INDEX work_item_paused ON work_item (queue, turn, due_on, case_no, public_id) WHERE suspended;
CREATE INDEX work_item_asked ON work_item (queue, turn, due_on, case_no, public_id)
    WHERE NOT suspended AND part IN ('ASKED', 'ASKED_FIRST');
