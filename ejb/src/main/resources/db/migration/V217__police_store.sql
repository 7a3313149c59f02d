-- The store of police and of prosecution: each agency's own. What they were given stays in the packet; here is what they keep of their own work on it. No
-- grant opens it to anybody else, and nothing of anybody else's is copied into it. What a house must know of a threat, or a coordinator to decide, they
-- share word by word, and can take back; whether there is a house, they do not learn by it.

create table police_record (
  record_id       uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  reference       text not null check (length(reference) between 1 and 60),
  unit            text check (length(unit) between 1 and 80),
  contact         text check (length(contact) between 1 and 80),
  kept_at         timestamptz not null,
  kept_by         uuid not null references worker,
  unique (case_id, organisation_id)
);
comment on table police_record is 'Under which reference an agency keeps what it was asked for, by which unit, and which function is asked back: category law-enforcement intelligence, the agency''s own';
comment on column police_record.contact is 'A function, never a person';

create table police_note (
  note_id         uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  words           text not null check (length(words) between 1 and 4000),
  written_at      timestamptz not null,
  written_by      uuid not null references worker
);
comment on table police_note is 'What an agency notes of its own work: category law-enforcement intelligence, the agency''s own and nobody else''s';
create index police_note_case on police_note (case_id, written_at desc);

create table protection_need (
  need_id         uuid primary key,
  case_id         uuid not null references case_file,
  organisation_id uuid not null references organisation,
  measure         text not null,
  noted_at        timestamptz not null,
  noted_by        uuid not null references worker,
  ended_at        timestamptz,
  ended_by        uuid references worker,
  check ((ended_at is null) = (ended_by is null))
);
comment on table protection_need is 'Which protection an agency found that she needs, code of protection_measure: category law-enforcement intelligence, the agency''s own';
create index protection_need_case on protection_need (case_id, noted_at desc);
create unique index protection_need_open on protection_need (case_id, organisation_id, measure) where ended_at is null;

create table police_share (
  share_id        uuid primary key,
  case_id         uuid not null references case_file,
  case_code       text not null,
  organisation_id uuid not null references organisation,
  kind            text not null check (kind in ('THREAT', 'SUMMARY')),
  words           text not null check (length(words) between 1 and 1000),
  shared_at       timestamptz not null,
  shared_by       uuid not null references worker,
  withdrawn_at    timestamptz,
  check (withdrawn_at is null or withdrawn_at >= shared_at)
);
comment on table police_share is 'What an agency tells of its own accord: THREAT to the manager of the house where she lives, if there is one; SUMMARY to coordinators who decide. The minimum of category law-enforcement intelligence';
create index police_share_case on police_share (case_id, shared_at desc);
create index police_share_summary on police_share (shared_at desc) where kind = 'SUMMARY' and withdrawn_at is null;

create function keeps_police_store(p_case uuid, p_organisation uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select p_organisation = caller_organisation() and polices(p_case)
$$;
-- the manager of a house to whom her stay is open, as far as the matrix lets the role read of threats
create function hears_of_threats(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('SHM') and caller_mask('min') & 256 <> 0 and knows(p_case, 4)
$$;
-- a coordinator who decides, without a tie to her
create function hears_summaries(p_case uuid) returns boolean
language sql stable parallel safe cost 1000 security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select caller_is('NRM') and caller_mask('min') & 256 <> 0 and not tied(caller_worker(), p_case)
     and exists (select from organisation o where o.organisation_id = caller_organisation() and o.competent_authority)
$$;

do $$ declare t text; begin
  foreach t in array array['police_record', 'police_note', 'protection_need', 'police_share'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true) with check (true)', t);
    execute format('create policy own on %I for select to alongside_app using (keeps_police_store(case_id, organisation_id))', t);
    execute format('grant select on %I to alongside_app', t);
    execute format('grant select, insert, update on %I to alongside_gatekeeper', t);
    execute format('create trigger told after insert or update on %I for each row execute function tell_lead(''organisation_id'')', t);
  end loop;
end $$;
create policy threat on police_share for select to alongside_app using (
  kind = 'THREAT' and withdrawn_at is null and hears_of_threats(case_id));
create policy summary on police_share for select to alongside_app using (
  kind = 'SUMMARY' and withdrawn_at is null and hears_summaries(case_id));
create trigger only_while_open before insert on police_share for each row execute function only_while_open();

create function police_record_keep(p_id uuid, p_case uuid, p_reference text, p_unit text, p_contact text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not polices(p_case) or tied(caller_worker(), p_case) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into police_record (record_id, case_id, organisation_id, reference, unit, contact, kept_at, kept_by)
    values (p_id, p_case, caller_organisation(), p_reference, p_unit, p_contact, caller_now(), caller_worker())
    on conflict (case_id, organisation_id) do update
      set reference = excluded.reference, unit = excluded.unit, contact = excluded.contact, kept_at = excluded.kept_at, kept_by = excluded.kept_by;
end $$;

create function police_note_write(p_id uuid, p_case uuid, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not polices(p_case) or tied(caller_worker(), p_case) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into police_note (note_id, case_id, organisation_id, words, written_at, written_by)
    values (p_id, p_case, caller_organisation(), p_words, caller_now(), caller_worker());
end $$;

create function protection_need_note(p_id uuid, p_case uuid, p_measure text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not polices(p_case) or tied(caller_worker(), p_case) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into protection_need (need_id, case_id, organisation_id, measure, noted_at, noted_by)
    values (p_id, p_case, caller_organisation(), p_measure, caller_now(), caller_worker());
end $$;

-- answers whether it was open
create function protection_need_end(p_id uuid, p_case uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update protection_need n set ended_at = caller_now(), ended_by = caller_worker()
   where n.need_id = p_id and n.case_id = p_case and n.ended_at is null and keeps_police_store(n.case_id, n.organisation_id);
  return found;
end $$;

create function police_share_tell(p_id uuid, p_case uuid, p_kind text, p_words text) returns void
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  if not polices(p_case) or tied(caller_worker(), p_case) then
    raise exception 'not permitted' using errcode = '42501';
  end if;
  insert into police_share (share_id, case_id, case_code, organisation_id, kind, words, shared_at, shared_by)
    select p_id, p_case, f.case_code, caller_organisation(), p_kind, p_words, caller_now(), caller_worker() from case_file f where f.case_id = p_case;
end $$;

-- whoever told it takes it back; answers whether it was open
create function police_share_withdraw(p_id uuid, p_case uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  update police_share s set withdrawn_at = caller_now()
   where s.share_id = p_id and s.case_id = p_case and s.withdrawn_at is null and s.shared_by = caller_worker()
     and keeps_police_store(s.case_id, s.organisation_id);
  return found;
end $$;

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['keeps_police_store(uuid, uuid)', 'hears_of_threats(uuid)', 'hears_summaries(uuid)',
                           'police_record_keep(uuid, uuid, text, text, text)', 'police_note_write(uuid, uuid, text)',
                           'protection_need_note(uuid, uuid, text)', 'protection_need_end(uuid, uuid)',
                           'police_share_tell(uuid, uuid, text, text)', 'police_share_withdraw(uuid, uuid)']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to alongside_app', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
