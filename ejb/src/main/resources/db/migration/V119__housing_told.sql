-- Who has a placement or a board before them is told that it changed. Of a placement its house and who leads, nobody else: a counsellor or
-- a lawyer who were told would know the hour at which she moved. Of a board, one word for a house and a statement, and only where a bed
-- looks different: whoever looks on another house sleeps on.

do $$ declare t text; begin
  foreach t in array array['placement', 'placement_minimum', 'escort'] loop
    execute format('create trigger told after insert or update or delete on %I for each row execute function tell_lead(''organisation_id'')', t);
  end loop;
  foreach t in array array['housing_known', 'move_agreement'] loop
    execute format('create trigger told after insert or update or delete on %I for each row execute function tell_lead()', t);
  end loop;
end $$;

create function tell_board() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_notify('alongside', 'board ' || organisation_id) from (select distinct organisation_id from changed) c;
  return null;
end $$;
do $$ declare t text; begin
  foreach t in array array['bed_use', 'bed', 'room', 'facility'] loop
    execute format('create trigger told_of_new after insert on %I referencing new table as changed
                      for each statement execute function tell_board()', t);
  end loop;
  execute 'create trigger told_of_end after delete on bed_use referencing old table as changed for each statement execute function tell_board()';
end $$;

-- a bed that looks the same tells nobody: the version of a room moves whenever it is held
create function tell_board_of_change() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_notify('alongside', 'board ' || new.organisation_id);
  return null;
end $$;
create trigger told after update on bed_use for each row
  when ((old.kind, old.during, old.expires_at, old.left_at) is distinct from (new.kind, new.during, new.expires_at, new.left_at))
  execute function tell_board_of_change();
create trigger told after update on bed for each row
  when (old.removed_at is distinct from new.removed_at) execute function tell_board_of_change();
create trigger told after update on facility for each row
  when (old.closed_at is distinct from new.closed_at) execute function tell_board_of_change();
revoke all on function tell_board(), tell_board_of_change() from public;

-- asked by the processes alone: the house's own people, and coordinators, who see how full it is
create function told_of_board(p_organisation uuid) returns setof uuid
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select distinct w.worker_id
    from worker w join worker_role x using (worker_id) join organisation o using (organisation_id)
   where (select caller_is_system()) and w.kind = 'PERSON' and (w.left_at is null or w.left_at > (select caller_now()))
     and (o.suspended_at is null or o.suspended_at > (select caller_now()))
     and (w.organisation_id = p_organisation and x.role_code in ('SHS', 'SHM') or o.competent_authority and x.role_code = 'NRM')
$$;
grant create on schema alongside to alongside_gatekeeper;
alter function told_of_board(uuid) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function told_of_board(uuid) from public;
grant execute on function told_of_board(uuid) to alongside_app;
