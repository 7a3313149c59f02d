-- Placements. Three depths, three tables (DOMAIN 7.2, 7.3): that housing was asked for her (existence); the house's code name, the status
-- and the dates (the minimum, for who leads); and the placement itself, with its bed and its company, for the house alone. Police,
-- prosecution and lawyers find no row in any of them.

create table housing_known (
  case_id  uuid primary key references case_file,
  known_at timestamptz not null
);
comment on table housing_known is 'That a bed was asked for her once: existence, and nothing of which house';

create table family (
  family_id       uuid primary key,
  organisation_id uuid not null references organisation
);
comment on table family is 'People who are placed together or not at all; who they are stands in their placements';

create table placement (
  placement_id    uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  referral_id     uuid not null references referral,
  family_id       uuid references family,
  facility_id     uuid references facility,
  bed_id          uuid references bed,
  status          text not null check (status in ('REQUESTED','OFFERED','RESERVED','DECLINED_BY_SHELTER','DECLINED_BY_SURVIVOR','ADMITTED',
                                                  'ABSENT_PLANNED','ABSENT_UNPLANNED','MOVED','ENDED')),
  age_band        text not null,
  child           boolean not null,
  sex             text not null,
  language        text not null,
  accessibility   text[] not null default '{}',
  constraints     text[] not null default '{}',
  arrives_at      timestamptz,
  leaves_at       timestamptz,
  held_until      timestamptz,
  accepted_warnings text[] not null default '{}',
  rights_told_in  text,
  rules_told_in   text,
  decline_reason  text,
  absent_until    timestamptz,
  moved_from_id   uuid references placement,
  end_reason      text,
  next_type       text,
  next_words      text check (length(next_words) <= 300),
  requested_at    timestamptz not null,
  requested_by    uuid not null references worker,
  changed_at      timestamptz not null,
  changed_by      uuid not null references worker,
  admitted_at     timestamptz,
  admitted_by     uuid references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  version         int not null default 0,
  unique (placement_id, case_id, organisation_id),
  check ((bed_id is null) = (status in ('REQUESTED','DECLINED_BY_SHELTER','DECLINED_BY_SURVIVOR'))),
  check ((facility_id is null) = (bed_id is null)),
  check ((held_until is not null) = (status = 'RESERVED')),
  check ((admitted_at is not null) = (status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED','MOVED','ENDED'))),
  check (admitted_at is null or rights_told_in is not null and rules_told_in is not null),
  check ((ended_at is not null) = (status in ('MOVED','ENDED'))),
  check ((status = 'ENDED') = (end_reason is not null)),
  check ((next_type is null) = (end_reason is null or end_reason = 'ACCESS_ENDED')),
  check ((status = 'DECLINED_BY_SHELTER') = (decline_reason is not null)),
  check ((status = 'ABSENT_PLANNED') = (absent_until is not null)),
  check (ended_at is null or admitted_at <= ended_at),
  check (leaves_at is null or arrives_at < leaves_at)
);
comment on table placement is 'A bed asked for her, found, lived in and left; the house''s own';
comment on column placement.age_band is 'With sex, language, accessibility and constraints: what the referral said, kept to match by';
comment on column placement.rights_told_in is 'Language in which her rights were told before she moved in; the rules likewise';
comment on column placement.next_type is 'Where she went, accommodation_type; never unremarked';
create index placement_case on placement (case_id, requested_at);
create index placement_waiting on placement (organisation_id, status, requested_at)
  where status in ('REQUESTED','OFFERED','RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED');
create index placement_of_bed on placement (bed_id) where bed_id is not null;
create index placement_of_family on placement (family_id) where family_id is not null;
-- one that runs at a time; a case in two houses would be two people
create unique index placement_running on placement (case_id, organisation_id)
  where status in ('REQUESTED','OFFERED','RESERVED','ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED');

create table placement_minimum (
  placement_id    uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null,
  code_name       text,
  status          text not null,
  requested_at    timestamptz not null,
  admitted_at     timestamptz,
  ended_at        timestamptz,
  next_type       text,
  foreign key (placement_id, case_id, organisation_id) references placement (placement_id, case_id, organisation_id)
);
comment on table placement_minimum is 'Code name, status and dates, for who leads: the minimum subset; kept by trigger';
create index placement_minimum_case on placement_minimum (case_id);

create table move_agreement (
  placement_id    uuid not null references placement,
  case_id         uuid not null references case_file,
  agreed_at       timestamptz not null,
  agreed_by       uuid not null references worker,
  primary key (placement_id, agreed_at)
);
comment on table move_agreement is 'Who leads agrees that she is moved (PLACEMENT, safety move: two hands)';
create index move_agreement_case on move_agreement (case_id);

-- ---- what the policies ask
create function hears_of_housing() returns boolean stable parallel safe
  return caller_is('CW', 'SUP', 'SHS', 'SHM', 'COU', 'NRM', 'GRD');
-- the house's own: of that organisation, by a role that writes placements, on a case that is theirs
create function keeps_placements(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and caller_mask('write') & 4 <> 0 and knows(p_case, 4)
$$;
create function places(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and caller_is('SHS', 'SHM') and may('write', p_case, 4)
$$;

do $$ declare t text; begin
  foreach t in array array['housing_known', 'family', 'placement', 'placement_minimum', 'move_agreement'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
  end loop;
end $$;
create policy existence on housing_known for select to alongside_app using ((select hears_of_housing()) and knows(case_id, 4));

create policy own on family for select to alongside_app using (
  organisation_id = (select caller_organisation()) and (select caller_is('SHS', 'SHM')));
create policy made on family for insert to alongside_app with check (houses(organisation_id));
grant insert on family to alongside_app;

create policy own on placement for select to alongside_app using (keeps_placements(case_id, organisation_id));
create policy process on placement for select to alongside_app using ((select caller_is_system()));
-- a bed of the house's own, asked as whoever asks: one of another house is as if it were not there
create function own_bed(p_bed uuid, p_facility uuid, p_organisation uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, alongside, pg_temp as $$
  select p_bed is null and p_facility is null
      or exists (select from bed b where b.bed_id = p_bed and b.facility_id = p_facility and b.organisation_id = p_organisation)
$$;
create policy asked on placement for insert to alongside_app with check (
  places(case_id, organisation_id) and own_bed(bed_id, facility_id, organisation_id) and requested_by = (select caller_worker()) and changed_by = (select caller_worker())
  and exists (select from referral r join referral_card c using (referral_id)
               where r.referral_id = placement.referral_id and r.case_id = placement.case_id
                 and c.recipient_organisation_id = placement.organisation_id and c.service_type = 'SHELTER'
                 and c.status in ('ACCEPTED','IN_SERVICE')
                 and (c.age_band, c.child, c.sex, c.language, c.accessibility, c.constraints)
                     is not distinct from (placement.age_band, placement.child, placement.sex, placement.language,
                                           placement.accessibility, placement.constraints)));
create policy changed on placement for update to alongside_app using (places(case_id, organisation_id))
  with check (changed_by = (select caller_worker()) and own_bed(bed_id, facility_id, organisation_id));
grant insert on placement to alongside_app;
grant update (facility_id, bed_id, status, arrives_at, leaves_at, held_until, accepted_warnings, rights_told_in, rules_told_in,
  decline_reason, absent_until, end_reason, next_type, next_words, changed_at, changed_by, admitted_at, admitted_by, ended_at, ended_by,
  version) on placement to alongside_app;

create policy known on placement_minimum for select to alongside_app using (
  (select hears_of_housing()) and (may('min', case_id, 4) or keeps_placements(case_id, organisation_id)));

create policy known on move_agreement for select to alongside_app using (
  (select hears_of_housing()) and may('min', case_id, 4)
  or exists (select from placement p where p.placement_id = move_agreement.placement_id));
create policy agreed on move_agreement for insert to alongside_app with check (
  agreed_by = (select caller_worker()) and agreed_at = (select caller_now()) and (select caller_is('CW')) and leads(case_id)
  and may('min', case_id, 4)
  and exists (select from placement_minimum m where m.placement_id = move_agreement.placement_id and m.case_id = move_agreement.case_id));
grant insert on move_agreement to alongside_app;

-- ---- the way a placement goes, and who goes it with her: the second ring, whatever was asked at the door
create function placement_goes() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
declare
  step text := old.status || ' ' || new.status;
begin
  if caller_worker() is null then
    return new;
  end if;
  if (new.case_id, new.organisation_id, new.referral_id, new.requested_at, new.requested_by)
       is distinct from (old.case_id, old.organisation_id, old.referral_id, old.requested_at, old.requested_by)
     or old.admitted_at is not null and (new.admitted_at, new.admitted_by) is distinct from (old.admitted_at, old.admitted_by)
     or old.status in ('MOVED','ENDED','DECLINED_BY_SHELTER','DECLINED_BY_SURVIVOR')
     or not coalesce(case
          when old.status = new.status then new.status = 'OFFERED' and caller_is('SHM')
          -- the bed was found empty after all was closed to the house, see bed_vacated
          when new.end_reason = 'ACCESS_ENDED' then current_user = 'alongside_gatekeeper'
          when step in ('REQUESTED OFFERED', 'REQUESTED DECLINED_BY_SHELTER', 'OFFERED RESERVED', 'ADMITTED MOVED', 'ADMITTED ENDED',
                        'ABSENT_UNPLANNED ENDED') then caller_is('SHM')
          when step in ('OFFERED DECLINED_BY_SURVIVOR', 'RESERVED ADMITTED', 'ADMITTED ABSENT_PLANNED', 'ADMITTED ABSENT_UNPLANNED',
                        'ABSENT_PLANNED ADMITTED', 'ABSENT_PLANNED ABSENT_UNPLANNED', 'ABSENT_UNPLANNED ADMITTED')
            then caller_is('SHS', 'SHM')
          -- a hold that ran out, by the clock or by whoever needs the bed, see hold_ends
          when step = 'RESERVED REQUESTED' then current_user = 'alongside_gatekeeper'
          else false end, false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger goes before update on placement for each row execute function placement_goes();

create function placement_begins() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  -- asked for, or the place to which she is moved: with the same two hands, and after the one she leaves
  if caller_worker() is not null and new.status <> 'REQUESTED'
     and not (new.status = 'ADMITTED' and caller_is('SHM')
              and exists (select from placement p where p.placement_id = new.moved_from_id and p.case_id = new.case_id
                                                    and p.status = 'MOVED' and p.ended_at = new.admitted_at)) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger begins before insert on placement for each row execute function placement_begins();
create trigger only_while_open before insert on placement for each row execute function only_while_open();

-- ---- what follows from a placement
create function placement_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  insert into placement_minimum as m (placement_id, case_id, organisation_id, code_name, status, requested_at, admitted_at, ended_at, next_type)
    values (new.placement_id, new.case_id, new.organisation_id, (select code_name from facility where facility_id = new.facility_id),
            new.status, new.requested_at, new.admitted_at, new.ended_at, new.next_type)
  on conflict (placement_id) do update
    set code_name = excluded.code_name, status = excluded.status, admitted_at = excluded.admitted_at, ended_at = excluded.ended_at,
        next_type = excluded.next_type;
  insert into housing_known values (new.case_id, new.requested_at) on conflict do nothing;
  return null;
end $$;
create trigger follows after insert or update on placement for each row execute function placement_follows();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['keeps_placements(uuid, uuid)', 'places(uuid, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
alter function placement_follows() owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function placement_follows() from public;
revoke all on function placement_goes(), placement_begins() from public;
