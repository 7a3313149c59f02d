-- The third rung (DOMAIN 5.4): where neither who is asked nor who supervises them does it, coordinators are told that an organisation overlooks so
-- many things of a kind, since when. No case, no task, nobody's name: from the row nothing can be known of anybody who lives in a house.

create table overlooked (
  overlooked_id   uuid primary key,
  organisation_id uuid not null references organisation,
  kind            text not null check (length(kind) between 1 and 60),
  tasks           int not null check (tasks > 0),
  since           timestamptz not null,
  found_at        timestamptz not null,
  unique (organisation_id, kind)
);
comment on table overlooked is 'How many tasks of a kind an organisation leaves undone, one unit of their time after they were due; kept by the processes, gone when nothing of it waits';
comment on column overlooked.kind is 'The process, never the step: from a step one could guess what is wrong with somebody';
comment on column overlooked.since is 'Since when the first of them is overlooked';

alter table overlooked enable row level security, force row level security;
create policy by_function on overlooked to alongside_gatekeeper using (true) with check (true);
create policy coordinated on overlooked for select to alongside_app using (
  (select caller_is('NRM'))
  and exists (select from organisation o where o.organisation_id = (select caller_organisation()) and o.competent_authority));
grant select on overlooked to alongside_app;
grant select, insert, update, delete on overlooked to alongside_gatekeeper;

-- keeps what is overlooked now, by the processes alone; answers what is new, and what is gone
create function overlooked_keep(p_organisations uuid[], p_kinds text[], p_tasks int[], p_since timestamptz[])
  returns table (overlooked_id uuid, organisation_id uuid, gone boolean)
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
#variable_conflict use_column
begin
  if not coalesce(caller_is_system(), false) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  return query delete from overlooked v
    where not exists (select from unnest(p_organisations, p_kinds) n (organisation, kind)
                       where n.organisation = v.organisation_id and n.kind = v.kind)
    returning v.overlooked_id, v.organisation_id, true;
  update overlooked v set tasks = n.tasks, since = n.since
    from unnest(p_organisations, p_kinds, p_tasks, p_since) n (organisation, kind, tasks, since)
   where n.organisation = v.organisation_id and n.kind = v.kind and (v.tasks, v.since) is distinct from (n.tasks, n.since);
  return query insert into overlooked as v (overlooked_id, organisation_id, kind, tasks, since, found_at)
    select gen_random_uuid(), n.organisation, n.kind, n.tasks, n.since, caller_now()
      from unnest(p_organisations, p_kinds, p_tasks, p_since) n (organisation, kind, tasks, since)
     where exists (select from organisation o where o.organisation_id = n.organisation)
    on conflict (organisation_id, kind) do nothing
    returning v.overlooked_id, v.organisation_id, false;
end $$;

grant create on schema alongside to alongside_gatekeeper;
alter function overlooked_keep(uuid[], text[], int[], timestamptz[]) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function overlooked_keep(uuid[], text[], int[], timestamptz[]) from public;
grant execute on function overlooked_keep(uuid[], text[], int[], timestamptz[]) to alongside_app;
