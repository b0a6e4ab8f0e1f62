-- What lookups said of addresses: who announces them (numbers with spaces between), or nobody where there is no prefix.
create table origin (
  address    text primary key,
  at         integer not null,
  prefix     text,
  systems    text,
  registered text,
  name       text
) without rowid;

-- The address that each target used last, as far as that was worth writing down.
create table target_address (
  target  text primary key,
  address text not null,
  at      integer not null
) without rowid;
