-- Who leads is asked to find another lawyer: where a house of lawyers cannot act for her in a matter, never why, and where a matter has no lawyer left
-- because the house may not act for her any more. It ends when a lawyer takes her up, when she wants no other, or with the file.

insert into setting (name, value, basis) values
  ('lawyer-found-again-within', '72 hours', 'design recommendation');

create table counsel_wanted (
  wanted_id       uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  asked_at        timestamptz not null,
  find_by         timestamptz not null check (find_by > asked_at),
  settled_at      timestamptz check (settled_at >= asked_at),
  settled_by      uuid references worker,
  settled_for     text check (settled_for in ('FOUND', 'NOT_WANTED', 'FILE_CLOSED')),
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  check (num_nonnulls(settled_at, settled_by, settled_for) in (0, 3))
);
comment on table counsel_wanted is 'That another lawyer is to be found in a matter of this house, and how that ended; never why. Category legal, of it what who leads must know';
create unique index counsel_wanted_open on counsel_wanted (matter_id) where settled_at is null;
create index counsel_wanted_case on counsel_wanted (case_id);

alter table counsel_wanted enable row level security, force row level security;
create policy by_function on counsel_wanted to alongside_gatekeeper using (true) with check (true);
create policy told on counsel_wanted for select to alongside_app using (leads(case_id) and may('min', case_id, 128));
grant select on counsel_wanted to alongside_app;
grant select, insert, update on counsel_wanted to alongside_gatekeeper;

-- raised by the house that declines, or by who leads where its access ended; answers who leads, or null where it is asked already or somebody acts
create function counsel_wanted_raise(p_id uuid, p_matter uuid, p_find_by timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare m matter; declined boolean;
begin
  select * into m from matter where matter_id = p_matter for no key update;
  declined := exists (select from matter_declined d where d.matter_id = p_matter);
  if m.matter_id is null or not (leads(m.case_id) or declined and m.organisation_id = caller_organisation()) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  if exists (select from counsel_wanted w where w.matter_id = p_matter and w.settled_at is null)
     or not declined and exists (select from acting_lawyers(m.case_id) l where l = m.organisation_id) then
    return null;
  end if;
  insert into counsel_wanted (wanted_id, matter_id, case_id, organisation_id, asked_at, find_by)
    values (p_id, p_matter, m.case_id, m.organisation_id, caller_now(), p_find_by);
  return (select f.lead_organisation_id from case_file f where f.case_id = m.case_id);
end $$;

-- open matters of a file whose house may not act any more, for who leads
create function matters_without_counsel(p_case uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select m.matter_id from matter m join matter_stage s using (matter_id)
   where leads(p_case) and m.case_id = p_case and s.stage <> 'CLOSED'
     and not exists (select from acting_lawyers(p_case) l where l = m.organisation_id)
   order by m.opened_at, m.matter_id
$$;

-- a lawyer of another house, or of the same where it had not declined, takes her up; answers what is settled by it
create function counsel_found(p_referral uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  update counsel_wanted w set settled_at = caller_now(), settled_by = caller_worker(), settled_for = 'FOUND'
    from referral r
   where r.referral_id = p_referral and w.case_id = r.case_id and w.settled_at is null and defends(r.case_id)
     and not exists (select from matter_declined d where d.matter_id = w.matter_id and d.organisation_id = caller_organisation())
  returning w.wanted_id
$$;
-- she wants no other lawyer in it
create function counsel_not_wanted(p_matter uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  update counsel_wanted w set settled_at = caller_now(), settled_by = caller_worker(), settled_for = 'NOT_WANTED'
   where w.matter_id = p_matter and w.settled_at is null and caller_is('CW') and leads(w.case_id) and may('write', w.case_id, 2048)
     and not tied(caller_worker(), w.case_id)
  returning w.wanted_id
$$;
create function counsel_wanted_end(p_case uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  update counsel_wanted w set settled_at = caller_now(), settled_by = caller_worker(), settled_for = 'FILE_CLOSED'
   where w.case_id = p_case and w.settled_at is null and (leads(p_case) or caller_is_system())
  returning w.wanted_id
$$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['counsel_wanted_raise(uuid, uuid, timestamptz)', 'matters_without_counsel(uuid)', 'counsel_found(uuid)',
                           'counsel_not_wanted(uuid)', 'counsel_wanted_end(uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
