-- Who must not meet whom, as the house knows it: weighed when a bed is offered, and told as how many, never as who.

create table kept_apart (
  kept_apart_id   uuid primary key,
  case_id         uuid not null references case_file,
  other_case_id   uuid not null references case_file,
  organisation_id uuid not null references organisation,
  said_at         timestamptz not null,
  said_by         uuid not null references worker,
  lifted_at       timestamptz,
  check (case_id <> other_case_id)
);
comment on table kept_apart is 'Two people who must not meet, as the house knows it; category shelter and placement';
create index kept_apart_case on kept_apart (case_id);
create index kept_apart_other on kept_apart (other_case_id);

do $$ declare t text; begin
  foreach t in array array['kept_apart'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;
create policy own on kept_apart for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM')) and knows(case_id, 4) and knows(other_case_id, 4));
create policy said on kept_apart for insert to alongside_app with check (
  keeps_houses(organisation_id) and said_by = (select caller_worker()) and lifted_at is null
  and places(case_id, organisation_id) and places(other_case_id, organisation_id));
create policy lifted on kept_apart for update to alongside_app using (keeps_houses(organisation_id) and knows(case_id, 4));
grant insert, update (lifted_at) on kept_apart to alongside_app;

-- who of those who live there she must not meet, and who of the staff knows her: how many, never who
create function meets(p_placement uuid, p_facility uuid) returns table (kept_apart int, knows_staff boolean, same_language boolean)
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select (select count(*)::int from placement o join bed_use u using (placement_id)
           where u.facility_id = p_facility and u.during @> caller_now() and o.case_id <> p.case_id
             and exists (select from kept_apart k where k.lifted_at is null
                            and (k.case_id, k.other_case_id) in ((p.case_id, o.case_id), (o.case_id, p.case_id)))),
         exists (select from team_member m join facility f using (team_id)
                  where f.facility_id = p_facility and m.from_at <= caller_now() and (m.until_at is null or m.until_at > caller_now())
                    and tied(m.worker_id, p.case_id)),
         exists (select from bed_use u where u.facility_id = p_facility and u.during @> caller_now() and u.kind <> 'CLOSED'
                    and u.placement_id <> p.placement_id and u.language = p.language
                    and (u.family_id is null or u.family_id is distinct from p.family_id))
    from placement p
   where p.placement_id = p_placement and places(p.case_id, p.organisation_id)
     and exists (select from facility f where f.facility_id = p_facility and f.organisation_id = p.organisation_id)
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['meets(uuid, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
