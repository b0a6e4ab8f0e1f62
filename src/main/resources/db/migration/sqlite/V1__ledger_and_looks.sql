-- Instants are milliseconds since the epoch, UTC. Bodies are JSON; the columns beside them are what queries need.

create table stance (
  target text primary key,
  at     integer not null,
  body   text not null
);

create table incident (
  id     integer primary key,
  target text not null,
  state  text not null check (state in ('open', 'restored', 'withdrawn')),
  at     integer not null,
  body   text not null
);
create index incident_open on incident (id) where state = 'open';
create index incident_of_target on incident (target, id);

create table delivery (
  number      integer primary key,
  key         text not null unique,
  notice_key  text not null,
  kind        text not null,
  incident    integer,
  channel     text not null,
  state       text not null check (state in ('pending', 'delivered', 'held', 'rejected')),
  due         integer,
  lease_until integer,
  receipt     text,
  at          integer not null,
  notice      text not null,
  body        text not null
);
create index delivery_pending on delivery (channel, number) where state = 'pending';
create index delivery_of_incident on delivery (incident, channel, number) where incident is not null;
create index delivery_of_kind on delivery (kind, number);

create table mute (
  id    integer primary key,
  ended text not null,
  body  text not null
);

create table subscription (
  id      integer primary key,
  channel text not null,
  body    text not null
);

-- Numbers that were used by rows which are gone by now.
create table highest (
  name   text primary key,
  number integer not null
);

create table chat_target (
  target text primary key,
  by     text not null,
  at     integer not null,
  body   text not null
);

create table paused (
  target text primary key,
  by     text not null,
  at     integer not null
);

create table gap (
  began  integer not null,
  ended  integer not null,
  reason text not null,
  primary key (began, ended, reason)
);

create table audit (
  id      integer primary key autoincrement,
  at      integer not null,
  who     text not null,
  place   text not null,
  command text not null,
  result  text not null
);
create index audit_at on audit (at);

create table word (
  no   integer primary key,
  word text not null unique
);

-- Durations are microseconds.
create table look (
  target  integer not null,
  at      integer not null,
  vantage integer not null,
  outcome text not null,
  detail  text,
  phase   text,
  address text,
  dns     integer,
  tcp     integer,
  tls     integer,
  http    integer,
  total   integer not null,
  primary key (target, at, vantage)
) without rowid;

create table last_look (
  target  text primary key,
  success integer,
  failure integer
);

create table alive (
  id integer primary key check (id = 1),
  at integer not null
);
