-- Lets every opening of a case fail at the very end, when the transaction ends. What had been written by then is kept
-- in sequences, the only thing in a database that a transaction taken back does not take back.
create schema planted;
create sequence planted.cases minvalue 0 start 0;
create sequence planted.grants minvalue 0 start 0;
create sequence planted.audits minvalue 0 start 0;
create sequence planted.processes minvalue 0 start 0;

create function planted.fail() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  mine xid := pg_current_xact_id()::xid;
begin
  if new.action = 'OPEN_CASE' and new.outcome = 'PERMITTED' then
    perform setval('planted.cases', (select count(*) from alongside.case_file where xmin = mine));
    perform setval('planted.grants', (select count(*) from alongside.access_grant where xmin = mine));
    perform setval('planted.audits', (select count(*) from alongside.audit_event where xmin = mine));
    perform setval('planted.processes', (select count(*) from engine.act_ru_execution where xmin = mine));
    raise exception 'planted failure';
  end if;
  return null;
end $$;

create constraint trigger planted_failure after insert on alongside.audit_event
  deferrable initially deferred for each row execute function planted.fail();
