-- What went wrong in a house: written by whoever was there, looked at by its manager, and never by the one who wrote it or whom it is about.
-- About the conduct of staff the organisation's supervisor reads it too. Nothing of it leaves the house.

insert into setting (name, value, basis) values ('incident-looked-at', '72 hours', 'design');

create table incident (
  incident_id     uuid primary key,
  facility_id     uuid not null,
  organisation_id uuid not null,
  code_name       text not null,
  kind            text not null,
  severity        text not null,
  happened_at     timestamptz not null,
  words           text not null check (length(words) between 1 and 4000),
  done            text not null check (length(done) between 1 and 2000),
  conduct_of      uuid references worker,
  desks           text[] not null check (cardinality(desks) > 0 and desks <@ array['MANAGER','SUPERVISOR']),
  recorded_at     timestamptz not null,
  recorded_by     uuid not null references worker,
  look_by         timestamptz not null,
  foreign key (facility_id, organisation_id) references facility (facility_id, organisation_id),
  check (happened_at <= recorded_at),
  check (conduct_of is null or kind = 'STAFF_CONDUCT' and conduct_of <> recorded_by)
);
comment on table incident is 'Something that went wrong in a house, as whoever was there wrote it';
comment on column incident.code_name is 'Of the house, for a supervisor, who reads no table of houses';
comment on column incident.conduct_of is 'Of the staff, about whom it is: they read nothing of it';
comment on column incident.desks is 'Who looks at it';
create index incident_of_organisation on incident (organisation_id, recorded_at desc);

create table incident_person (
  incident_id uuid not null references incident,
  case_id     uuid not null references case_file,
  primary key (incident_id, case_id)
);
comment on table incident_person is 'Whom of the house it touched; category shelter and placement';
create index incident_person_case on incident_person (case_id);

create table incident_look (
  incident_id uuid not null references incident,
  desk        text not null check (desk in ('MANAGER','SUPERVISOR')),
  looked_at   timestamptz not null,
  looked_by   uuid not null references worker,
  learned     text not null check (length(learned) between 1 and 2000),
  primary key (incident_id, desk)
);
comment on table incident_look is 'That a desk has looked at it, and what is learned';

do $$ declare t text; begin
  foreach t in array array['incident', 'incident_person', 'incident_look'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
  end loop;
end $$;

-- who looks at it: the manager, if there is one besides who writes and whom it is about; else, and about conduct always, the supervisor
create function incident_desks(p_kind text, p_conduct_of uuid) returns text[]
language sql stable parallel safe security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select array_remove(array[case when m.there then 'MANAGER' end,
                            case when not m.there or p_kind = 'STAFF_CONDUCT' then 'SUPERVISOR' end], null)
    from (select exists (select from worker w join worker_role r using (worker_id)
                          where w.organisation_id = caller_organisation() and r.role_code = 'SHM' and w.kind = 'PERSON'
                            and (w.left_at is null or w.left_at > caller_now())
                            and w.worker_id <> caller_worker() and w.worker_id is distinct from p_conduct_of) there) m
$$;

-- it is read in its own organisation: by its houses' managers; by the shift, but for what is about staff; by who wrote it; by the
-- supervisor whose desk it is, or who sees that nobody has looked. Never by whom it is about, nor by who has a tie to somebody it touched
create function reads_incident(i incident) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select i.organisation_id = caller_organisation() and i.conduct_of is distinct from caller_worker()
     and (caller_is('SHM')
          or caller_is('SHS') and (i.kind <> 'STAFF_CONDUCT' or i.recorded_by = caller_worker())
          or caller_is('SUP') and ('SUPERVISOR' = any (i.desks)
               or i.look_by <= caller_now() and not exists (select from incident_look l where l.incident_id = i.incident_id
                                                               and l.desk = 'MANAGER' and l.looked_by <> caller_worker())))
     and not exists (select from incident_person p where p.incident_id = i.incident_id and tied(caller_worker(), p.case_id))
$$;

create policy own on incident for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM', 'SUP')) and reads_incident(incident));
create policy recorded on incident for insert to alongside_app with check (
  works_in_house(facility_id, organisation_id) and recorded_by = (select caller_worker()) and recorded_at = (select caller_now())
  and look_by = (select caller_now()) + (select value from setting where name = 'incident-looked-at')
  and code_name = (select f.code_name from facility f where f.facility_id = incident.facility_id)
  and desks = incident_desks(kind, conduct_of)
  and (conduct_of is null or exists (select from worker w where w.worker_id = incident.conduct_of
                                                            and w.organisation_id = (select caller_organisation()))));

create policy own on incident_person for select to alongside_app using (
  (select caller_is('SHS', 'SHM')) and keeps_placements(case_id, (select caller_organisation()))
  and exists (select from incident i where i.incident_id = incident_person.incident_id));
create policy recorded on incident_person for insert to alongside_app with check (
  exists (select from incident i where i.incident_id = incident_person.incident_id
             and i.recorded_by = (select caller_worker()) and i.recorded_at = (select caller_now())
             and housed_there(incident_person.case_id, i.facility_id, i.organisation_id, false)));

create policy own on incident_look for select to alongside_app using (
  exists (select from incident i where i.incident_id = incident_look.incident_id));
create policy looked on incident_look for insert to alongside_app with check (
  looked_by = (select caller_worker()) and looked_at = (select caller_now())
  and exists (select from incident i where i.incident_id = incident_look.incident_id and i.recorded_by <> (select caller_worker())
                 and incident_look.desk = any (i.desks)
                 and case incident_look.desk when 'SUPERVISOR' then caller_is('SUP')
                     else caller_is('SHM') or caller_is('SUP') and i.look_by <= (select caller_now()) end));

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['incident_desks(text, uuid)', 'reads_incident(incident)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
