-- The register of evidence in a matter: what there is, where it came from, with whom the original is, the hash by which it is known again, and from whose
-- hands into whose it went. Privileged as the rest of the lawyer's file. Every row is written once: what is mended is another row beside the first.

create table evidence (
  evidence_id     uuid primary key,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  number          int not null check (number >= 1),
  listed_at       timestamptz not null,
  listed_by       uuid not null references worker,
  foreign key (matter_id, case_id, organisation_id) references matter (matter_id, case_id, organisation_id),
  unique (matter_id, number),
  unique (evidence_id, matter_id, case_id, organisation_id)
);
comment on table evidence is 'Something that proves something in a matter, by its number there: privileged';
create index evidence_case on evidence (case_id);

create table evidence_entry (
  entry_id        uuid primary key,
  evidence_id     uuid not null,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  number          int not null check (number >= 1),
  kind            text not null,
  words           text not null check (length(words) between 1 and 1000),
  source          text not null,
  source_on       date not null,
  original_with   text not null,
  original_name   text check (length(original_name) between 1 and 80),
  document_id     uuid,
  document_number int,
  sha256          bytea check (length(sha256) = 32),
  handed_sha256   bytea check (length(handed_sha256) = 32),
  written_at      timestamptz not null,
  written_by      uuid not null references worker,
  foreign key (evidence_id, matter_id, case_id, organisation_id) references evidence (evidence_id, matter_id, case_id, organisation_id),
  foreign key (document_id, document_number) references document_version (document_id, number),
  unique (evidence_id, number),
  check ((document_id is null) = (document_number is null)),
  check ((handed_sha256 is null) = (document_id is null)),
  check (document_id is null or sha256 is not null),
  check (source_on <= (written_at at time zone 'UTC')::date + 1)
);
comment on table evidence_entry is 'What is said of a piece of evidence: the newest entry holds, those before it stay. Privileged';
comment on column evidence_entry.kind is 'Code of evidence_type';
comment on column evidence_entry.source is 'From whom it came, code of evidence_party';
comment on column evidence_entry.original_with is 'With whom the original is, code of evidence_party';
comment on column evidence_entry.sha256 is 'Of the document as it is kept, or as the holder of what is kept elsewhere told it; null: it has none';
comment on column evidence_entry.handed_sha256 is 'Of the document as it was handed in';
create index evidence_entry_case on evidence_entry (case_id);

create table evidence_custody (
  link_id         uuid primary key,
  evidence_id     uuid not null,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  position        int not null check (position >= 1),
  corrects        uuid unique references evidence_custody,
  giver           text not null,
  giver_name      text check (length(giver_name) between 1 and 80),
  taker           text not null,
  taker_name      text check (length(taker_name) between 1 and 80),
  handed_at       timestamptz not null,
  zone            text not null check (length(zone) between 1 and 60),
  purpose         text not null,
  condition       text not null,
  seal            text check (length(seal) between 1 and 60),
  written_at      timestamptz not null,
  written_by      uuid not null references worker,
  foreign key (evidence_id, matter_id, case_id, organisation_id) references evidence (evidence_id, matter_id, case_id, organisation_id),
  check ((giver, coalesce(lower(giver_name), '')) <> (taker, coalesce(lower(taker_name), '')))
);
comment on table evidence_custody is 'From whose hands into whose it went, and when: a link of its chain. Privileged';
comment on column evidence_custody.giver is 'Code of evidence_party';
comment on column evidence_custody.position is 'Its place in the chain; what mends a link stands in its place';
comment on column evidence_custody.zone is 'In which zone the time was told, IANA';
create unique index evidence_custody_once on evidence_custody (evidence_id, position) where corrects is null;
create index evidence_custody_case on evidence_custody (case_id);

create table evidence_check (
  check_id        uuid primary key,
  evidence_id     uuid not null,
  matter_id       uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  expected        bytea not null check (length(expected) = 32),
  found           bytea check (length(found) = 32),
  outcome         text not null generated always as (case when found is null then 'UNREADABLE' when found = expected then 'MATCHES' else 'DIFFERS' end) stored,
  checked_at      timestamptz not null,
  checked_by      uuid not null references worker,
  foreign key (evidence_id, matter_id, case_id, organisation_id) references evidence (evidence_id, matter_id, case_id, organisation_id)
);
comment on table evidence_check is 'That the hash of what is there was held against the one that was written down, and whether it was the same: privileged';
create index evidence_check_evidence on evidence_check (evidence_id, checked_at desc);
create index evidence_check_case on evidence_check (case_id);

-- ---- written once, by whoever has which right
create function evidence_stays() returns trigger
language plpgsql set search_path = pg_catalog, alongside, pg_temp as $$
begin
  raise exception 'evidence is not changed' using errcode = '42501';
end $$;
revoke all on function evidence_stays() from public;

do $$ declare t text; declare by_whom text; begin
  foreach t in array array['evidence', 'evidence_entry', 'evidence_custody', 'evidence_check'] loop
    by_whom := case t when 'evidence' then 'listed' when 'evidence_check' then 'checked' else 'written' end;
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy by_function on %I to alongside_gatekeeper using (true)', t);
    execute format('create policy own on %I for select to alongside_app using (keeps_matters(case_id, organisation_id))', t);
    execute format('create policy written on %I for insert to alongside_app with check (
      %I = (select caller_worker()) and %I = (select caller_now())
      and organisation_id = (select caller_organisation()) and may(''write'', case_id, 128))', t, by_whom || '_by', by_whom || '_at');
    execute format('grant select, insert on %I to alongside_app', t);
    execute format('grant select on %I to alongside_gatekeeper', t);
    execute format('create trigger stays before update or delete on %I for each row execute function evidence_stays()', t);
    execute format('create trigger all_of_it_stays before truncate on %I for each statement execute function evidence_stays()', t);
    execute format('create trigger only_while_open before insert on %I for each row execute function only_while_open()', t);
  end loop;
end $$;

-- ---- numbers follow on each other; two who write at once wait for one another
create function evidence_numbered() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.matter_id::text, 225));
  select coalesce(max(e.number), 0) + 1 into new.number from evidence e where e.matter_id = new.matter_id;
  return new;
end $$;
create trigger numbered before insert on evidence for each row execute function evidence_numbered();

-- a document of that matter, with the hashes that its version has and no others
create function evidence_entered() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.evidence_id::text, 225));
  select coalesce(max(e.number), 0) + 1 into new.number from evidence_entry e where e.evidence_id = new.evidence_id;
  if new.document_id is not null then
    select v.sha256, v.handed_sha256 into new.sha256, new.handed_sha256
      from document_version v join document d using (document_id)
     where v.document_id = new.document_id and v.number = new.document_number and d.matter_id = new.matter_id and d.withdrawn_at is null;
    if not found then
      raise exception 'not permitted' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;
create trigger entered before insert on evidence_entry for each row execute function evidence_entered();

-- the links of a chain that hold: each as it was mended last
create function custody_chain(p_evidence uuid) returns setof evidence_custody
language sql stable security definer set search_path = pg_catalog, alongside, pg_temp as $$
  select c.* from evidence_custody c
   where c.evidence_id = p_evidence and not exists (select from evidence_custody n where n.corrects = c.link_id)
   order by c.position
$$;

-- no link in the future, none before the one before it, none by somebody who does not hold it
create function custody_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
declare mended evidence_custody; before_it evidence_custody; after_it evidence_custody;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.evidence_id::text, 225));
  if new.corrects is null then
    select coalesce(max(c.position), 0) + 1 into new.position from custody_chain(new.evidence_id) c;
  else
    select * into mended from custody_chain(new.evidence_id) c where c.link_id = new.corrects;
    if mended.link_id is null then
      raise exception 'mended already' using errcode = 'AL073';
    end if;
    new.position := mended.position;
  end if;
  select * into before_it from custody_chain(new.evidence_id) c where c.position = new.position - 1;
  select * into after_it from custody_chain(new.evidence_id) c where c.position = new.position + 1;
  if new.handed_at > caller_now() then
    raise exception 'in the future' using errcode = 'AL070';
  end if;
  if new.handed_at < before_it.handed_at or new.handed_at > after_it.handed_at
     or before_it.link_id is null and (new.handed_at at time zone new.zone)::date
        < (select e.source_on from evidence_entry e where e.evidence_id = new.evidence_id order by e.number desc limit 1) then
    raise exception 'out of order' using errcode = 'AL071';
  end if;
  if before_it.link_id is not null
     and (new.giver, coalesce(lower(new.giver_name), '')) <> (before_it.taker, coalesce(lower(before_it.taker_name), '')) then
    raise exception 'does not hold it' using errcode = 'AL072';
  end if;
  return new;
end $$;
create trigger follows before insert on evidence_custody for each row execute function custody_follows();

-- a hash is held against the one that is written down now, and no other
create function evidence_checked() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  select e.sha256 into new.expected from evidence_entry e where e.evidence_id = new.evidence_id order by e.number desc limit 1;
  return new;
end $$;
create trigger checked before insert on evidence_check for each row execute function evidence_checked();

grant create on schema alongside to alongside_gatekeeper;
do $$ declare f regprocedure; begin
  foreach f in array array['evidence_numbered()', 'evidence_entered()', 'custody_chain(uuid)', 'custody_follows()', 'evidence_checked()']::regprocedure[] loop
    execute format('alter function %s owner to alongside_gatekeeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
revoke create on schema alongside from alongside_gatekeeper;
