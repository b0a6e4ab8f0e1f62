-- Phases of the kinds of check that came later; microseconds.
alter table look add column starttls integer;
alter table look add column talk integer;
alter table look add column icmp integer;
alter table look add column report integer;

-- Checks of chat's targets in their longer form; what was said before still holds.
update chat_target set body = json_set(
  body,
  '$.check.ask', json('{"method":"GET","headers":{},"body":null,"login":null,"redirects":20,"version":"HTTP_1"}'),
  '$.check.expectation', json_object(
    'status', json_extract(body, '$.check.expect'),
    'body', case when json_extract(body, '$.check.bodyContains') is null then json('[]')
      else json_array(json_object('is', 'Contains', 'text', json_extract(body, '$.check.bodyContains'))) end,
    'headers', json('{}')))
where json_extract(body, '$.check.is') = 'Http';
update chat_target set body = json_set(body, '$.check.talk', json('{"startTls":null,"send":null,"reply":null}'))
where json_extract(body, '$.check.is') = 'Tcp';
update chat_target set body = json_set(
  body,
  '$.check.tls', json('{"verification":"FULL","leastVersion":null,"alpn":null,"leastDays":0,"warnAt":[21,7,1],"client":null}'),
  '$.check.route', json('{"order":"IPV4_FIRST","resolver":null,"proxy":null}'),
  '$.check.slow', null);
