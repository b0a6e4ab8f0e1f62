-- What looks come to. Times roll-ups begin at are milliseconds since the epoch, whole ones of UTC; measured times are
-- milliseconds; latencies and minutes are packed: see RollupCode.

-- How far each target's looks are rolled up, and from when on what is kept.
create table rolled (
  target        integer primary key,
  until         integer not null,
  looks_since   integer not null default 0,
  minutes_since integer not null default 0,
  hours_since   integer not null default 0,
  every         integer
);
create index rolled_until on rolled (until);

-- The minutes of an hour.
create table rollup_minutes (
  target integer not null,
  at     integer not null,
  packed blob not null,
  primary key (target, at)
) without rowid;

create table rollup_hour (
  target    integer not null,
  at        integer not null,
  up        integer not null,
  degraded  integer not null,
  down      integer not null,
  unjudged  integer not null,
  working   integer not null,
  failing   integer not null,
  latencies blob not null,
  primary key (target, at)
) without rowid;

create table rollup_day (
  target    integer not null,
  at        integer not null,
  up        integer not null,
  degraded  integer not null,
  down      integer not null,
  unjudged  integer not null,
  working   integer not null,
  failing   integer not null,
  latencies blob not null,
  primary key (target, at)
) without rowid;

-- The looks that are there already are rolled up by and by while the bot runs.
insert into rolled (target, until)
select no, first - first % 3600000
from (select no, (select min(at) from look where target = no) as first from word where word not like '@%')
where first is not null;
