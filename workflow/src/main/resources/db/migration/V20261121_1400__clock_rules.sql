-- What each clock warns by, and the clocks that a new calendar has to count again. Adding a column with a constant default
-- rewrites nothing; the index is built on the open clocks only.
SET LOCAL lock_timeout = '10s';
ALTER TABLE case_clock
    ADD COLUMN warn_workdays integer NOT NULL DEFAULT 1,
    ADD COLUMN warn_percent  integer NOT NULL DEFAULT 20;
DROP INDEX case_clock_provisional;
CREATE INDEX case_clock_calendar ON case_clock (calendar_version, case_id) WHERE state IN ('RUNNING', 'PAUSED');

-- 日历导入: every version of a calendar that was ever brought in, with what it said. Never changed.
CREATE TABLE calendar_import (
    region       varchar(12) NOT NULL,
    year         integer NOT NULL,
    version      integer NOT NULL,
    official     boolean NOT NULL,
    paper        varchar(200) NOT NULL,
    days         integer NOT NULL,
    file         text NOT NULL,
    imported_at  timestamptz NOT NULL,
    imported_by  varchar(40) NOT NULL,
    PRIMARY KEY (region, year, version)
);
