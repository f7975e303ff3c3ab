-- 听证公告: strangers read which hearings the office itself holds.
CREATE INDEX case_record_announced_ix ON case_record (opened_at, id)
  WHERE kind = 'HEARING' AND step_key = 'OFFICE' AND outcome = 'SET' AND closed_at IS NULL;
