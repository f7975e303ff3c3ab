-- Work calendars and the clocks of cases. Statements lock only new tables.

-- 年度日历: one notice for one year and region.
CREATE TABLE calendar (
    region    varchar(12) NOT NULL,
    year      integer NOT NULL,
    official  boolean NOT NULL,
    version   integer NOT NULL,
    paper     varchar(200) NOT NULL,
    PRIMARY KEY (region, year)
);

-- 特殊日: days on which the weekday does not tell. They may lie in the last days of the year before the notice's.
CREATE TABLE calendar_day (
    region  varchar(12) NOT NULL,
    year    integer NOT NULL,
    day     date NOT NULL,
    type    varchar(20) NOT NULL,
    name    varchar(60) NOT NULL,
    PRIMARY KEY (region, year, day),
    FOREIGN KEY (region, year) REFERENCES calendar (region, year)
);

-- 时钟: a due date never changes within a row; a new row of the same run supersedes it.
CREATE TABLE case_clock (
    id                uuid PRIMARY KEY,
    case_id           bigint NOT NULL,
    seq               integer NOT NULL,
    kind              varchar(20) NOT NULL,
    ref               varchar(60) NOT NULL,
    run               integer NOT NULL,
    start_rule        varchar(30),
    unit              varchar(20) NOT NULL,
    limit_value       integer NOT NULL,
    extended_by       integer NOT NULL,
    basis             text NOT NULL,
    started_at        timestamptz NOT NULL,
    -- From here "rest" is counted: workdays, natural days or minutes, by unit.
    count_from        timestamptz NOT NULL,
    total             integer NOT NULL,
    rest              integer NOT NULL,
    due_at            timestamptz NOT NULL,
    due_on            date NOT NULL,
    yellow_at         timestamptz NOT NULL,
    state             varchar(20) NOT NULL,
    paused_at         timestamptz,
    stopped_at        timestamptz,
    stop_rule         varchar(30),
    -- JSON list: reason, ref, basis, from, until.
    pauses            text NOT NULL,
    calendar_version  integer NOT NULL,
    provisional       boolean NOT NULL,
    -- When the platform has to look next; empty when nothing is waited for.
    next_fire_at      timestamptz,
    UNIQUE (case_id, seq)
);
CREATE INDEX case_clock_fire ON case_clock (next_fire_at) WHERE next_fire_at IS NOT NULL;
-- 新的官方日历到达后待重算的时钟.
CREATE INDEX case_clock_provisional ON case_clock (case_id) WHERE provisional AND state IN ('RUNNING', 'PAUSED');
