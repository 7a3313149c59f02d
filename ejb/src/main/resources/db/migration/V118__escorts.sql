-- The way to a house: its address is opened to one named escort for one person and some hours, by who runs the house, and ends by itself.

create table escort (
  escort_id       uuid primary key,
  placement_id    uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  facility_id     uuid not null references facility,
  worker_id       uuid not null references worker,
  opened_at       timestamptz not null,
  opened_by       uuid not null references worker,
  until_at        timestamptz not null,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  foreign key (placement_id, case_id, organisation_id) references placement (placement_id, case_id, organisation_id),
  check (opened_at < until_at),
  check (opened_by <> worker_id),
  check ((ended_at is null) = (ended_by is null))
);
comment on table escort is 'Who brings her, and until when they may read where to';
create index escort_case on escort (case_id);
create index escort_worker on escort (worker_id, facility_id);

alter table escort enable row level security, force row level security;
create policy by_function on escort to alongside_gatekeeper using (true) with check (true);
create policy own on escort for select to alongside_app using (keeps_placements(case_id, organisation_id));
create policy named on escort for select to alongside_app using (
  worker_id = (select caller_worker()) and (select caller_is('CW')) and may('min', case_id, 4));
grant select, insert on escort to alongside_app;
grant select on escort to alongside_gatekeeper;

-- somebody of the lead to whom the case is open now: asked of the time line, ties count
create function may_escort(p_worker uuid, p_case uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select exists (select from worker w join worker_role r using (worker_id) join case_file f on f.case_id = p_case
                  where w.worker_id = p_worker and r.role_code = 'CW' and w.organisation_id = f.lead_organisation_id
                    and (w.left_at is null or w.left_at > caller_now()))
     and exists (select from case_access a where a.case_id = p_case and a.holder_id = p_worker and a.min_mask & 4 <> 0
                    and a.valid_from <= caller_now() and caller_now() < a.valid_until)
     and not tied(p_worker, p_case) and places(p_case, caller_organisation())
$$;

create policy opened on escort for insert to alongside_app with check (
  opened_by = (select caller_worker()) and opened_at = (select caller_now()) and ended_at is null and keeps_houses(organisation_id)
  and until_at <= (select caller_now()) + (select value from setting where name = 'escort-longest')
  and may_escort(worker_id, case_id)
  and exists (select from placement p where p.placement_id = escort.placement_id and p.case_id = escort.case_id
                     and p.facility_id = escort.facility_id and p.status in ('RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')));
create policy ended on escort for update to alongside_app using (keeps_houses(organisation_id) and places(case_id, organisation_id))
  with check (ended_by = (select caller_worker()));
grant update (ended_at, ended_by) on escort to alongside_app;

-- where she is going, as long as she is: not any more when the hold has ended, she has moved on, or the hours are over
create function escorts_to(p_facility uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('CW')
     and exists (select from escort e join placement p using (placement_id)
                  where e.worker_id = caller_worker() and e.facility_id = p_facility and p.facility_id = p_facility
                    and p.status in ('RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED')
                    and e.opened_at <= caller_now() and caller_now() < e.until_at and e.ended_at is null
                    and may('min', e.case_id, 4))
$$;
create policy escorted on facility_address for select to alongside_app using (escorts_to(facility_id));

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['may_escort(uuid, uuid)', 'escorts_to(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
