-- A threat that police or prosecution tell raises a task for the manager of the house where she lives, until it is read there. Whether there is such a house
-- is looked for by the process, after the telling is done, and stands in a table of the house's own: who tells learns nothing by it, neither how, nor when,
-- nor that it was read.

insert into setting (name, value, basis) values
  ('threat-read-within', '1 hour', 'design recommendation');

create table threat_notice (
  share_id        uuid not null references police_share,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  asked_at        timestamptz not null,
  read_at         timestamptz check (read_at >= asked_at),
  read_by         uuid references worker,
  primary key (share_id, organisation_id),
  check ((read_at is null) = (read_by is null))
);
comment on table threat_notice is 'That a house where she lives is to read a threat that an agency told, and who there read it first; nothing of what was told. Category housing, the house''s own';
create index threat_notice_case on threat_notice (case_id);

-- the manager of the house, and whoever supervises there, to whom her stay is open
create function hears_in_house(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and not caller_kept_apart() and caller_is('SHM', 'SUP') and knows(p_case, 4)
$$;
alter table threat_notice enable row level security, force row level security;
create policy by_function on threat_notice to alongside_gatekeeper using (true) with check (true);
create policy own on threat_notice for select to alongside_app using (hears_in_house(case_id, organisation_id));
grant select on threat_notice to alongside_app;
grant select, insert, update on threat_notice to alongside_gatekeeper;

-- the house where she lives now, if nobody there has read it; for the process alone
create function threat_house(p_share uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare s police_share; h uuid;
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  select * into s from police_share where share_id = p_share and kind = 'THREAT' and withdrawn_at is null;
  if not found then
    return null;
  end if;
  select p.organisation_id into h from placement p
   where p.case_id = s.case_id and p.status in ('ADMITTED','ABSENT_PLANNED','ABSENT_UNPLANNED') order by p.admitted_at desc limit 1;
  if h is null or exists (select from threat_notice n where n.share_id = p_share and n.organisation_id = h and n.read_at is not null) then
    return null;
  end if;
  insert into threat_notice (share_id, case_id, organisation_id, asked_at) values (p_share, s.case_id, h, caller_now()) on conflict do nothing;
  return h;
end $$;

-- the manager of the house reads what was told; answers which of it nobody of the house had read
create function threats_read(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if hears_of_threats(p_case) then
    return query
      insert into threat_notice as n (share_id, case_id, organisation_id, asked_at, read_at, read_by)
        select s.share_id, s.case_id, caller_organisation(), caller_now(), caller_now(), caller_worker() from police_share s
         where s.case_id = p_case and s.kind = 'THREAT' and s.withdrawn_at is null
        on conflict (share_id, organisation_id) do update set read_at = greatest(caller_now(), n.asked_at), read_by = caller_worker() where n.read_at is null
        returning n.share_id;
  end if;
end $$;

-- threats that stand, of the one who moves into or out of that bed; for the house whose bed it is, who leads and the process
create function threats_of_placement(p_placement uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select s.share_id from placement p join police_share s on s.case_id = p.case_id and s.kind = 'THREAT' and s.withdrawn_at is null
   where p.placement_id = p_placement and (p.organisation_id = caller_organisation() or leads(p.case_id) or caller_is_system())
     and not exists (select from threat_notice n where n.share_id = s.share_id and n.organisation_id = p.organisation_id and n.read_at is not null)
   order by s.shared_at, s.share_id
$$;
-- the same of a file that is closed
create function threats_of_case(p_case uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select s.share_id from police_share s
   where s.case_id = p_case and s.kind = 'THREAT' and (leads(p_case) or caller_is_system())
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['hears_in_house(uuid, uuid)', 'threat_house(uuid)', 'threats_read(uuid)', 'threats_of_placement(uuid)',
                           'threats_of_case(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
