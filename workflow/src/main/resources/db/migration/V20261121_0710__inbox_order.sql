-- The inboxes in the order in which they are read: a page begins where the one before ended, even when the work at its
-- end has been done meanwhile.
DROP INDEX work_item_queue;
DROP INDEX work_item_mine;
CREATE INDEX work_item_queue ON work_item (queue, due_on, case_no, public_id) WHERE NOT suspended;
CREATE INDEX work_item_mine ON work_item (assignee, due_on, case_no, public_id)
  WHERE NOT suspended AND assignee IS NOT NULL;
