-- Finding a survivor by her name without an index that can be read: keyed hashes of the parts of her names, made by the
-- application, which alone has the key. Asked only from the cases that the caller holds, so there is no index by word.

create table name_word (
  case_id uuid not null references case_file,
  word    uuid not null,
  legal   boolean not null,
  primary key (case_id, word, legal)
);
comment on table name_word is 'Keyed hashes of the parts of her names; category identity. Not legal: of the name she uses, its minimum subset';
comment on column name_word.word is 'The first 128 bits of an HMAC-SHA-256; without the key it says nothing but that two are the same';

alter table name_word enable row level security, force row level security;
create policy by_function on name_word to alongside_gatekeeper using (true) with check (true);
create policy granted on name_word for select to alongside_app using (
  may(case when legal then 'read' else 'min' end, case_id, 1));
create policy written on name_word for insert to alongside_app with check (may('write', case_id, 1));
create policy changed on name_word for delete to alongside_app using (may('write', case_id, 1));
grant select, insert, delete on name_word to alongside_app;
grant select, insert, delete on name_word to alongside_gatekeeper;

-- a name that goes takes its words with it, whoever changes it and how: nobody is found by a name that is no more
create function name_words_forget() returns trigger
language plpgsql security definer set search_path = pg_catalog, alongside, pg_temp as $$
begin
  delete from name_word where case_id = old.case_id;
  return null;
end $$;
create trigger forgets_words after update of preferred_name on identity_minimum
  for each row when (old.preferred_name is distinct from new.preferred_name) execute function name_words_forget();
create trigger forgets_words after update of given_name, family_name on identity
  for each row when ((old.given_name, old.family_name) is distinct from (new.given_name, new.family_name))
  execute function name_words_forget();
create trigger forgets_all_words after delete on identity_minimum for each row execute function name_words_forget();
create trigger forgets_all_words after delete on identity for each row execute function name_words_forget();

-- by which key and rules the words were made; another key or other rules: they are made anew
create table name_index (
  one      boolean primary key default true check (one),
  made_by  text not null,
  made_at  timestamptz not null default clock_timestamp()
);
comment on table name_index is 'By which key (its fingerprint) and rules the words of names were made; the owner''s alone';

-- names for those who make the words anew: for the owner of the tables, never for the application. The rows are held until
-- the words are written, so that a name that changes meanwhile waits or is read as it is then.
create function names_after(p_after uuid, p_size int)
returns table (case_id uuid, preferred_name text, given_name text, family_name text)
language sql security definer set search_path = pg_catalog, alongside, pg_temp set plan_cache_mode = force_custom_plan as $$
  select m.case_id, m.preferred_name, i.given_name, i.family_name
    from identity_minimum m join identity i using (case_id)
   where m.case_id > p_after order by m.case_id limit p_size
     for share of m, i
$$;

create function name_words_replace(p_all uuid[], p_case uuid[], p_word uuid[], p_legal boolean[]) returns void
language sql security definer set search_path = pg_catalog, alongside, pg_temp as $$
  delete from name_word where case_id = any (p_all);
  insert into name_word (case_id, word, legal)
    select * from unnest(p_case, p_word, p_legal) on conflict do nothing;
$$;

grant create on schema alongside to alongside_gatekeeper;
alter function name_words_forget() owner to alongside_gatekeeper;
alter function names_after(uuid, int) owner to alongside_gatekeeper;
alter function name_words_replace(uuid[], uuid[], uuid[], boolean[]) owner to alongside_gatekeeper;
revoke create on schema alongside from alongside_gatekeeper;
revoke all on function name_words_forget(), names_after(uuid, int), name_words_replace(uuid[], uuid[], uuid[], boolean[]) from public;
grant execute on function names_after(uuid, int), name_words_replace(uuid[], uuid[], uuid[], boolean[]) to alongside_owner;
-- holding a row asks for the right to change one of its columns
grant select on identity to alongside_gatekeeper;
grant update (version) on identity_minimum, identity to alongside_gatekeeper;

-- a choice of cases that somebody comes back to: codes alone, no words of their own
create table saved_filter (
  filter_id uuid primary key,
  worker_id uuid not null references worker,
  statuses  text[] not null,
  risks     text[] not null,
  lead      uuid references organisation,
  next_date text,
  service   text,
  saved_at  timestamptz not null,
  unique nulls not distinct (worker_id, statuses, risks, lead, next_date, service)
);
comment on table saved_filter is 'Which cases somebody lists again and again: codes and an organisation, readable by its author alone';
alter table saved_filter enable row level security, force row level security;
create policy by_function on saved_filter to alongside_gatekeeper using (true) with check (true);
create policy author on saved_filter to alongside_app
  using (worker_id = (select caller_worker())) with check (worker_id = (select caller_worker()));
grant select, insert, delete on saved_filter to alongside_app;
