-- Small facts that chat platforms keep, such as which commands are registered.
create table memo (
  name text primary key,
  value text not null
) without rowid;
