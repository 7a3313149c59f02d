-- The named system identity of the processes: it has no role, opens no file, and may move a card's clock only.
insert into organisation (organisation_id, alias, name, type, region)
  values ('00000000-0000-4000-9000-000000000000', 'alongside-processes', 'Alongside processes', 'IO', 'NONE');
insert into worker (worker_id, subject, organisation_id, name, kind)
  values ('00000000-0000-4000-8000-000000000000', 'alongside-processes', '00000000-0000-4000-9000-000000000000', 'Alongside processes', 'SYSTEM');
