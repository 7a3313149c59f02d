-- Whoever has the log of a house before them is told that it changed: the people of that house and nobody else. Coordinators hear of its
-- beds (told_of_board) and not of this. A line about somebody is not told to whom it is closed to by a tie.

create function tell_logbook() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_notify('alongside', concat_ws(' ', 'logbook', new.facility_id, to_jsonb(new) ->> 'case_id'));
  return null;
end $$;
revoke all on function tell_logbook() from public;
-- a new line comes with its note
create trigger told after insert or update on shift_note for each row execute function tell_logbook();
create trigger told after update on shift_line for each row execute function tell_logbook();

-- asked by the processes alone
create function told_of_logbook(p_facility uuid, p_case uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select distinct w.worker_id
    from facility f join worker w using (organisation_id) join worker_role x using (worker_id) join organisation o using (organisation_id)
   where (select caller_is_system()) and f.facility_id = p_facility and x.role_code in ('SHS', 'SHM')
     and w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
     and (o.suspended_at is null or o.suspended_at > (select caller_now()))
     and (p_case is null or not tied(w.worker_id, p_case))
$$;
grant create on schema alongside to alongside_gatekeeper;
alter function told_of_logbook(uuid, uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function told_of_logbook(uuid, uuid) from public;
grant execute on function told_of_logbook(uuid, uuid) to alongside_app;
